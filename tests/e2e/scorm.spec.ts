/** SCORM 1.2 packages: through the independent runtime scorm-again, without an LMS, and with broken ones. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Frame, type Page } from '@playwright/test';
import { launch, leave, noted, packageOf, scormAgain, serveCourse, type Call } from '../embed/lms.ts';
import { answerAll, guessAll, inLesson, runAll, runLab, status, raw, type Cmi } from './course.ts';
import { sites } from './sites.ts';

const slug = 'tromboning';
const files = packageOf(sites.project.folder, `${slug}-scorm12.zip`);

interface Last {
  exit: string;
  interactions: Record<string, { id: string; result: string; student_response: string; type: string }>;
}

for (const lesson of ['dark-deployments', slug, 'incremental-ingestion']) {
  test(`through scorm-again: ${lesson} is never complete by being opened and read, and is by being done; the session ends once`, async ({
    page,
    context,
  }) => {
    await serveCourse(context, packageOf(sites.project.folder, `${lesson}-scorm12.zip`), scormAgain);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const course = await launch(page);
    await expect(course.locator('[data-course]')).toHaveText('Your course records what you do here.');
    await course.locator('.foot').scrollIntoViewIfNeeded();
    await expect.poll(() => status(page)).toBe('incomplete');

    await guessAll(course);
    await runAll(course);
    await answerAll(course, false);
    await expect.poll(() => status(page)).toBe('completed');
    const guesses = await course.locator(inLesson('[data-predict]')).count();
    const questions = await course.locator('[data-question]').count();
    const challenges = await course.locator(inLesson('[data-challenge]')).count();
    const points = guesses + questions + challenges;
    // Guesses count, wrong answers and challenges that are not won do not.
    const wrong = String(Math.round((100 * guesses) / points));
    expect((await noted<Cmi>(page, 'cmi')).core.score).toEqual({ raw: wrong, min: '0', max: '100' });

    await answerAll(course, true);
    const all = String(Math.round((100 * (guesses + questions)) / points));
    await expect.poll(() => raw(page)).toBe(all);

    await leave(page);
    const last = await noted<Last>(page, 'last');
    expect(last.exit).toBe('suspend');
    const log = await noted<Call[]>(page, 'log');
    expect(log.find(({ given }) => given[0] === 'cmi.core.session_time')!.given[1]).toMatch(
      /^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/,
    );
    expect(log.filter(({ name }) => name === 'LMSFinish')).toHaveLength(1);
    expect(log.at(-1)!.name).toBe('LMSFinish');
    expect(log.filter(({ answer }) => answer !== 'true')).toEqual([]);
    const { core, suspend_data: kept } = await noted<Cmi>(page, 'cmi');
    expect(new TextEncoder().encode(kept).length).toBeLessThanOrEqual(4096);
    expect(core.lesson_location.length).toBeLessThanOrEqual(255);
    const told = Object.values(last.interactions).filter((each) => typeof each === 'object');
    for (const { result } of told) expect(['correct', 'wrong']).toContain(result);
    expect(new Set(told.map(({ id }) => id)).size).toBe(guesses + questions);
    expect(errors).toEqual([]);
  });
}

test.describe('in the runtime of scorm-again, under a foreign path', () => {
  test.beforeEach(async ({ context }) => serveCourse(context, files, scormAgain));

  test('what was done is there at the next launch, and the lab stands where it was left', async ({ page }) => {
    let course = await launch(page);
    const predict = (): ReturnType<Frame['locator']> => course.locator('[data-predict="how-long"]');
    await predict().locator('.opts input').nth(1).check();
    await predict().locator('[data-commit]').click();
    await runLab(course, 'slide');
    await course.locator('[data-question="fibre-ping"] input[data-right]').check();
    await leave(page);

    course = await launch(page);
    await expect(predict().locator('.opts input').nth(1)).toBeChecked();
    await expect(predict().locator('.said')).toContainText('You said 50 ms.');
    await expect(course.locator('[data-question="fibre-ping"] .said')).toContainText('Yes.');
    await expect(course.locator('[data-counts]')).toContainText('Figures run: 1 of 5.');
    const slider = course.locator('[data-lab="slide"]').getByLabel('Moment in the run');
    await expect.poll(() => slider.evaluate((input: HTMLInputElement) => input.value === input.max)).toBe(true);
    await leave(page);
    // Nothing new was done, so nothing is told twice.
    const log = await noted<Call[]>(page, 'log');
    expect(log.filter(({ given }) => given[0]?.startsWith('cmi.interactions'))).toEqual([]);
    await expect.poll(() => status(page)).toBe('incomplete');
  });
});

test.describe('a course that cannot record', () => {
  /** A stub that counts its calls; `odd` replaces some of its functions. */
  const stub = (odd: string): string => `
    window.calls = [];
    const api = {
      LMSInitialize: () => 'true', LMSFinish: () => 'true', LMSCommit: () => 'true', LMSGetValue: () => '',
      LMSSetValue: () => 'true', LMSGetLastError: () => '0', LMSGetErrorString: () => 'No error', ...(${odd}),
    };
    for (const [name, call] of Object.entries(api)) api[name] = (...given) => { calls.push([name, ...given]); return call(...given); };
    window.API = api;
  `;
  const notice = (course: Frame) => course.locator('[data-notice]');

  /** The learner works on, and takes a record along. */
  async function worksOn(page: Page, course: Frame): Promise<void> {
    await course.locator('[data-question="fibre-ping"] input[data-right]').check();
    await expect(course.locator('[data-question="fibre-ping"] .said')).toContainText('Yes.');
    await runLab(course, 'slide');
    await expect(course.locator('[data-counts]')).toContainText('Figures run: 1 of 5.');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      course.getByRole('button', { name: 'Download a record' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`daybreak-${slug}-record.json`);
    const record = JSON.parse(readFileSync((await download.path())!, 'utf8')) as { parts: unknown[] };
    expect(record).toMatchObject({ format: 'daybreak-record', lesson: slug, isComplete: false });
    expect(record.parts).toContainEqual(
      expect.objectContaining({ kind: 'answer', id: 'fibre-ping', standing: 'right', given: 'b' }),
    );
    expect(record.parts).toContainEqual(expect.objectContaining({ kind: 'lab', id: 'slide', standing: 'done' }));
  }

  for (const [how, odd] of [
    [
      'throws at every call',
      `Object.fromEntries(Object.keys(api0).map((name) => [name, () => { throw new Error('broken'); }]))`,
    ],
    [
      'does not begin',
      `{ LMSInitialize: () => 'false', LMSGetLastError: () => '101', LMSGetErrorString: () => 'General Exception' }`,
    ],
    [
      'refuses every value',
      `{ LMSSetValue: () => 'false', LMSGetLastError: () => '405', LMSGetErrorString: () => 'Incorrect data type' }`,
    ],
    ['does not save', `{ LMSCommit: () => false, LMSGetLastError: () => 391 }`],
  ] as const) {
    test(`an API that ${how}: the learner is told once, works on, and can download a record`, async ({
      page,
      context,
    }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      const api0 = `const api0 = { LMSInitialize: 0, LMSFinish: 0, LMSCommit: 0, LMSGetValue: 0, LMSSetValue: 0, LMSGetLastError: 0, LMSGetErrorString: 0 };`;
      await serveCourse(context, files, `${api0}${stub(odd)}`);
      const course = await launch(page);
      await course.locator('[data-question="fibre-ping"] input').first().check();
      await expect(notice(course).locator('p')).toHaveCount(1);
      await expect(notice(course)).toContainText('Your course did not take all of this');
      await expect(course.locator('[data-course]')).toHaveText('Your course does not record all of this.');
      await notice(course).getByRole('button', { name: 'OK' }).click();
      await worksOn(page, course);
      await expect(notice(course)).toBeEmpty();
      await leave(page);
      expect(errors).toEqual([]);
    });
  }

  test('an LMS without what is optional (error 401) refuses nothing', async ({ page, context }) => {
    const odd = `{
      LMSGetValue: (element) => element.includes('interactions') ? '' : '',
      LMSSetValue: (element) => { window.bad = /score.m|interactions/.test(element); return window.bad ? 'false' : 'true'; },
      LMSGetLastError: () => window.bad ? '401' : '0',
    }`;
    await serveCourse(context, files, stub(odd));
    const course = await launch(page);
    await course.locator('[data-question="fibre-ping"] input[data-right]').check();
    const raw = () =>
      page.evaluate(
        () =>
          (window as unknown as { calls: string[][] }).calls
            .filter(([, name]) => name === 'cmi.core.score.raw')
            .at(-1)?.[2],
      );
    await expect.poll(raw).not.toBe('0');
    await expect(notice(course)).toBeEmpty();
  });

  test('an API that comes late is found, and gets what was done before', async ({ page, context }) => {
    await serveCourse(context, files, `window.late = () => { ${scormAgain} };`);
    const course = await launch(page);
    await expect(course.locator('[data-course]')).toHaveText('Looking for your course.');
    await course.locator('[data-question="fibre-ping"] input[data-right]').check();
    await page.evaluate(() => (window as unknown as { late(): void }).late());
    await expect(course.locator('[data-course]')).toHaveText('Your course records what you do here.');
    await expect.poll(async () => (await noted<Cmi | null>(page, 'cmi'))?.suspend_data).toContain('fibre-ping');
    const log = await noted<Call[]>(page, 'log');
    expect(log.filter(({ given }) => given[1] === 'answer-fibre-ping')).toHaveLength(1);
  });

  test('what a late course had kept joins what was done meanwhile, and answers that cannot be are left out', async ({
    page,
    context,
  }) => {
    const kept = JSON.stringify([
      1,
      [
        ['a', 'slow-server', { choice: 1 }],
        ['a', 'fibre-ping', { choice: 0 }],
        ['p', 'how-long', { choice: 99 }],
      ],
      ['slide', 'no-lab'],
      null,
    ]);
    const late = stub(
      `{ LMSGetValue: (element) => ({ 'cmi.suspend_data': ${JSON.stringify(kept)}, 'cmi.interactions._count': '3' })[element] ?? '' }`,
    );
    await serveCourse(context, files, `window.calls = []; window.late = () => { ${late} };`);
    const course = await launch(page);
    await course.locator('[data-question="fibre-ping"] input[data-right]').check();
    await page.evaluate(() => (window as unknown as { late(): void }).late());
    await expect(course.locator('[data-counts] li')).toHaveText([/: 0 of 3/, /: 1 of 5/, /: 2 of 8/]);
    await expect(notice(course)).toContainText('Your course answered late.');
    const told = () =>
      page.evaluate(() =>
        (window as unknown as { calls: string[][] }).calls
          .filter(([, name]) => /interactions.*id/.test(name ?? ''))
          .map(([, name, id]) => [name, id]),
      );
    // Told is what is new: not what the course knew.
    await expect.poll(told).toEqual([['cmi.interactions.3.id', 'answer-fibre-ping']]);
  });

  test('without an API the page is a plain one, and says that nothing is recorded', async ({ page, context }) => {
    await page.clock.install();
    await serveCourse(context, files, '');
    const course = await launch(page);
    await page.clock.runFor(31_000);
    await expect(course.locator('[data-course]')).toHaveText(
      'No course is connected: all of this works, and nothing is recorded.',
    );
    await expect(notice(course)).toBeEmpty();
  });

  for (const garbage of [
    '<script>alert(1)</script>',
    '[1,[["p","how-long",{"__proto__":1}]],',
    '{"a":1}',
    '[2,[],[],null]',
    'x'.repeat(4096),
  ]) {
    test(`suspend_data that is ${garbage.slice(0, 24)} gives a fresh start, told once`, async ({ page, context }) => {
      await serveCourse(
        context,
        files,
        stub(
          `{ LMSGetValue: (element) => element === 'cmi.suspend_data' ? ${JSON.stringify(garbage)} : '' }`,
        ).replaceAll('</script>', '<\\/script>'),
      );
      const course = await launch(page);
      await expect(notice(course).locator('p')).toHaveText([
        'What your course had kept of this lesson cannot be read, so you start afresh.',
      ]);
      await expect(course.locator('[data-counts]')).toContainText('Figures run: 0 of 5.');
      const kept = () =>
        page.evaluate(
          () =>
            (window as unknown as { calls: string[][] }).calls
              .filter(([, name]) => name === 'cmi.suspend_data')
              .at(-1)?.[2],
        );
      await expect.poll(kept).toBe('[1,[],[],null]');
    });
  }
});

