/** What a learner does in a course, and what the LMS has of it. */
import { expect, type Frame, type Page } from '@playwright/test';
import { noted } from '../embed/lms.ts';

/** What an LMS keeps of a learner, as scorm-again has it. */
export interface Cmi {
  core: { lesson_status: string; lesson_location: string; score: { raw: string; min: string; max: string } };
  suspend_data: string;
}

/** Such parts of the lesson, without what is folded. */
export const inLesson = (what: string) => `${what}:not(.later *)`;

/** Answers every question of the frame: with what is right, or with the first choice there is. */
export async function answerAll(course: Frame, right: boolean): Promise<void> {
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

/** Makes every guess of the lesson. */
export async function guessAll(course: Frame): Promise<void> {
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

/** Takes one lab to the end of its run. */
export async function runLab(course: Frame, lab: string): Promise<void> {
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

/** Takes every lab of the lesson to the end of its run. */
export async function runAll(course: Frame): Promise<void> {
  const labs = course.locator(inLesson('section.lab'));
  for (const lab of await labs.evaluateAll((each) => each.map(({ id }) => id))) await runLab(course, lab);
}

/** The status that the LMS has; nothing before it was told. */
export const status = async (page: Page): Promise<string | undefined> =>
  (await noted<Cmi | null>(page, 'cmi'))?.core.lesson_status;
/** The score that the LMS has. */
export const raw = async (page: Page): Promise<string | undefined> =>
  (await noted<Cmi | null>(page, 'cmi'))?.core.score.raw;
