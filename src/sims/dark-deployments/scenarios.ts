/**
 * The starting situations. The two mornings differ in one field and share their seed, so that both
 * shops meet the same shoppers; the seed was chosen for a morning close to the expected one.
 */
import type { Scenario } from '../../engine/simulation.ts';
import { DAY, HOUR, MINUTE, WEEK } from './clock.ts';
import type { Config, Fact, Input } from './state.ts';

type DarkScenario = Scenario<Config, Input, Fact>;

const morningSeed = 162;
const at = (ms: number) => ({ timeUs: ms * 1000 });

const oneSearch: DarkScenario = {
  title: 'One search',
  config: { traffic: 'one' },
  inputs: [],
  seed: morningSeed,
  untilMs: 20_000,
  pace: 1000,
  cues: [
    {
      id: 'shoes',
      say: 'Same code, same request. Only who sees the answer changed.',
      onMeasures: ({ harmed }) => (harmed ?? 0) > 0,
    },
  ],
};

const bigBang: DarkScenario = {
  title: 'Monday morning, everyone at once',
  config: { v2Visible: true },
  inputs: [],
  seed: morningSeed,
  untilMs: HOUR,
  pace: 1.5 * MINUTE,
  cues: [
    {
      id: 'first-harm',
      say: 'Somebody asked for a laptop and was shown shoes. The inbox is still empty.',
      onFact: (fact) => fact.type === 'shownWrong',
    },
    {
      id: 'first-complaint',
      say: 'The first complaint. Count the crosses that came before it.',
      onFact: (fact) => fact.type === 'complained',
    },
    {
      id: 'rollback-starts',
      say: 'The rollback has begun, and shoppers keep searching.',
      onFact: (fact) => fact.type === 'rollbackStarted',
    },
    { id: 'rolled-back', say: 'v2 is out. Every cross was a person.', onFact: (fact) => fact.type === 'rolledBack' },
  ],
};

const darkMorning: DarkScenario = {
  title: 'Monday morning, dark',
  config: {},
  inputs: [],
  seed: morningSeed,
  untilMs: HOUR,
  pace: 1.5 * MINUTE,
  cues: [
    {
      id: 'first-mismatch',
      say: 'The same search, the same shoes. The shopper sees laptops; the shop sees both.',
      onFact: (fact) => fact.type === 'mismatch',
    },
    {
      id: 'quiet-hour',
      say: 'Nearly an hour, and the inbox is empty.',
      onMeasures: ({ searches, complaints }) => (searches ?? 0) >= 165 && complaints === 0,
    },
  ],
};

const week: DarkScenario = {
  title: 'The week',
  config: {},
  inputs: [],
  seed: morningSeed,
  untilMs: WEEK,
  pace: 30 * MINUTE,
  cues: [
    {
      id: 'first-mismatch',
      say: 'Found on Monday morning. Ship the fix when you are ready.',
      onFact: (fact) => fact.type === 'mismatch',
    },
    {
      id: 'fix-shipped',
      say: 'The fix is in. Does the evidence change?',
      onFact: (fact) => fact.type === 'fixShipped',
    },
    {
      id: 'confident',
      say: 'Friday, 09:00. Look at the evidence. Confident? The switch is yours.',
      onFact: (fact) => fact.type === 'opened' && fact.day === 4,
    },
    {
      id: 'harm',
      say: 'Shoppers are being shown shoes. The switch still works, and it is quicker than a rollback.',
      onFact: (fact) => fact.type === 'shownWrong',
    },
  ],
};

/** The brief's week as a shop would do it: found on Monday, fixed by Wednesday, visible on Friday in steps. */
const weekDone: DarkScenario = {
  ...week,
  title: 'The week, fixed and released',
  inputs: [
    { at: at(HOUR), input: { type: 'shipFix' } },
    { at: at(4 * DAY), input: { set: 'release', value: 'ramp' } },
    { at: at(4 * DAY), input: { set: 'v2Visible', value: true } },
  ],
  cues: week.cues.filter(({ id }) => id !== 'harm'),
};

/** Every stage of the way, in one week: off, shadow, canary, ramp, live. */
const staged: DarkScenario = {
  ...week,
  title: 'Off, shadow, canary, ramp, live',
  config: { mirrorShare: 0 },
  inputs: [
    { at: at(HOUR), input: { set: 'mirrorShare', value: 1 } },
    { at: at(2 * HOUR), input: { type: 'shipFix' } },
    { at: at(3 * DAY), input: { set: 'release', value: 'canary' } },
    { at: at(3 * DAY), input: { set: 'v2Visible', value: true } },
    { at: at(4 * DAY), input: { set: 'release', value: 'ramp' } },
    { at: at(4 * DAY + 2 * HOUR), input: { set: 'release', value: 'everyone' } },
  ],
  cues: week.cues.filter(({ id }) => id !== 'harm' && id !== 'confident'),
};

/** No mismatch all week, since nothing was compared; and then Friday. */
const uncompared: DarkScenario = {
  ...week,
  title: 'The week, nothing copied',
  config: { mirrorShare: 0 },
  inputs: [{ at: at(4 * DAY), input: { set: 'v2Visible', value: true } }],
  cues: week.cues.filter(({ id }) => id === 'harm'),
};

/** Ties fall by chance, so v1 does not always agree with itself; and v2 is v1's rules written anew. */
const noise: DarkScenario = {
  ...darkMorning,
  title: 'Every search asked of v1 twice',
  config: { noise: true, candidate: 'rewrite', judge: 'equality' },
  cues: [
    {
      id: 'noise',
      say: 'v1, asked twice, gave two answers. Is that a bug in v2?',
      onFact: (fact) => fact.type === 'disagreedWithItself',
    },
    {
      id: 'first-alarm',
      say: 'An alarm. Look at both pages: is anything wrong with v2?',
      onFact: (fact) => fact.type === 'mismatch',
    },
  ],
};

/** One copy in ten, of a bug that one search in a thousand meets: a week in which nothing is found proves little. */
const rare: DarkScenario = {
  title: 'The week, a bug in one search of a thousand',
  config: { candidate: 'second', mirrorShare: 0.1 },
  inputs: [],
  seed: 1,
  untilMs: WEEK,
  pace: 30 * MINUTE,
  cues: [
    {
      id: 'first-mismatch',
      say: 'Found: somebody asked, and a copy was made of just that search.',
      onFact: (fact) => fact.type === 'mismatch',
    },
  ],
};

/** By the names that lessons and links use. */
export const scenarios = {
  'one-search': oneSearch,
  'big-bang': bigBang,
  'dark-morning': darkMorning,
  week,
  'week-done': weekDone,
  staged,
  uncompared,
  noise,
  rare,
};
