import { describe, expect, test } from 'vitest';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { openRun } from '../../src/engine/run.ts';
import { play } from '../../src/engine/timeline.ts';
import { challengeOf } from '../../src/lesson/challenge-of.ts';
import {
  checkAttributes,
  checkTags,
  isInLater,
  labOf,
  laterId,
  requireId,
  requireLab,
} from '../../src/lesson/current.ts';
import { readFrontMatter, refuseDoubles, simulationNames, slugOf } from '../../src/lesson/front-matter.ts';
import { readGlossary } from '../../src/lesson/glossary.ts';
import { momentLink } from '../../src/lesson/moment-link.ts';
import { choiceKey, curveOf, kindOf, requireRange } from '../../src/lesson/prediction.ts';
import { readQuestions } from '../../src/lesson/questions.ts';
import { callFormula, withScenario } from '../../src/lesson/several.ts';
import { simulationsOf } from '../../src/lesson/simulation-of.ts';
import { check } from '../../src/lesson/validation-of.ts';
import { boundedQueue } from '../contract/bounded-queue.ts';

const file = 'content/lessons/04-queues/lesson.mdx';
const good = {
  day: 4,
  title: 'Queues',
  summary: 'A line without a limit hides an overload.',
  card: 'A line with a limit.',
  minutes: 8,
  simulation: 'bounded-queue',
  still: { scenario: 'busy', at: 'cue full' },
  simplifications: ['There is one server.'],
  sources: [{ title: 'Kendall 1953', url: 'https://www.jstor.org/stable/2236285' }],
};
const said = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
};

describe('what an author is told about the front matter', () => {
  test('a complete one is taken as it is', () => {
    expect(readFrontMatter(good, file)).toEqual(good);
  });

  test('a misspelled key', () => {
    const { minutes, ...rest } = good;
    expect(said(() => readFrontMatter({ ...rest, minuts: minutes }, file))).toBe(
      `The front matter of ${file} is not right.\n` +
        `- "minutes" is missing.\n` +
        `- There is no key "minuts".\n` +
        `It can have: day, title, summary, card, minutes, simulation, still, simplifications, numbers, sources.\n` +
        `Correct it in ${file}.`,
    );
  });

  test('a value of the wrong kind, a moment that is none, and a key too many deeper down', () => {
    expect(
      said(() =>
        readFrontMatter({ ...good, day: 'four', still: { scenario: 'busy', at: 'noon', theme: 'dark' } }, file),
      ),
    ).toBe(
      `The front matter of ${file} is not right.\n` +
        `- "day": expected number, received string.\n` +
        `- "still, at": must be start, end, a moment such as 120ms, or cue and the name of a cue.\n` +
        `- There is no key "theme" in still, which can have: scenario, at.\n` +
        `It can have: day, title, summary, card, minutes, simulation, still, simplifications, numbers, sources.\n` +
        `Correct it in ${file}.`,
    );
  });

  test('a line for the calendar that is too long', () => {
    expect(
      said(() => readFrontMatter({ ...good, card: 'A line of people that is longer than the card' }, file)),
    ).toContain(`- "card": expected string to have <=40 characters.`);
  });

  test('a list of simulations is taken, one twice is not', () => {
    expect(simulationNames({ simulation: 'bounded-queue' })).toEqual(['bounded-queue']);
    const several = readFrontMatter({ ...good, simulation: ['bounded-queue', 'retries'] }, file);
    expect(simulationNames(several)).toEqual(['bounded-queue', 'retries']);
    expect(said(() => readFrontMatter({ ...good, simulation: ['retries', 'retries'] }, file))).toContain(
      `- "simulation": must be the name of a folder in src/sims, or a list of different ones.\n`,
    );
  });

  test('numbers of which it is not said what they are', () => {
    const numbers = [{ measured: 'The delay of a fibre.' }, { allowance: 'A quarter of an hour.' }];
    expect(readFrontMatter({ ...good, numbers }, file).numbers).toEqual(numbers);
    expect(
      said(() => readFrontMatter({ ...good, numbers: [...numbers, { guessed: 'How many come.' }] }, file)),
    ).toContain(`- "numbers, number 3": must be one of measured, modelled and allowance, with a sentence.\n`);
  });

  test('a day that is not its folder’s', () => {
    expect(said(() => readFrontMatter({ ...good, day: 5 }, file))).toBe(
      `${file} says day: 5, but its folder is numbered 04.\n` +
        `Make the two agree: correct day in ${file}, or rename the folder.`,
    );
  });

  test('a lesson in a folder without a number', () => {
    expect(slugOf('04-bounded-queues/lesson.mdx')).toBe('bounded-queues');
    expect(said(() => slugOf('queues/lesson.mdx'))).toBe(
      `content/lessons/queues/lesson.mdx is not where a lesson can be.\n` +
        `A lesson is content/lessons/<day>-<name>/lesson.mdx, its name in lower case with hyphens: content/lessons/04-backpressure/lesson.mdx.`,
    );
  });

  test('two lessons on one day', () => {
    const lessons = ['04-queues/lesson.mdx', '04-retries/lesson.mdx'];
    expect(said(() => refuseDoubles(lessons))).toBe(
      `Two lessons have the same day, 4: content/lessons/04-queues/lesson.mdx and content/lessons/04-retries/lesson.mdx.\n` +
        `Renumber or rename one of the two folders, and its day: in the front matter.`,
    );
  });

  test('two lessons with one name', () => {
    expect(said(() => refuseDoubles(['04-queues/lesson.mdx', '07-queues/lesson.mdx']))).toBe(
      `Two lessons have the same name, queues: content/lessons/04-queues/lesson.mdx and content/lessons/07-queues/lesson.mdx.\n` +
        `Renumber or rename one of the two folders.`,
    );
  });
});

