/**
 * The whole way of an instructor, by keyboard alone: from /teach/ the late commit, locked, with its challenge; what the
 * builder hands over goes into a plain page, a slide and an LMS, and there a learner, by keyboard too, wins.
 */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test, type Frame, type FrameLocator, type Page } from '@playwright/test';
import { launch, leave, noted, scormAgain, serveCourse } from '../embed/lms.ts';
import { deckWith, PLAIN } from './deck.ts';
import { openHost, reports, spliceHost, told } from './embedding.ts';
import { Keyboard } from './keyboard.ts';

type Figure = Frame | FrameLocator;

const strategyOf = (figure: Figure) => figure.getByLabel('Each sync copies', { exact: true });
const momentOf = (figure: Figure) => figure.getByLabel('Moment in the run');
const saidOf = (figure: Figure) => figure.locator('[data-challenge="late-row"] .said');

// One instructor, three hosts.
test.describe.configure({ mode: 'serial' });
/** As the builder handed it over. */
let taken: { frame: string; keepsHeight: string; files: Readonly<Record<string, Uint8Array>> };

/** What a press on that button puts on the clipboard. */
async function copied(page: Page, keys: Keyboard, what: string): Promise<string> {
  await keys.to(page.getByRole('button', { name: `Copy ${what.toLowerCase()}`, exact: true }));
  await keys.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: `${what}: copied.` })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Neither the keyboard nor a drag of the picture can get at what is locked. */
async function expectLocked(figure: Figure): Promise<void> {
  await expect(figure.locator('[data-set-by]')).toContainText('Set by your instructor: Order 42 commits.');
  await expect(figure.getByLabel('Order 42 commits', { exact: true })).toBeDisabled();
  await expect(figure.locator('.stage').getByRole('slider', { disabled: false })).toHaveCount(0);
}

/** The learner lets the sync copy everything, and goes to the end. */
async function win(keys: Keyboard, figure: Figure): Promise<void> {
  const more = figure.locator('summary', { hasText: 'More' });
  if (!(await strategyOf(figure).isVisible())) {
    await keys.to(more);
    await keys.press('Enter');
  }
  await keys.to(strategyOf(figure));
  await keys.type('every');
  await expect(strategyOf(figure)).toHaveValue('full');
  await keys.to(momentOf(figure), 'Shift+Tab');
  await keys.press('End');
  await expect(saidOf(figure)).toContainText('Won.');
}

/** The run, its end and the win are there; what is locked still is. */
async function expectAsLeft(figure: Figure): Promise<void> {
  await expect(saidOf(figure)).toContainText(/won/i);
  await expect(strategyOf(figure)).toHaveValue('full');
  await expect
    .poll(() =>
      momentOf(figure).evaluate((slider: HTMLInputElement) => slider.max !== '0' && slider.value === slider.max),
    )
    .toBe(true);
  await expectLocked(figure);
}

test('from the top of /teach/ to a frame on the clipboard are at most 40 presses of a key; a package is a few more', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('teach/');
  const situation = page.getByLabel('Situation');
  await expect(situation).toBeVisible();
  const keys = new Keyboard(page);
  await keys.to(page.getByRole('link', { name: 'Set a figure up' }));
  await keys.press('Enter');
  await keys.to(page.getByLabel('Simulation'));
  await keys.type('Inc');
  await expect(situation).toHaveValue('one-bar');
  await keys.to(situation);
  await keys.press('ArrowDown');
  await expect(situation).toHaveValue('late');
  const challenge = page.getByLabel('Challenge', { exact: true });
  await keys.to(challenge);
  await keys.press('ArrowDown');
  await expect(challenge).toHaveValue('late-row');
  // The values are folded out, and folded away again when the first of them is locked.
  const values = page.locator('summary', { hasText: 'Each value' });
  await keys.to(values);
  await keys.press('Enter');
  const lock = page.getByRole('checkbox', { name: 'Lock: Order 42 commits' });
  await keys.to(lock);
  await keys.press('Space');
  await expect(lock).toBeChecked();
  await keys.to(values, 'Shift+Tab');
  await keys.press('Enter');
  await keys.to(page.getByRole('link', { name: 'Skip the preview' }));
  await keys.press('Enter');

  const frame = await copied(page, keys, 'Frame');
  expect(frame).toMatch(/^<iframe src="[^"]+scenario=late[^"]+" title="[^"]+"/);
  expect(keys.presses).toBeLessThanOrEqual(40);
  const keepsHeight = await copied(page, keys, 'Frame that keeps its height');
  const questions = page.getByRole('checkbox', { name: 'With the questions of the lesson' });
  await keys.to(questions);
  await keys.press('Space');
  await expect(questions).not.toBeChecked();
  await keys.to(page.getByRole('button', { name: 'Download package' }));
  const [download] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')]);
  await expect(page.getByRole('status').filter({ hasText: /^Saved as .*SCORM 1\.2 package\.$/ })).toBeVisible();
  taken = { frame, keepsHeight, files: unzipSync(readFileSync(await download.path())) };
  expect(keys.presses).toBeLessThanOrEqual(50);
  expect([...keys.unseen]).toEqual([]);
});