test.describe('by double-click', () => {
  let folder: string;
  test.beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'package with a space '));
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
  });
  test.afterAll(() => rmSync(folder, { recursive: true }));

  test('it is a plain page with labs alive, that asks nobody for anything', async ({ page }) => {
    const [errors, asked]: [string[], string[]] = [[], []];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('request', (request) => asked.push(new URL(request.url()).protocol));
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await expect(page.locator('[data-course]')).toHaveText(
      'No course is connected: all of this works, and nothing is recorded.',
    );
    // What is for teachers is not offered to a class.
    await expect(page.locator('.foot p')).toHaveText([/CC BY 4\.0\.$/]);
    const course = page.mainFrame();
    await runLab(course, 'slide');
    await expect(page.locator('[data-counts]')).toContainText('Figures run: 1 of 5.');
    // A folded lab is made when its part is opened.
    await page.locator('.later > summary', { hasText: 'Two firewalls' }).click();
    await expect(page.locator('[data-lab="second"]')).toHaveAttribute('data-alive', '');
    // A tool is there without being loaded, and what it shares leads to the lesson, not to this disk.
    await page.locator('[data-lab="slide"] [data-opens="share"]').click();
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'Copy link to this moment' }).click();
    await expect(page.locator('.by-hand')).toContainText(`http://localhost:4321/x/days/${slug}/?lab=slide&`);
    expect(new Set(asked)).toEqual(new Set(['file:']));
    expect(errors).toEqual([]);
  });
});