const questions = 'content/lessons/04-queues/questions.yaml';

describe('what an author is told about questions', () => {
  test('a choice and a number are taken, with their defaults', () => {
    const read = readQuestions(
      `- { id: a, kind: choice, ask: Which?, options: [{ text: One, why: No. }, { text: Two, correct: true, why: Yes. }] }
- { id: b, kind: number, ask: How many?, answer: 3, why: Three. }`,
      questions,
    );
    expect(read.map(({ kind }) => kind)).toEqual(['choice', 'number']);
    expect(read[1]).toMatchObject({ tolerance: 0, unit: '' });
  });

  test('a kind that does not exist', () => {
    expect(said(() => readQuestions('- { id: a, kind: essay, ask: Why? }', questions))).toBe(
      `Question 1 ("a") in ${questions} has the kind "essay".\nThere are: choice, number.\nCorrect it in ${questions}.`,
    );
  });

  test('an option without its reason', () => {
    expect(
      said(() =>
        readQuestions(
          '- { id: a, kind: choice, ask: Which?, options: [{ text: One }, { text: Two, correct: true, why: Yes. }] }',
          questions,
        ),
      ),
    ).toBe(
      `Question 1 ("a") in ${questions} is not right.\n` +
        `- "options, number 1, why" is missing.\n` +
        `It can have: id, kind, ask, options, why.\n` +
        `Correct it in ${questions}.`,
    );
  });

  test('a misspelled key of an option', () => {
    const options = '[{ text: One, why: No. }, { text: Two, corect: true, why: Yes. }]';
    expect(said(() => readQuestions(`- { id: a, kind: choice, ask: Which?, options: ${options} }`, questions))).toBe(
      `Question 1 ("a") in ${questions} is not right.\n` +
        `- There is no key "corect" in options, number 2, which can have: text, correct, why.\n` +
        `It can have: id, kind, ask, options, why.\n` +
        `Correct it in ${questions}.`,
    );
  });

  test('no right option, or two', () => {
    const none = '- { id: a, kind: choice, ask: Which?, options: [{ text: One, why: No. }, { text: Two, why: No. }] }';
    expect(said(() => readQuestions(none, questions))).toBe(
      `Question 1 ("a") in ${questions} needs exactly one option with "correct: true".\nCorrect it in ${questions}.`,
    );
  });

  test('one id twice', () => {
    const twice =
      '- { id: a, kind: number, ask: One?, answer: 1, why: One. }\n- { id: a, kind: number, ask: Two?, answer: 2, why: Two. }';
    expect(said(() => readQuestions(twice, questions))).toBe(
      `Two questions have the id "a".\nGive each its own in ${questions}.`,
    );
  });

  test('a file that is not YAML, with the place of the fault', () => {
    expect(said(() => readQuestions('- id: a\n  ask: "Which', questions))).toBe(
      `${questions} cannot be read: Missing closing "quote at line 2, column 14.\nCorrect it in ${questions}.`,
    );
  });

  test('a file that is no list', () => {
    expect(said(() => readQuestions('id: a', questions))).toBe(
      `${questions} must be a list of questions, each starting with "- id:".\nCorrect it in ${questions}.`,
    );
  });
});