test('in a plain page of another origin: the frame as it is handed over fits, is locked, is won, and stands as it was left', async ({
  page,
}) => {
  await openHost(page, spliceHost + taken.keepsHeight);
  const figure = page.frameLocator('iframe');
  await expectLocked(figure);
  const keys = new Keyboard(page);
  await win(keys, figure);
  expect([...keys.unseen]).toEqual([]);
  await expect.poll(async () => (await reports(page)).reported.at(-1)?.score).toBe(1);
  expect((await reports(page)).broken).toBe(0);
  expect(new URLSearchParams((await reports(page)).reported.at(-1)!.state.query!).has('in')).toBe(true);
  const high = async () => (await page.locator('iframe').boundingBox())!.height;
  const needed = async () => (await told<{ height: number }>(page, 'daybreak:resize', '')).at(-1)?.height ?? 0;
  await expect.poll(async () => Math.abs((await high()) - (await needed()))).toBeLessThan(2);
  await expect
    .poll(() => figure.locator('html').evaluate((root) => root.scrollHeight - innerHeight))
    .toBeLessThanOrEqual(0);
  // Nothing can float in a frame as high as its page: what is asked stands over the lab, the verdict beside play.
  await expect(figure.locator('.challenge:visible ~ .lab')).toHaveCount(1);
  await expect(figure.locator('.board[data-floats]')).toHaveCount(0);
  await expect(figure.locator('.transport + .verdict')).toHaveText('Won. Par is 1, and that is what you needed.');

  await page.reload();
  await expectAsLeft(figure);
});

test('in a slide of reveal.js: it is locked, is won, tells the deck, and stands as it was left when the slide comes again', async ({
  page,
}) => {
  // As the recipe says: loaded when its slide is near.
  const code = taken.frame.replace('<iframe src=', '<iframe data-preload data-src=');
  await openHost(page, spliceHost + deckWith(`<section>${code}</section>`));
  await expect(page.locator('.reveal.ready')).toHaveCount(1);
  const keys = new Keyboard(page);
  for (let slide = 0; slide < PLAIN; slide += 1) await keys.press('ArrowRight');
  const figure = page.frameLocator('iframe');
  await expectLocked(figure);
  await win(keys, figure);
  await expect.poll(async () => (await reports(page)).reported.at(-1)?.score).toBe(1);

  // Out of the frame to the deck's own way on, until the slide is unloaded; then back.
  await keys.to(page.getByRole('button', { name: 'next slide' }));
  for (let slide = 0; slide < 3; slide += 1) await keys.press('Enter');
  await expect(page.locator('iframe')).not.toHaveAttribute('src');
  for (let slide = 0; slide < 3; slide += 1) await keys.press('ArrowLeft');
  await expectAsLeft(figure);
});

test('in an LMS: the package as it is handed over is locked, is won, scores 100, and stands as it was left', async ({
  page,
  context,
}) => {
  await serveCourse(context, taken.files, scormAgain);
  let course = await launch(page);
  await expectLocked(course);
  const keys = new Keyboard(page);
  const begin = course.getByRole('button', { name: /^Begin/ });
  await keys.to(begin);
  await keys.press('Enter');
  await expect(saidOf(course)).toContainText('The lab is set up.');
  await expectLocked(course);
  await win(keys, course);
  expect([...keys.unseen]).toEqual([]);
  interface Cmi {
    core: { lesson_status: string; score: { raw: string } };
  }
  const cmi = () => noted<Cmi | null>(page, 'cmi');
  await expect.poll(async () => (await cmi())?.core.score.raw).toBe('100');
  await expect.poll(async () => (await cmi())?.core.lesson_status).toBe('completed');
  await leave(page);

  course = await launch(page);
  await expectAsLeft(course);
  expect((await cmi())?.core.score.raw).toBe('100');
});
