/** SCORM 1.2 packages: through the independent runtime scorm-again, without an LMS, and with broken ones. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test, type Frame, type Page } from '@playwright/test';
import { withSetUp, type PackageSetUp } from '../../src/embed/with-set-up.ts';
import { launch, leave, noted, packageOf, scormAgain, serveCourse, type Call } from '../embed/lms.ts';
import { sendFirewall } from './places.ts';
import { sites } from './sites.ts';

const slug = 'tromboning';
const files = packageOf(sites.project.folder, `${slug}-scorm12.zip`);

interface Cmi {
  core: { lesson_status: string; lesson_location: string; score: { raw: string; min: string; max: string } };
  suspend_data: string;
}
interface Last {
  exit: string;
  interactions: Record<string, { id: string; result: string; student_response: string; type: string }>;
}

const inLesson = (what: string) => `${what}:not(.later *)`;

/** Answers every question of the frame: with what is right, or with the first choice there is. */
async function answerAll(course: Frame, right: boolean): Promise<void> {
  for (const question of await course.locator('[data-question]').all()) {
    const form = question.locator('form');
    if (await form.count()) {
      const answer = Number(await form.getAttribute('data-answer'));
      await form.getByRole('textbox').fill(String(right ? answer : answer + 1000));
      await form.getByRole('button').click();
    } else if (right) await question.locator('input[data-right]').check();
    else await question.locator('input:not([data-right])').first().check();
  }
}

async function guessAll(course: Frame): Promise<void> {
  for (const predict of await course.locator(inLesson('[data-predict]')).all()) {
    const number = predict.locator('.give [type=text]');
    const points = await predict.locator('.pt').all();
    for (const point of points) await point.press('PageUp');
    if (points.length > 0) await expect(points[0]!).not.toHaveAttribute('aria-valuetext', /nothing/);
    else if (await number.count())
      await number.fill((await predict.locator('.give [type=range]').getAttribute('max'))!);
    else await predict.locator('.opts input').first().check();
    await predict.locator('[data-commit]').click();
    await expect(predict.locator('.said')).toContainText('Kept');
  }
}