test('a glossary entry with a misspelled key is refused with what exists', () => {
  expect(said(() => readGlossary('latency: { term: latency, mean: A delay. }', 'content/glossary.yaml'))).toBe(
    `The entry "latency" of content/glossary.yaml is not right.\n` +
      `- "means" is missing.\n` +
      `- There is no key "mean".\n` +
      `It can have: term, means, source.\n` +
      `Correct it in content/glossary.yaml.`,
  );
});

test('a component that names a lab the lesson does not have is refused with those it has', () => {
  const lesson = {
    slug: 'queues',
    file,
    simulations: ['bounded-queue'],
    body: '<Lab id="line" />\n<Lab\n  title="x" id="flood" />',
  };
  expect(said(() => requireLab('line', lesson, 'Reveal'))).toBe('no error');
  expect(said(() => requireLab('lin', lesson, 'Reveal'))).toBe(
    `<Reveal> names the lab "lin", which this lesson does not have.\n` +
      `It has: line, flood.\n` +
      `Correct the name in ${file}.`,
  );
});

test('what a lab begins with, has beside it, and shows without scripts is read from its tag', () => {
  const body =
    '<Lab id="two" scenario="busy" set={{ capacity: 5 }} vs={[{ open: false }]} still={{ open: true }} title="Two, and why" fields={[\'capacity\']} />';
  expect(labOf('two', { slug: 'queues', file, simulations: [], body }, 'At')).toEqual({
    scenario: 'busy',
    title: 'Two, and why',
    fields: ['capacity'],
    more: [],
    acts: [],
    measures: [],
    set: { capacity: 5 },
    vs: [{ open: false }],
    still: { open: true },
  });
});

test('the address of a folded part is its own', () => {
  const body =
    '<Later title="Who waits?">\n<Lab id="flood" scenario="flood" title="Flood" />\n</Later>\n<Later title="Flood">\n</Later>';
  const lesson = { slug: 'queues', file, simulations: [], body };
  expect(laterId('Who waits?', lesson)).toBe('who-waits');
  expect(() => laterId('Flood', lesson)).toThrow(
    'The address of <Later title="Flood"> is #flood, and another part or a lab of this lesson has it too.\n' +
      `Give it another title in ${file}.`,
  );
});

test('a lab is folded where its tag stands between those of a <Later>', () => {
  const body = [
    '<Lab id="line" scenario="busy" />',
    'A `<Later>` in code opens nothing.',
    '<Later title="More">',
    '<Lab\n  scenario="busy"\n  id="flood"\n/>',
    '</Later>',
    '<Lab id="rest" scenario="busy" />',
  ].join('\n\n');
  const lesson = { slug: 'queues', file, simulations: ['bounded-queue'], body };
  expect(['line', 'flood', 'rest'].map((lab) => isInLater(lab, lesson))).toEqual([false, true, false]);
});

