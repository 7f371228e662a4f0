/** Somebody else's page with our embeds in it, on an origin of its own, and what it hears. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { builtOrigin, sites } from './sites.ts';

export const embedBase = `${sites.project.url}embed/v1/`;

export interface Heard {
  /** The id of the frame that said it. */
  from: string;
  data: unknown;
}

/** The address of an embed. */
export function embedAddress(sim: string, query = '', hash = ''): string {
  return `${embedBase}${sim}/${query && `?${query}`}${hash && `#${hash}`}`;
}

/** A frame as oEmbed gives it. */
export function frameOf(src: string, id = 'embed', more = ''): string {
  return `<iframe id="${id}" src="${src.replaceAll('&', '&amp;')}" title="A figure" width="760" height="900" ${more}></iframe>`;
}

/** Serves a page of the host with that body until the page is closed, and opens it; it keeps all it hears. */
export async function openHost(page: Page, body: string): Promise<void> {
  const listening =
    'window.heard = [];' +
    "addEventListener('message', ({ source, data }) => heard.push({ data, from: " +
    '[...document.querySelectorAll("iframe")].find((frame) => frame.contentWindow === source)?.id ?? "" }));';
  // Another site than localhost, where the embeds are.
  const origin = await serve(page, (_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><title>Host</title><script>${listening}</script><body style="margin:0">${body}</body>`),
  );
  await page.goto(origin);
}

/** Serves on a free port until the page is closed; the origin, with a slash. */
export async function serve(page: Page, answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  page.once('close', () => (server.close(), server.closeAllConnections()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Lets the origin that is written in codes, recipes and descriptions answer as our server does. */
export async function serveBuiltOrigin(page: Page): Promise<void> {
  await page.route(`${builtOrigin}/**`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(builtOrigin, sites.project.origin) });
    await route.fulfill({ response });
  });
}

/** All that was heard from a frame so far. */
export async function heard(page: Page, from = 'embed'): Promise<unknown[]> {
  const all = await page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
  return all.filter((each) => each.from === from).map(({ data }) => data);
}

/** Our messages of one kind, so far. */
export async function told<Told = Record<string, unknown>>(page: Page, kind: string, from = 'embed'): Promise<Told[]> {
  const all = (await heard(page, from)) as ({ type?: string; subject?: string } | null)[];
  return all.filter((data) => data?.type === kind || data?.subject === kind) as Told[];
}

/** The host says something to a frame. */
export async function say(page: Page, message: unknown, id = 'embed'): Promise<void> {
  await page.evaluate(
    ([to, data]) => (document.getElementById(to as string) as HTMLIFrameElement).contentWindow!.postMessage(data, '*'),
    [id, message],
  );
}

/** What an embed says of itself. */
export interface Told {
  sim: string;
  score: number | null;
  state: { version: 1; query: string | null; tried: { id: string; tries: number; won: number | null } | null };
}

/** Asks for the state, and waits for the answer. */
export async function stateOf(page: Page, id = 'embed'): Promise<Told> {
  const before = (await told(page, 'daybreak:state', id)).length;
  await say(page, { type: 'daybreak:getState' }, id);
  await expect.poll(async () => (await told(page, 'daybreak:state', id)).length).toBeGreaterThan(before);
  return (await told<Told>(page, 'daybreak:state', id)).at(-1)!;
}

/** The run and moment that an embed says it shows. */
export async function shown(page: Page, id = 'embed'): Promise<URLSearchParams> {
  return new URLSearchParams((await stateOf(page, id)).state.query ?? '');
}

/** The embed in its frame, alive. */
export async function aliveIn(page: Page, id = 'embed'): Promise<FrameLocator> {
  const frame = page.frameLocator(`#${id}`);
  await expect(frame.locator('[data-lab]')).toHaveAttribute('data-alive', '');
  return frame;
}

/** As https://cssplice.org/slcp/iframe-protocol-specification.html has the learning system: it keeps what is reported, and hands it back. */
export const spliceHost =
  '<script>const reported = []; const ids = new Set(); let broken = 0;' +
  "addEventListener('message', ({ source, data }) => {" +
  "  if (!data || !String(data.subject).startsWith('SPLICE.')) return;" +
  "  if (typeof data.message_id !== 'string' || ids.has(data.message_id)) broken += 1; ids.add(data.message_id);" +
  "  if (data.subject === 'SPLICE.reportScoreAndState') { if (!(data.score >= 0 && data.score <= 1)) broken += 1; reported.push({ score: data.score, state: data.state }); localStorage.state = JSON.stringify(data.state); }" +
  "  if (data.subject === 'SPLICE.getState') source.postMessage({ subject: 'SPLICE.getState.response', message_id: data.message_id, state: localStorage.state && JSON.parse(localStorage.state) }, '*');" +
  '}); Object.assign(window, { splice: () => ({ reported, broken }) });</script>';

/** What that host was told of scores, in order; `broken` counts what the protocol does not allow. */
export function reports(page: Page): Promise<{ reported: { score: number; state: Told['state'] }[]; broken: number }> {
  return page.evaluate(() => (window as unknown as { splice(): Awaited<ReturnType<typeof reports>> }).splice());
}