async function runLab(course: Frame, lab: string): Promise<void> {
  const figure = course.locator(`[data-lab="${lab}"]`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-alive', '');
  await figure.locator('.stage').click({ position: { x: 2, y: 2 } });
  const slider = figure.getByLabel('Moment in the run');
  await slider.evaluate((input: HTMLInputElement) => {
    input.value = input.max;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function runAll(course: Frame): Promise<void> {
  const labs = course.locator(inLesson('section.lab'));
  for (const lab of await labs.evaluateAll((each) => each.map(({ id }) => id))) await runLab(course, lab);
}

const status = async (page: Page): Promise<string | undefined> =>
  (await noted<Cmi | null>(page, 'cmi'))?.core.lesson_status;
const raw = async (page: Page): Promise<string | undefined> => (await noted<Cmi | null>(page, 'cmi'))?.core.score.raw;

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

test.describe('set up by an instructor', () => {
  const zip = (name: string) =>
    new Uint8Array(readFileSync(join(sites.project.folder, 'downloads', `${name}-scorm12.zip`)));
  const setUpCourse = async (page: Page, name: string, setUp: PackageSetUp): Promise<Frame> => {
    await serveCourse(page.context(), unzipSync(withSetUp(zip(name), setUp)), scormAgain);
    return launch(page);
  };

  test('one lab as it was set up, its challenge and the questions; complete by these alone, and back as left', async ({
    page,
  }) => {
    const setUp = {
      simulation: 'tromboning',
      query: 'scenario=headquarters&t=20&challenge=within-20',
      questions: true,
    };
    let course = await setUpCourse(page, slug, setUp);
    await expect(course.locator('section.lab')).toHaveCount(1);
    await expect(course.locator('.predict, .later, .reveal, .back, .ask')).toHaveCount(0);
    await expect(course.locator('[data-counts] li')).toHaveText([
      /Figures run: 0 of 1/,
      /Questions answered: 0 of 8/,
      /Challenges tried: 0 of 1/,
    ]);
    const slider = () => course.getByLabel('Moment in the run');
    await expect.poll(() => slider().inputValue()).toBe('20000');
    // One try at the challenge, which fails: tried is enough to complete, and brings no point.
    await answerAll(course, true);
    await expect(course.locator('[data-counts] li').nth(1)).toHaveText('Questions answered: 8 of 8.');
    const begin = course.getByRole('button', { name: 'Begin', exact: true });
    await begin.focus();
    await page.keyboard.press('Enter');
    await expect(course.locator('.challenge .said')).toContainText('The lab is set up.');
    await sendFirewall(course.locator('[data-lab]'), 'Morgantown');
    await slider().evaluate((input: HTMLInputElement) => {
      input.value = input.max;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await expect(course.locator('.challenge .said')).toContainText('Not yet.');
    await expect.poll(() => status(page)).toBe('completed');
    // Eight right answers of nine points.
    await expect.poll(() => raw(page)).toBe('89');
    await leave(page);

    course = await launch(page);
    await expect(course.locator('[data-counts] li').nth(2)).toHaveText('Challenges tried: 1 of 1.');
    await expect.poll(() => slider().evaluate((input: HTMLInputElement) => input.value === input.max)).toBe(true);
  });

  test('to be opened at its end is not to have run it', async ({ page }) => {
    const course = await setUpCourse(page, 'incremental-ingestion', {
      simulation: 'incremental-ingestion',
      query: 'scenario=late&t=999999999',
      questions: false,
    });
    const slider = course.getByLabel('Moment in the run');
    await expect.poll(() => slider.evaluate((input: HTMLInputElement) => input.value === input.max)).toBe(true);
    await expect(course.locator('.lab .notices')).toContainText('The run is over by');
    await expect.poll(() => status(page)).toBe('incomplete');
    await expect(course.locator('[data-counts] li')).toHaveText([/Figures run: 0 of 1/]);
    await slider.press('Home');
    await runLab(course, (await course.locator('section.lab').getAttribute('id'))!);
    await expect.poll(() => status(page)).toBe('completed');
    // Nothing here can be scored, so no score is made up.
    await expect.poll(() => raw(page)).toBe('');
  });

  test('a challenge that is nowhere in the lesson is made in the likeness of one that is', async ({ page }) => {
    const course = await setUpCourse(page, 'incremental-ingestion', {
      simulation: 'load-race',
      query: 'challenge=dear-rows',
      questions: false,
    });
    await course.getByRole('button', { name: 'Begin', exact: true }).click();
    await expect(course.locator('.challenge .said')).toContainText('The lab is set up.');
    await expect(course.locator('.challenge [data-judge], .challenge progress')).toHaveCount(0);
  });

  test('its challenge begins with what was set, and a run that is shared opens the embed that is set up the same', async ({
    page,
  }) => {
    const query = 'challenge=crashed&load=append&saved=after&lock=saved';
    const course = await setUpCourse(page, 'incremental-ingestion', {
      simulation: 'incremental-ingestion',
      query,
      questions: false,
    });
    const load = course.getByLabel('Load by', { exact: true });
    await load.selectOption('merge');
    await course.getByRole('button', { name: 'Begin', exact: true }).click();
    await expect(course.locator('.challenge .said')).toContainText(
      'What was set here for you does not count as an act.',
    );
    await expect(load).toHaveValue('append');
    await course.getByRole('button', { name: 'Share' }).click();
    // Where a page may not copy, the link stands in it.
    await course.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await course.getByRole('button', { name: 'Copy link to this moment' }).click();
    const link = course.locator('.share .by-hand');
    await expect(link).toContainText(`/embed/v1/incremental-ingestion/?${query}#`);
    await expect(link).toContainText('load=append');
  });

  test('what is locked stays: in the control, in the challenge, and in a run that comes back from before the lock', async ({
    page,
  }) => {
    const ingestion = (query: string): Promise<Frame> =>
      setUpCourse(page, 'incremental-ingestion', { simulation: 'incremental-ingestion', query, questions: false });
    const toEnd = (course: Frame) =>
      course.getByLabel('Moment in the run').evaluate((input: HTMLInputElement) => {
        input.value = input.max;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
    const begin = async (course: Frame): Promise<void> => {
      await course.getByRole('button', { name: /^Begin/ }).click();
      await expect(course.locator('.challenge .said')).toContainText('The lab is set up.');
    };
    // A learner chose to append and failed; then the instructor locks it to merge.
    let course = await ingestion('challenge=crashed');
    await begin(course);
    await course.getByLabel('Load by', { exact: true }).selectOption('append');
    await toEnd(course);
    await expect(course.locator('.challenge .said')).toContainText('Not yet.');
    await expect.poll(async () => (await noted<Cmi>(page, 'cmi')).suspend_data).toContain('load:append');
    await leave(page);
    course = await ingestion('challenge=crashed&load=merge&lock=load');
    const load = () => course.getByLabel('Load by', { exact: true });
    await expect(course.locator('[data-counts] li').nth(1)).toHaveText('Challenges tried: 1 of 1.');
    await expect(load()).toBeDisabled();
    await expect(load()).toHaveValue('merge');
    await leave(page);

    // Locked to append, whose one act is not the learner's: par is 1.
    course = await ingestion('scenario=crashing&load=append&lock=load&challenge=crashed');
    await expect(course.locator('[data-set-by]')).toContainText('Set by your instructor: Load by.');
    await expect(course.locator('[data-set-by] a')).toHaveAttribute(
      'href',
      /^http:\/\/localhost:4321\/x\/embed\/v1\/incremental-ingestion\/\?(?!.*lock).*load=append/,
    );
    await begin(course);
    await expect(load()).toBeDisabled();
    await expect(load()).toHaveValue('append');
    await toEnd(course);
    await course.getByLabel('The checkpoint is saved', { exact: true }).selectOption('together');
    await toEnd(course);
    await expect(course.locator('.challenge .said')).toHaveText('Won. Par is 1, and that is what you needed.');
    await expect.poll(() => status(page)).toBe('completed');
    await expect.poll(() => raw(page)).toBe('100');
    await leave(page);

    course = await launch(page);
    await expect(course.getByLabel('The checkpoint is saved', { exact: true })).toHaveValue('together');
    await expect(load()).toBeDisabled();
    await expect(load()).toHaveValue('append');
    await expect.poll(() => status(page)).toBe('completed');
  });

  test('the author’s solution wins nothing where part of it is locked', async ({ page }) => {
    const course = await setUpCourse(page, 'incremental-ingestion', {
      simulation: 'incremental-ingestion',
      query: 'load=append&lock=load&challenge=crashed',
      questions: false,
    });
    const said = course.locator('.challenge .said');
    await course.getByRole('button', { name: 'Begin', exact: true }).click();
    await expect(said).toContainText('The lab is set up.');
    const slider = course.getByLabel('Moment in the run');
    const toEnd = () =>
      slider.evaluate((input: HTMLInputElement) => {
        input.value = input.max;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
    for (const [order, choice] of ['before', 'after'].entries()) {
      await course.getByLabel('The checkpoint is saved', { exact: true }).selectOption(choice);
      await toEnd();
      await expect(said).toContainText(`That was try ${order + 1}.`);
    }
    await course.getByRole('button', { name: 'Show a solution' }).click();
    await expect(course.getByRole('button', { name: 'Back to my run' })).toBeVisible();
    await toEnd();
    // A run is judged when the hand has rested for a second.
    await page.waitForTimeout(1500);
    await expect(said).toContainText('This is the author’s run.');
    await expect.poll(() => raw(page)).toBe('0');
  });

  test('it looks as it was set up; what plays by itself is not run by being watched, nor asked for where there is nothing to play it with', async ({
    page,
  }) => {
    /** For a learner who was never here. */
    const late = async (query: string): Promise<Frame> => {
      await page.evaluate(() => location.protocol === 'http:' && localStorage.clear());
      return setUpCourse(page, 'incremental-ingestion', {
        simulation: 'incremental-ingestion',
        query: `scenario=late&${query}`,
        questions: false,
      });
    };
    let course = await late('theme=dark&hide=log,title&speed=10&motion=step&controls=min&wrong=1');
    await expect(course.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(course.locator('.lab .notices')).toContainText('The link says "wrong", which is unknown here');
    for (const hidden of ['.log', '.tools', '.more'])
      await expect(course.locator(`.lab ${hidden}`).first()).toBeHidden();
    expect((await course.locator('.lab-head h2').boundingBox())!.width).toBeLessThanOrEqual(1);
    await expect(course.locator('.transport')).toBeVisible();
    // The fastest of all.
    const speed = course.getByLabel('Speed');
    expect(await speed.evaluate((list: HTMLSelectElement) => list.selectedIndex === list.length - 1)).toBe(true);
    await leave(page);

    course = await late('run=1&speed=10');
    const slider = course.getByLabel('Moment in the run');
    await expect.poll(() => slider.inputValue()).not.toBe('0');
    await expect(course.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await expect(course.locator('[data-counts] li')).toHaveText([/Figures run: 0 of 1/]);
    await slider.press('End');
    await expect(course.locator('[data-counts] li')).toHaveText([/Figures run: 1 of 1/]);
    await leave(page);

    course = await late('run=1&speed=10&controls=none');
    await expect(course.locator('.transport')).toBeHidden();
    await expect(course.locator('[data-counts]')).toContainText('Nothing here is asked of you');
    await expect(course.locator('[data-counts] li')).toHaveCount(0);
    await expect.poll(() => status(page)).toBe('incomplete');
  });

  test('its colours are there before its script is: nothing flashes', async ({ page, context }) => {
    await context.route('**/lesson.js', (route) => route.abort());
    const query = 'scenario=late&theme=dark';
    const course = await setUpCourse(page, 'incremental-ingestion', {
      simulation: 'incremental-ingestion',
      query,
      questions: false,
    });
    await expect(course.locator('h1')).toBeVisible();
    await expect(course.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  for (const [what, setUp, said] of [
    [
      'no such challenge',
      { simulation: 'tromboning', query: 'challenge=nothing', questions: false },
      'There is no challenge "nothing" here, so none is set.',
    ],
    ['no such simulation', { simulation: 'nothing', query: '', questions: false }, 'you see the whole lesson'],
    ['no words at all', { simulation: 1, query: null } as never, 'you see the whole lesson'],
  ] as [string, PackageSetUp, string][]) {
    test(`a set-up that names ${what} is said, and there is a lab all the same`, async ({ page }) => {
      const course = await setUpCourse(page, slug, setUp);
      await expect(course.locator('[data-notice], .lab .notices').filter({ hasText: said })).toBeVisible();
      await expect(course.locator('[data-alive]').first()).toBeVisible();
    });
  }
});

for (const { folder, base } of Object.values(sites)) {
  test(`the packages of a site at ${base}: every file is in the manifest, none is missing, all are below 600 kB`, () => {
    for (const name of readdirSync(join(folder, 'days'))) {
      const zipped = readFileSync(join(folder, 'downloads', `${name}-scorm12.zip`));
      expect(zipped.length).toBeLessThan(600_000);
      const held = unzipSync(new Uint8Array(zipped));
      const $ = load(strFromU8(held['imsmanifest.xml']!), { xml: true });
      const listed = $('file')
        .toArray()
        .map((file) => $(file).attr('href')!);
      expect(listed).toEqual(
        Object.keys(held)
          .filter((file) => file !== 'imsmanifest.xml')
          .sort(),
      );
      expect($('resource').attr('href')).toBe('index.html');
      // What the page asks for is beside it, and what it links to is the site or itself.
      const page = load(strFromU8(held['index.html']!), { scriptingEnabled: false });
      for (const name of ['src', 'srcset', 'href']) {
        const shown = page(`script[${name}], img[${name}], source[${name}], image[${name}], link[${name}]`).toArray();
        for (const each of shown) expect(Object.keys(held)).toContain(page(each).attr(name)!.replace(/#.*/, ''));
      }
      for (const link of page('a[href]').toArray()) expect(page(link).attr('href')).toMatch(/^(#|\?lab=|https?:\/\/)/);
      expect(page('astro-island, script[type=module], meta[http-equiv], [data-bench]').length).toBe(0);
      const text = strFromU8(held['index.html']!) + strFromU8(held['lesson.css']!);
      if (base !== '/') expect(text).not.toMatch(new RegExp(`["'(]${base}`));
    }
  });

  test(`the cartridge of a site at ${base} links to each day with its absolute address`, () => {
    const held = unzipSync(new Uint8Array(readFileSync(join(folder, 'downloads', 'daybreak.imscc'))));
    const $ = load(strFromU8(held['imsmanifest.xml']!), { xml: true });
    const listed = $('resource > file')
      .toArray()
      .map((file) => $(file).attr('href')!);
    expect([...listed, 'imsmanifest.xml'].sort()).toEqual(Object.keys(held).sort());
    const addresses = listed.map((file) => load(strFromU8(held[file]!), { xml: true })('webLink > url').attr('href'));
    expect(addresses).toEqual(
      ['dark-deployments', 'tromboning', 'incremental-ingestion'].map(
        (day) => `http://localhost:4321${base}days/${day}/`,
      ),
    );
  });
}