test('a misspelled attribute, a missing one and a misspelled tag are named, with what exists and where to fix', () => {
  const file = 'content/lessons/04-queues/lesson.mdx';
  const known = ['id', 'measures'];
  expect(said(() => checkAttributes('Lab', { id: 'line', measures: [] }, known, ['id'], file))).toBe('no error');
  expect(said(() => checkAttributes('Lab', { mesures: [] }, known, ['id'], file))).toBe(
    `<Lab> has no attribute "mesures".\nIt has: id, measures.\nCorrect the name in ${file}.`,
  );
  expect(said(() => checkAttributes('Lab', {}, known, ['id'], file))).toBe(`<Lab> needs id="…".\nAdd it in ${file}.`);
  const lesson = { slug: 'queues', file, simulations: ['bounded-queue'], body: '<Aks>Why?</Aks> but not `<Nothing>`' };
  expect(said(() => checkTags(lesson, ['Ask', 'Lab']))).toBe(
    `There is no <Aks> in a lesson.\nThere are: <Ask>, <Lab>.\nCorrect the tag in ${file}.`,
  );
});

const queue = boundedQueue as unknown as AnySimulation;
const lesson = {
  slug: 'queues',
  file,
  simulations: ['bounded-queue'],
  body: `<Lab id="line" scenario="busy" title="A line" set={{ capacity: 5, open: true }} />\n<Lab\n  scenario='calm'\n  id='rest'\n/>`,
};

describe('what an author is told about a prediction', () => {
  const asked = { id: 'how-long', lab: 'line', scenario: 'busy', measure: 'inSystem' };

  test('a kind that does not exist', () => {
    expect(said(() => kindOf({ ...asked, as: 'slider' }, file))).toBe(
      `A <Predict> cannot be as="slider".\nThere are: choice, number, draw.\nCorrect it in ${file}.`,
    );
    expect(kindOf({ ...asked, options: [] } as object, file)).toBe('choice');
    expect(kindOf({ ...asked, as: 'number', min: 0, max: 5, step: 1 } as object, file)).toBe('number');
  });

  test('an attribute of another kind, and one that is missing', () => {
    expect(said(() => kindOf({ ...asked, as: 'number', options: [] } as object, file))).toBe(
      `<Predict as="number"> has no attribute "options".\n` +
        `It has: as, id, lab, scenario, measure, set, inputs, at, min, max, step, close.\n` +
        `Correct the name in ${file}.`,
    );
    expect(said(() => kindOf({ ...asked, as: 'draw' }, file))).toBe(
      `<Predict as="draw"> needs max="…".\nAdd it in ${file}.`,
    );
  });

  test('options of which none, or more than one, holds in the run', () => {
    const options = [{ is: 'at most 5' }, { is: 'at most 9' }];
    expect(choiceKey('how-long', 'inSystem', 7, options, file)).toBe(1);
    expect(said(() => choiceKey('how-long', 'inSystem', 3, options, file))).toBe(
      `The prediction "how-long" must have exactly one option that holds; 2 do.\n` +
        `The model says inSystem is 3; the options are: at most 5; at most 9.\nCorrect them in ${file}.`,
    );
  });

  test('a slider that does not reach what the model says, or cannot be moved', () => {
    expect(said(() => requireRange('how-long', 12, { min: 0, max: 10, step: 1 }, file))).toBe(
      `The prediction "how-long" asks for a number from 0 to 10, but the model says 12.\nWiden min and max in ${file}.`,
    );
    expect(said(() => requireRange('how-long', 5, { min: 10, max: 0, step: 1 }, file))).toBe(
      `The prediction "how-long" asks for a number from 10 to 0 in steps of 1, which leaves no choice.\n` +
        `Correct min, max and step in ${file}.`,
    );
  });

  test('a chart with too many points, or one that is too low for the run', () => {
    const timeline = play(queue, openRun(queue, 'busy'));
    const draw = (points: number, max: number) =>
      said(() => curveOf('shape', timeline, { measure: 'rejectedShare', points, max, times: 100 }, file));
    expect(draw(12, 100)).toBe(
      `The prediction "shape" has points={12}; it can have from 4 to 8.\nCorrect it in ${file}.`,
    );
    expect(draw(6, 1)).toMatch(
      new RegExp(`^The prediction "shape" is drawn in a chart from 0 to 1, but the model says [0-9.]+ to [0-9.]+\\.\n`),
    );
    expect(draw(6, 100)).toBe('no error');
  });

  test('an id that cannot be part of an address', () => {
    expect(said(() => requireId('How long', 'Predict', file))).toBe(
      `Every <Predict> needs an id of its own in lower case; got "How long".\nCorrect it in ${file}.`,
    );
  });
});

