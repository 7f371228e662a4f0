import { expect, test } from 'vitest';
import { openRun } from '../../../src/engine/run.ts';
import type { TimedInput, Values } from '../../../src/engine/simulation.ts';
import { play, Timeline } from '../../../src/engine/timeline.ts';
import { simulation } from '../../../src/sims/incremental-ingestion/index.ts';
import type { State } from '../../../src/sims/incremental-ingestion/state.ts';

function played(scenario: string, changed: Values = {}, inputs: TimedInput[] = []): Timeline {
  return play(simulation, openRun(simulation, scenario, { changed, inputs }));
}
const stateOf = (timeline: Timeline, timeUs = timeline.untilUs): State => timeline.at({ timeUs }).state as State;
const told = (timeline: Timeline, type: string) =>
  timeline.log.filter(({ fact }) => fact.type === type).map(({ fact }) => fact);
const act = (seconds: number, input: TimedInput['input']): TimedInput => ({ at: { timeUs: seconds * 1e6 }, input });

test('an order that commits before the sync arrives with it', () => {
  const { end } = played('one-bar');
  expect(end.measures).toMatchObject({ arrivedWithSync: 1, lost: 0, sourceRows: 1, warehouseRows: 1 });
});

test('an order that commits after the sync never arrives, and both syncs succeed', () => {
  const late = played('late');
  expect(late.end.measures).toMatchObject({ arrivedWithSync: 0, lost: 1, sourceRows: 1, warehouseRows: 0 });
  expect(told(late, 'synced')).toHaveLength(2);
  expect(told(late, 'rowLost')).toMatchObject([{ id: 42, stale: false, stampMs: -2000, atMs: 3000, fromMs: 0 }]);
});

test('the same late order arrives with the next sync when every row is copied', () => {
  expect(played('late', { strategy: 'full' }).end.measures).toMatchObject({ arrivedWithSync: 2, lost: 0 });
});

test('a lost order comes back as soon as someone changes it', () => {
  expect(
    played('late', {}, [act(10, { type: 'update', order: '42', touch: 'yes', openS: 0 })]).end.measures,
  ).toMatchObject({
    arrivedWithSync: 2,
    lost: 0,
  });
});

test('the line decides: a commit a tenth before or at it arrives, a tenth after it does not', () => {
  const arrived = (commitS: number) => played('one-bar', { commitS }).end.measures.arrivedWithSync;
  expect([-0.1, 0, 0.1].map(arrived)).toEqual([1, 1, 0]);
});

test('the commit can be moved while the order is open, and not once it is visible', () => {
  const moved = (seconds: number) =>
    played('one-bar', {}, [act(seconds, { set: 'commitS', value: 3 })]).end.measures.lost;
  expect(moved(2.5)).toBe(1);
  expect(moved(3.5)).toBe(0);
});

test('nothing is said about loss before a sync has loaded', () => {
  expect(played('late').at({ timeUs: 3_900_000 }).measures).toMatchObject({
    lost: null,
    ghosts: null,
    arrivedWithSync: null,
  });
});

test('a sync is five steps, told one at a time and in order', () => {
  const steps = ['checkpointRead', 'deltaExtracted', 'transformed', 'loaded', 'checkpointSaved'];
  const first = played('eight-rows')
    .log.filter(({ fact }) => steps.includes(fact.type))
    .slice(0, 5);
  expect(first.map(({ fact }) => fact.type)).toEqual(steps);
  expect(new Set(first.map(({ timeUs }) => timeUs)).size).toBe(5);
});

test('the day’s 5,000 changes: one name trimmed, one price converted, one row rejected, and 2 minutes', () => {
  const timeline = played('eight-rows');
  expect(told(timeline, 'deltaExtracted')[0]).toMatchObject({ rows: 5000, strategy: 'modified-at' });
  expect(told(timeline, 'transformed')[0]).toMatchObject({ trimmed: 1, converted: 1, rejected: 1 });
  expect(told(timeline, 'loaded')[0]).toMatchObject({ inserted: 1, updated: 1, deleted: 0 });
  expect(timeline.at({ timeUs: 12e6 }).measures.syncSeconds).toBeCloseTo(120, 6);
  expect(played('full').at({ timeUs: 12e6 }).measures.syncSeconds).toBeCloseTo(18_000, 1);
});

test('the new mark is the clock at the start of a sync, so an order placed while it runs is left for the next one', () => {
  const during = played('eight-rows', { commitDelayS: 1 }, [act(7.5, { type: 'insert', shape: 'tidy', openS: 0 })]);
  expect(told(during, 'checkpointSaved')[0]).toMatchObject({ nextMs: 0 });
  expect(stateOf(during, 13e6).warehouse.some(({ id }) => id === 10_000_003)).toBe(false);
  expect(stateOf(during).warehouse.some(({ id }) => id === 10_000_003)).toBe(true);
  expect(during.end.measures.lost).toBe(0);
});

test('transform leaves the source as it is and the warehouse tidy', () => {
  const state = stateOf(played('eight-rows'));
  const [raw, tidy] = [state.source, state.warehouse].map((rows) => rows.find(({ id }) => id === 10_000_001));
  expect(raw?.item).not.toBe(raw?.item.trim());
  expect(tidy).toMatchObject({ item: raw?.item.trim(), currency: 'USD', amountCents: 13_200 });
});

