/** A learning management system for tests: it plays a package under a path of its own, through scorm-again or a stub. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BrowserContext, Frame, Page } from '@playwright/test';
import { unzipSync } from 'fflate';

const origin = 'http://lms.test';
const course = '/pluginfile.php/4711/mod_scorm/content/3/';
const runtime = readFileSync(createRequire(import.meta.url).resolve('scorm-again/scorm12/min'), 'utf8');

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  xml: 'text/xml',
};

/** The files of a zip of the built site. */
export function packageOf(folder: string, name: string): Record<string, Uint8Array> {
  return unzipSync(new Uint8Array(readFileSync(join(folder, 'downloads', name))));
}

/**
 * The player around scorm-again: what a session ends with is what the next one begins with, as an LMS does it. Its
 * own log of calls is the test's.
 */
export const scormAgain = `
  window.log = [];
  window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
  const kept = JSON.parse(localStorage.getItem('cmi') ?? 'null');
  if (kept) window.API.loadFromJSON(kept);
  window.API.on('LMSCommit', () => window.keep());
  window.API.on('LMSFinish', () => window.keep());
  window.keep = () => {
    const { cmi } = window.API.renderCMIToJSONObject();
    const { student_data, interactions, objectives, ...rest } = cmi;
    const { session_time, exit, ...core } = rest.core;
    localStorage.setItem('cmi', JSON.stringify({ ...rest, core: { ...core, entry: exit === 'suspend' ? 'resume' : '' } }));
    localStorage.setItem('last', JSON.stringify({ exit, session_time, interactions }));
  };
  for (const name of ['LMSInitialize', 'LMSSetValue', 'LMSCommit', 'LMSFinish']) {
    const call = window.API[name].bind(window.API);
    window.API[name] = (...given) => {
      const answer = call(...given);
      const error = window.API.LMSGetLastError();
      window.log.push({ name, given, answer: String(answer), error: String(error) });
      localStorage.setItem('log', JSON.stringify(window.log));
      return answer;
    };
  }
`;

/** Serves a package and a player with that script. */
export async function serveCourse(
  context: BrowserContext,
  files: Readonly<Record<string, Uint8Array>>,
  player: string,
): Promise<void> {
  await context.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/player') {
      const frame = `<iframe src="${course}index.html" title="Course" style="width:100%;height:95vh;border:0"></iframe>`;
      const body = `<!doctype html><title>LMS</title><script>${runtime}</script><script>${player}</script>${frame}`;
      return route.fulfill({ contentType: 'text/html', body });
    }
    if (pathname === '/left') return route.fulfill({ contentType: 'text/html', body: '<title>Left</title>' });
    const file = pathname.startsWith(course) ? files[pathname.slice(course.length)] : undefined;
    if (!file) return route.fulfill({ status: 404, body: '' });
    const type = types[pathname.split('.').at(-1)!] ?? 'application/octet-stream';
    return route.fulfill({ contentType: type, body: Buffer.from(file) });
  });
}

/** Launches the course, and gives the frame it runs in. */
export async function launch(page: Page): Promise<Frame> {
  await page.goto(`${origin}/player`);
  const frame = page.frame({ url: (url) => url.pathname.startsWith(course) });
  if (!frame) throw new Error('The course did not open.');
  await frame.waitForLoadState();
  return frame;
}

/** The learner closes the course: the player goes elsewhere. */
export async function leave(page: Page): Promise<void> {
  await page.goto(`${origin}/left`);
}

/** One call of the API, as it was answered. */
export interface Call {
  name: string;
  given: string[];
  answer: string;
  error: string;
}

/** What the player wrote down under that name. */
export function noted<Noted>(page: Page, name: 'cmi' | 'last' | 'log'): Promise<Noted> {
  return page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null') as never, name) as Promise<Noted>;
}