describe('what an author is told about a challenge', () => {
  test('one that the simulation does not have', () => {
    expect(said(() => challengeOf(queue, 'roomy', 'line', lesson))).toBe(
      `The simulation "bounded-queue" has no challenge "roomy".\n` +
        `It has: room, quick.\n` +
        `Correct the id in ${file}, or add it to challenges in src/sims/bounded-queue/index.ts.`,
    );
  });

  test('a lab that shows another scenario, or does not exist', () => {
    expect(challengeOf(queue, 'room', 'line', lesson).id).toBe('room');
    expect(said(() => challengeOf(queue, 'room', 'rest', lesson))).toBe(
      `The challenge "room" begins in the scenario "busy", but the lab "rest" shows "calm".\n` +
        `Name a lab with scenario="busy" in ${file}, or add one.`,
    );
    expect(said(() => challengeOf(queue, 'room', 'flood', lesson))).toBe(
      `<Challenge> names the lab "flood", which this lesson does not have.\n` +
        `It has: line, rest.\n` +
        `Correct the name in ${file}.`,
    );
  });
});

describe('a link to a moment', () => {
  test('opens the lab’s own scenario and fields where it names none', () => {
    expect(labOf('line', lesson, 'At')).toMatchObject({ scenario: 'busy', set: { capacity: 5, open: true } });
    expect(momentLink(queue, { lab: 'line', at: '1500ms' }, lesson)).toBe(
      `?lab=line&v=${queue.version}&scenario=busy&seed=1&places=5&open=1&t=1500#line`,
    );
    expect(momentLink(queue, { lab: 'line', at: 'end', scenario: 'calm' }, lesson)).toBe(
      `?lab=line&v=${queue.version}&scenario=calm&seed=1&t=10000#line`,
    );
  });

  test('leads to a cue where the run meets it, to the event', () => {
    const link = momentLink(queue, { lab: 'line', at: 'cue first-refusal', set: {} }, lesson);
    const timeline = play(queue, openRun(queue, 'busy'));
    const refused = timeline.log.find(({ fact }) => fact.type === 'turnedAway')!;
    expect(link).toContain(`&t=${refused.timeUs / 1000}~${refused.k}#line`);
  });

  test('to a lab, a scenario or a cue that does not exist is refused with what exists', () => {
    expect(said(() => momentLink(queue, { lab: 'lin', at: 'end' }, lesson))).toBe(
      `<At> names the lab "lin", which this lesson does not have.\nIt has: line, rest.\nCorrect the name in ${file}.`,
    );
    expect(said(() => momentLink(queue, { lab: 'line', at: 'cue refusal' }, lesson))).toBe(
      `"cue refusal" is no moment of the scenario "busy" of "bounded-queue".\n` +
        `A moment is start, end, a time such as 1200ms, or one of its cues: cue first-refusal, cue tenth.\n` +
        `This is asked for in ${file}.`,
    );
    expect(said(() => momentLink(queue, { lab: 'line', at: 'end', scenario: 'bussy' }, lesson))).toBe(
      `The simulation "bounded-queue" has no scenario "bussy".\n` +
        `It has: calm, busy.\n` +
        `Correct the name, or add it to src/sims/bounded-queue/scenarios.ts.\n` +
        `This is asked for in ${file}.`,
    );
  });
});

