import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge } from '../../../src/sims/incremental-ingestion/merging.ts';
import type { Order } from '../../../src/sims/incremental-ingestion/orders.ts';
import type { Config, State } from '../../../src/sims/incremental-ingestion/state.ts';
import { fates, ghosts } from '../../../src/sims/incremental-ingestion/tally.ts';
import { growing, living, writing } from './acting.ts';
import { act, plain, run, stateOf, sync, traced, versions } from './runs.ts';

const fixed = { seed: 3, numRuns: 150 };

test('whatever is done at the source, every visible row is present, rejected, coming, lost or stale, and the counts are of these', () => {
  const scenarios = fc.constantFrom('one-bar', 'eight-rows', 'full', 'traffic', 'mixed');
  fc.assert(
    fc.property(scenarios, writing(27), fc.integer({ min: 0, max: 28_000 }), (scenario, inputs, ms) => {
      const timeline = run(scenario, { inputs });
      const { state, config } = stateOf(timeline, ms);
      const { measures } = timeline.at({ timeUs: ms * 1000 });
      const told = fates(state, config);
      for (const fate of ['lost', 'stale'] as const)
        if (measures[fate] !== null) expect(told.filter((each) => each === fate)).toHaveLength(measures[fate]!);
      expect(new Set(told)).not.toContain('ghost'); // Nobody deletes softly here.
      for (const [name, holds] of Object.entries(plain.invariants)) expect(holds(state, config), name).toBe(true);
    }),
    fixed,
  );
});

test('right after a full sync the warehouse is the source, less what was rejected, and there is no ghost', () => {
  fc.assert(
    fc.property(writing(21), (inputs) => {
      const { state } = stateOf(run('full', { changed: { commitDelayS: 0, stepS: 0 }, inputs }), 22_000);
      const kept = state.source.filter(({ version }) => !state.rejected.includes(version));
      expect(versions(state.warehouse)).toEqual(versions(kept));
      expect(ghosts(state)).toEqual([]);
    }),
    fixed,
  );
});

/** What a reader saw at a moment of the past, from the books of the transactions alone. */
function visibleAt({ transactions }: State, ms: number): Order[] {
  const rows = new Map<number, Order>();
  const done = transactions.filter(({ committedMs }) => committedMs !== null && committedMs <= ms);
  for (const { id, row } of done.toSorted((a, b) => a.committedMs! - b.committedMs!)) if (row) rows.set(id, row);
  return [...rows.values()];
}

test('merge, at least once and newest wins: any crashes and then one clean sync give the replay of all rows the cursor could see', () => {
  const queries = fc.record({
    strategy: fc.constantFrom('modified-at', 'lookback', 'delay'),
    watermark: fc.constantFrom('clock', 'seen'),
    marginS: fc.constantFrom(0, 2),
    stepS: fc.constantFrom(0, 0.5),
  });
  fc.assert(
    fc.property(queries, growing(14), (changed, acts) => {
      const { state } = stateOf(traced([...acts, act(30, sync)], changed as Partial<Config>));
      const reads = state.syncs.filter(({ readMs }) => readMs !== null);
      const replayed = reads.reduce<readonly Order[]>((warehouse, { readMs, fromMs, upToMs, strategy }) => {
        const untilMs = strategy === 'delay' ? upToMs! : Infinity;
        const seen = visibleAt(state, readMs!).filter(
          (row) => row.modifiedAtMs > fromMs! && row.modifiedAtMs <= untilMs,
        );
        return merge(
          warehouse,
          { rows: seen, keys: null, deleted: [], replaces: false },
          { load: 'merge', newestWins: true },
        ).warehouse;
      }, []);
      expect(state.sync.status).toBe('idle');
      expect(versions(state.warehouse)).toEqual(versions(replayed));
    }),
    fixed,
  );
});

test('where every write touches modified_at and commits at once, that is the source', () => {
  fc.assert(
    fc.property(growing(14), fc.constantFrom('clock', 'seen'), (acts, watermark) => {
      const prompt = acts.map(({ at, input }) => ({
        at,
        input: 'openS' in input ? { ...input, openS: 0, ...('touch' in input ? { touch: 'yes' } : {}) } : input,
      }));
      const { state } = stateOf(traced([...prompt, act(30, sync)], { stepS: 0.5, watermark, strategy: 'at-least' }));
      expect(versions(state.warehouse)).toEqual(versions(state.source));
    }),
    fixed,
  );
});

test('the log gives the source exactly, after any inserts, updates, deletes and crashes, whatever the clocks and stamps say', () => {
  const settings = fc.record({
    strategy: fc.constant('log'),
    checkpoint: fc.constantFrom('after', 'together'),
    newestWins: fc.boolean(),
    stampS: fc.constantFrom(0, 1),
    stepS: fc.constantFrom(0, 0.5),
  });
  fc.assert(
    fc.property(settings, living(14), (changed, acts) => {
      const timeline = traced([...acts, act(30, sync)], changed as Partial<Config>);
      const { state } = stateOf(timeline);
      expect(versions(state.warehouse)).toEqual(versions(state.source));
      expect(timeline.end.measures).toMatchObject({ lost: 0, stale: 0, ghosts: 0, duplicates: 0 });
    }),
    fixed,
  );
});

test('and so it does for a stream of all three kinds by two writers whose clocks disagree', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const timeline = run('by-log', { seed, changed: { skewS: 7, every: '15' } });
    expect(timeline.end.measures).toMatchObject({ lost: 0, stale: 0, ghosts: 0, overlooked: 0 });
  }
});
