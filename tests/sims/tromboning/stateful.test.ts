/** What a stateful firewall does to a connection of which it sees only a part, and how long that takes to be noticed. */
import { expect, test } from 'vitest';
import { pass, type Packet, type Table } from '../../../src/sims/tromboning/connection-table.ts';
import { PATIENCE_MS, SYN_RETRIES, timeoutAfter } from '../../../src/sims/tromboning/retries.ts';
import { ends, firstByte, run, stateOf, told, words } from './runs.ts';

/** The packets that a firewall sees, in order; those it drops. */
function dropsAmong(...seen: Packet[]): Packet[] {
  let table: Table = 'nothing';
  return seen.filter((packet) => {
    const next = pass(table, packet);
    table = next ?? table;
    return next === null;
  });
}

test('a firewall that sees both ways lets the whole connection through', () => {
  expect(dropsAmong('SYN', 'SYN-ACK', 'data', 'data', 'data')).toEqual([]);
});

test('a firewall that sees only the answer (SYN-ACK) drops it: it knows of no question', () => {
  expect(dropsAmong('SYN-ACK')).toEqual(['SYN-ACK']);
});

test('a firewall that sees only the request drops what follows the SYN: it never saw the other side agree', () => {
  expect(dropsAmong('SYN', 'data')).toEqual(['data']);
});

test('a firewall that is asked again (SYN) still waits for the other side to agree', () => {
  expect(dropsAmong('SYN', 'SYN', 'SYN', 'data')).toEqual(['data']);
  expect(dropsAmong('SYN', 'SYN', 'SYN-ACK', 'data')).toEqual([]);
});

test('a firewall that sees a connection from its middle drops it', () => {
  expect(dropsAmong('data', 'data')).toEqual(['data', 'data']);
});

test('a connection that is open stays open when a late SYN of it comes by', () => {
  expect(pass('open', 'SYN')).toBe('open');
});

test('both ways through the firewall: the flow lives, and nothing is dropped', () => {
  const { state, measures } = ends('headquarters');
  expect([measures.firstByteMs, measures.dropped, state.tables.firewall]).toEqual([200.001, 0, 'open']);
});

test('the request around, the answer through: every SYN-ACK is dropped and Bob’s computer is never connected', () => {
  const timeline = run('halfFixed');
  expect(told(timeline, 'dropped').map(({ packet, reply }) => [packet, reply])).toEqual(
    Array.from({ length: 7 }, () => ['SYN-ACK', true]),
  );
  const { tables, tripsDone } = stateOf(timeline.end);
  expect([tables.firewall, tripsDone]).toEqual(['nothing', 0]);
  expect(told(timeline, 'gaveUp')).toEqual([expect.objectContaining({ connected: false, afterUs: 127_000_000 })]);
});

test('the request through, the answer around: Bob’s computer is connected, and all it then sends is dropped', () => {
  const timeline = run('otherHalf');
  const [connected] = told(timeline, 'tripDone');
  expect(connected).toMatchObject({ name: 'TCP' });
  const dropped = told(timeline, 'dropped');
  expect(dropped.length).toBeGreaterThan(1);
  for (const each of dropped) {
    expect(each).toMatchObject({ packet: 'data', reply: false });
    expect(each.ms).toBeGreaterThan(connected!.ms);
  }
  const { tables, tripsDone } = stateOf(timeline.end);
  expect([tables.firewall, tripsDone]).toEqual(['asked', 1]);
  expect(told(timeline, 'gaveUp')).toEqual([expect.objectContaining({ connected: true })]);
});

test('the request through one firewall, the answer through another: dropped by the one that never saw the SYN', () => {
  const timeline = run('nearestEach');
  const [drop] = told(timeline, 'dropped');
  expect(drop).toMatchObject({ packet: 'SYN-ACK', reply: true, second: false });
  expect(stateOf(timeline.end).tables).toEqual({ firewall: 'nothing', second: 'asked' });
  expect(timeline.end.measures['firstByteMs']).toBeNull();
  // All of it was inspected, and still it does not live: inspection is not the fault.
  expect(timeline.end.measures['inspectedShare']).toBe(1);
});

test('the same two firewalls with one pairing for both directions let the same flow live', () => {
  expect(firstByte('nearestEach', { pairing: 'leastTotal' })).toBeGreaterThan(100);
  expect(ends('nearestEach', { pairing: 'leastTotal' }).measures.dropped).toBe(0);
});

test('nearest to each end is no harm between neighbours, who have the same nearest firewall', () => {
  expect(firstByte('nearestEach', { fileAt: 'cincinnati' })).not.toBeNull();
});

test('on a connection that is open already a local route for one direction does no harm to the firewall’s memory', () => {
  expect(firstByte('halfFixed', { warm: true })).not.toBeNull();
  expect(firstByte('otherHalf', { warm: true })).not.toBeNull();
});

test('an unanswered SYN is sent again after 1, 3, 7, 15, 31 and 63 s, and given up after 1 + 2 + … + 64 = 127 s', () => {
  const timeline = run('halfFixed');
  expect(told(timeline, 'retried').map(({ ms }) => ms)).toEqual([1000, 3000, 7000, 15_000, 31_000, 63_000]);
  expect(told(timeline, 'gaveUp').map(({ ms }) => ms)).toEqual([127_000]);
  expect(SYN_RETRIES).toBe(6);
  expect(timeoutAfter(6, false)).toEqual({ afterMs: 127_000, isLast: true });
});

test('on an open connection a packet is sent again after 0.2, 0.6, 1.4, 3, 6.2, 12.6 and 25.4 s, and given up after 30 s', () => {
  const timeline = run('otherHalf');
  const [{ ms: connectedMs } = { ms: 0 }] = told(timeline, 'tripDone');
  const after = (type: string) => told(timeline, type).map(({ ms }) => Math.round(ms - connectedMs));
  expect(after('retried')).toEqual([200, 600, 1400, 3000, 6200, 12_600, 25_400]);
  expect(after('gaveUp')).toEqual([PATIENCE_MS]);
});

test('nobody is told of a drop: between two retries nothing moves, and Bob’s computer waits', () => {
  const timeline = run('halfFixed');
  for (const ms of [500, 2000, 100_000]) {
    const { flight, lost } = stateOf(timeline.at({ timeUs: ms * 1000 }));
    expect([flight, lost?.why]).toEqual([null, 'noState']);
    expect(words(timeline, ms)).toContain('Bob’s computer waits');
  }
});