describe('what an author is told of a lesson with several simulations', () => {
  const calm = {
    ...queue,
    id: 'calm-queue',
    scenarios: { rest: queue.scenarios['busy']!, calm: queue.scenarios['calm']! },
  };

  test('a scenario belongs to the simulation that has it', () => {
    expect(withScenario([queue, calm], 'busy', file).id).toBe('bounded-queue');
    expect(withScenario([queue, calm], 'rest', file).id).toBe('calm-queue');
  });

  test('a simulation that does not exist', () => {
    expect(said(() => simulationsOf({ simulations: ['tromboning', 'bounded-queue'], file }))).toMatch(
      new RegExp(
        `^${file} names the simulation "bounded-queue", which does not exist\\.\n` +
          `There are: .*\\btromboning\\b.*\\.\n` +
          `Correct simulation: in ${file}, or add the simulation as src/sims/bounded-queue/index\\.ts\\.$`,
      ),
    );
  });

  test('a scenario that none has', () => {
    expect(said(() => withScenario([queue, calm], 'rush', file))).toBe(
      `No simulation of this lesson has a scenario "rush".\n` +
        `"bounded-queue" has: ${Object.keys(queue.scenarios).join(', ')}.\n` +
        `"calm-queue" has: rest, calm.\n` +
        `Correct the name in ${file}, or add it to src/sims/bounded-queue/scenarios.ts or src/sims/calm-queue/scenarios.ts.`,
    );
  });

  test('a scenario that two have', () => {
    expect(said(() => withScenario([queue, calm], 'calm', file))).toBe(
      `The scenario "calm" is in more than one simulation of this lesson: bounded-queue, calm-queue.\n` +
        `Rename all but one of them in src/sims/bounded-queue/scenarios.ts and src/sims/calm-queue/scenarios.ts, so that its name in ${file} says which is meant.`,
    );
  });

  const theories = {
    'bounded-queue': { waitMs: (load: number) => 5 / (1 - load), twice: (n: number) => 2 * n },
    'calm-queue': { twice: (n: number) => n + n, LIMIT: 3 },
  };

  test('a formula is called in the simulation that has it', () => {
    expect(callFormula(theories, 'waitMs(0.5)', file)).toEqual({ value: 10, simulation: 'bounded-queue' });
  });

  test('a formula that none has, or that two have', () => {
    expect(said(() => callFormula(theories, 'waitms(0.5)', file))).toBe(
      `No simulation of this lesson has a formula "waitms".\n` +
        `"bounded-queue" has: waitMs, twice.\n` +
        `"calm-queue" has: twice.\n` +
        `Correct the name in ${file}, or add it to src/sims/bounded-queue/theory.ts or src/sims/calm-queue/theory.ts.`,
    );
    expect(said(() => callFormula(theories, 'twice(2)', file))).toBe(
      `The formula "twice" is in more than one simulation of this lesson: bounded-queue, calm-queue.\n` +
        `Rename all but one of them in src/sims/bounded-queue/theory.ts and src/sims/calm-queue/theory.ts, so that its name in ${file} says which is meant.`,
    );
  });

  test('a call that is not one, or that gives no number', () => {
    expect(said(() => callFormula(theories, 'waitMs(half)', file))).toBe(
      `theory="waitMs(half)" is not a formula with numbers, such as theory="name(1, 2)".\n` +
        `"bounded-queue" has: waitMs, twice.\n` +
        `"calm-queue" has: twice.\n` +
        `Correct it in ${file}.`,
    );
    expect(said(() => callFormula(theories, 'waitMs(60,,1)', file))).toMatch(
      /^theory="waitMs\(60,,1\)" is not a formula/,
    );
    expect(said(() => callFormula(theories, 'waitMs(1)', file))).toBe(
      `theory="waitMs(1)" gives Infinity, which is no number.\n` +
        `Correct the numbers in ${file}, or the formula in src/sims/bounded-queue/theory.ts.`,
    );
  });
});

test('a model that is further off than a row of its validation allows is refused with both values', () => {
  const row = {
    what: 'Turned away',
    source: 'Erlang 1917',
    expected: 0.25,
    unit: 'share',
    decimals: 0,
    tolerance: 0.01,
    how: 'mean of 200 seeds',
    measured: () => 0.254,
  };
  const place = 'src/sims/bounded-queue/validation.ts';
  expect(check(row, place)).toEqual({
    what: 'Turned away',
    source: 'Erlang 1917',
    expected: '25 %',
    measured: '25 %',
    how: 'mean of 200 seeds',
  });
  expect(said(() => check({ ...row, measured: () => 0.31 }, place))).toBe(
    `The model is further from what it was checked against than it may be, in "Turned away".\n` +
      `Erlang 1917 says 25.00 %, give or take 1.00 %; the model gives 31.00 %.\n` +
      `Correct the row in ${place}, or find out what changed in src/sims/bounded-queue.`,
  );
});
