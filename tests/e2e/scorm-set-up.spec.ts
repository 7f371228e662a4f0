/** SCORM 1.2 packages that an instructor has set up: one lab with its locks, its challenge and the questions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test, type Frame, type Page } from '@playwright/test';
import { withSetUp, type PackageSetUp } from '../../src/embed/with-set-up.ts';
import { launch, leave, noted, scormAgain, serveCourse } from '../embed/lms.ts';
import { answerAll, raw, runLab, status, type Cmi } from './course.ts';
import { sendFirewall } from './places.ts';
import { sites } from './sites.ts';

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
    let course = await setUpCourse(page, 'tromboning', setUp);
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
      const course = await setUpCourse(page, 'tromboning', setUp);
      await expect(course.locator('[data-notice], .lab .notices').filter({ hasText: said })).toBeVisible();
      await expect(course.locator('[data-alive]').first()).toBeVisible();
    });
  }
});