test('a deleted order stays in the warehouse as a ghost, for as many syncs as you like', () => {
  const deleted = played('eight-rows', {}, [act(3, { type: 'delete', order: '17', openS: 0 })]);
  expect(told(deleted, 'ghostLeft')).toEqual([{ type: 'ghostLeft', id: 17 }]);
  expect(deleted.end.measures.ghosts).toBe(1);
  expect(stateOf(deleted).warehouse.some(({ id }) => id === 17)).toBe(true);
});

test('an update adds five dollars, and the next sync carries them to the warehouse', () => {
  const amount = (timeline: Timeline, table: 'source' | 'warehouse') =>
    stateOf(timeline)[table].find(({ id }) => id === 17)!.amountCents;
  const updated = played('eight-rows', { commitDelayS: 0 }, [
    act(3, { type: 'update', order: '17', touch: 'yes', openS: 0 }),
  ]);
  expect(amount(updated, 'source') - amount(played('eight-rows'), 'source')).toBe(500);
  expect(amount(updated, 'warehouse') - amount(played('eight-rows'), 'warehouse')).toBe(500);
});

test('a row that every full load rejects is rejected once in the books', () => {
  const { rejected } = stateOf(played('full'));
  expect(rejected).toHaveLength(1);
  expect(told(played('full'), 'synced').length + told(played('full'), 'loaded').length).toBeGreaterThan(1);
});

test('an open delete hides no row from a sync, so it is not told as missed', () => {
  const deleting = played('eight-rows', { commitDelayS: 12 }, [act(3, { type: 'delete', order: '17', openS: 0 })]);
  expect(told(deleting, 'rowMissed').filter(({ id }) => id === 17)).toEqual([]);
});

test('a sync every minute finds the changes of a minute, 3 or 4 of the day’s 5,000, beside the drawn rows', () => {
  const rows = (every: string) => Number(told(played('eight-rows', { every }), 'deltaExtracted')[0]!['rows']);
  const drawn = stateOf(played('eight-rows')).source.length;
  expect(rows('60')).toBeGreaterThanOrEqual(3);
  expect(rows('60')).toBeLessThanOrEqual(4 + drawn);
});

test('a full load sees the delete by absence', () => {
  const deleted = played('full', {}, [act(3, { type: 'delete', order: '17', openS: 0 })]);
  expect(told(deleted, 'loaded')[0]).toMatchObject({ deleted: 1 });
  expect(deleted.end.measures.ghosts).toBe(0);
});

test('an order that is open, or is not there, cannot be changed', () => {
  const refused = played('eight-rows', { commitDelayS: 2 }, [
    act(0.5, { type: 'delete', order: '42', openS: 0 }),
    act(3, { type: 'delete', order: '17', openS: 0 }),
    act(3.5, { type: 'update', order: '17', touch: 'yes', openS: 0 }),
    act(4, { type: 'update', order: '42', touch: 'yes', openS: 0 }),
  ]);
  expect(told(refused, 'refused')).toEqual([
    { type: 'refused', id: 17, locked: true },
    { type: 'refused', id: 42, locked: false },
  ]);
});

test('the traffic scenario shows losses within its first two syncs', () => {
  const traffic = played('traffic');
  expect(traffic.at({ timeUs: 100e6 }).measures.lost).toBeGreaterThanOrEqual(2);
  expect(traffic.end.measures.lost).toBe(told(traffic, 'rowLost').length);
});

test('other strategies and other delays meet the same orders', () => {
  const stamps = (changed: Values) =>
    stateOf(played('traffic', changed)).transactions.map(({ id, startedMs }) => [id, startedMs]);
  const plain = stamps({});
  expect(plain.length).toBeGreaterThan(20);
  expect(stamps({ strategy: 'full' })).toEqual(plain);
  expect(stamps({ commitDelayS: 0 })).toEqual(plain);
});

test('the orders of a stream have the same numbers and the same clock, however often a sync comes and whatever the learner inserts', () => {
  const stream = (changed: Values, inputs: TimedInput[] = []) => told(played('traffic', changed, inputs), 'began');
  const plain = stream({});
  expect(plain[0]).toMatchObject({ id: 1 });
  expect(stream({ every: '15' })).toEqual(plain);
  expect(stream({ every: 'day' })).toEqual(plain);
  const own = [
    act(10, { type: 'insert', shape: 'tidy', openS: 0 }),
    act(50, { type: 'update', order: '1001', touch: 'yes', openS: 0 }),
  ];
  expect(stream({}, own)).toEqual(plain);
  expect(told(played('traffic', {}, own), 'inserted')).toMatchObject([{ id: 1001, atMs: -20_000 }]);
});

test('a sync every 15 s begins at 11:59:45, and its first mark lies before every order', () => {
  const [first] = told(played('often'), 'synced');
  expect(first).toMatchObject({ atMs: -15_000, fromMs: -30_000 });
});

test('what a sync overlooks it could have seen: an order in flight is not counted, one that an earlier sync missed is', () => {
  const overlooked = (seconds: number) => played('late').at({ timeUs: seconds * 1e6 }).measures.overlooked;
  // The first sync reads at 4 s, order 42 is visible from 7 s, the second sync reads at 19 s.
  expect([5, 8, 19.5].map(overlooked)).toEqual([0, 0, 1]);
  expect(played('late', { strategy: 'full' }).end.measures.overlooked).toBe(0);
});
