/**
 * Short histories in which nothing happens by itself: the recording on PostgreSQL, and the traces that
 * the SQL bench grades a query by.
 */
import { SPAN_MS } from './calendar.ts';
import { act, insert, sync, type Situation } from './scenario-parts.ts';

const traced: Situation = {
  title: 'Trace: two inserts',
  config: { work: 'traced', commitDelayS: 0, stampS: 1 },
  inputs: [act(1, insert), act(2, insert), act(4, sync), act(7, insert), act(10, sync)],
  seed: 1,
  untilMs: 12_000,
  pace: 1000,
  cues: [],
};

/** By the names that lessons and links use. */
export const tracedScenarios = {
  /** facts/postgres-late-commit.json, from its 20th second: A inserts and stays open, B inserts, a sync, A commits, a sync. */
  recorded: {
    ...traced,
    title: 'As recorded on PostgreSQL 15.18',
    config: { work: 'recorded', commitDelayS: 0, watermark: 'seen' },
    inputs: [act(6.936, { ...insert, openS: 3.004 }), act(7.942, insert), act(8.9, sync), act(11, sync)],
    untilMs: SPAN_MS.recorded,
    cues: [
      {
        id: 'lost',
        say: 'A can be seen, and its stamp lies before the mark.',
        onFact: (fact) => fact.type === 'rowLost',
      },
    ],
  },
  'trace-plain': traced,
  'trace-update': {
    ...traced,
    title: 'Trace: an update',
    inputs: [
      act(1, insert),
      act(2, insert),
      act(4, sync),
      act(7, { type: 'update', order: 'oldest', touch: 'yes', openS: 0 }),
      act(10, sync),
    ],
  },
  'trace-delete': {
    ...traced,
    title: 'Trace: a delete',
    inputs: [
      act(1, insert),
      act(2, insert),
      act(4, sync),
      act(7, { type: 'delete', order: 'oldest', openS: 0 }),
      act(10, sync),
    ],
  },
  /** Rounded to whole seconds, both rows near the sync say 12:00:04; one is placed before it, one after. */
  'trace-tie': {
    ...traced,
    title: 'Trace: a tie',
    inputs: [act(1, insert), act(3.6, insert), act(4, sync), act(4.4, insert), act(10, sync)],
  },
  'trace-late': {
    ...traced,
    title: 'Trace: a late commit',
    inputs: [act(2, { ...insert, openS: 4 }), act(3, insert), act(4, sync), act(10, sync)],
  },
  /** The steps of the first sync are at 4, 4.5, 5, 5.5 and 6 s: the crash is between the load and the checkpoint. */
  'trace-crash': {
    ...traced,
    title: 'Trace: a crash and a retry',
    config: { ...traced.config, load: 'append', stepS: 0.5 },
    inputs: [
      act(1, insert),
      act(2, insert),
      act(4, sync),
      act(5.75, { type: 'crash' }),
      act(11, insert),
      act(13, sync),
    ],
    untilMs: 16_000,
  },
} satisfies Record<string, Situation>;
