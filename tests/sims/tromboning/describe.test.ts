/** What a reader who cannot see the picture is told. */
import { expect, test } from 'vitest';
import { building } from '../../../src/sims/tromboning/geography.ts';
import { facts } from '../../../src/sims/tromboning/facts.ts';
import type { Fact } from '../../../src/sims/tromboning/state.ts';
import type { Values } from '../../../src/engine/simulation.ts';
import { run, words } from './runs.ts';

test('through headquarters: where the firewall is, which way the traffic goes, and how far Bob is', () => {
  const timeline = run('headquarters');
  const scene =
    'The firewall is in Philadelphia, headquarters. Everything between Bob and Alice, one floor apart, goes out to it and back: 1,000 miles from Bob, and as many back to him. ';
  expect(words(timeline, 0)).toBe(`${scene}Bob is about to click.`);
  expect(words(timeline, 4)).toBe(
    `${scene}Trip 1 of 4, TCP, is under way, 4.0 ms after the click: Bob’s packet is on its way out to the firewall. Bob has nothing to read yet.`,
  );
  expect(words(timeline, 12)).toContain('Bob’s packet is waiting its turn at the firewall.');
  expect(words(timeline, 20)).toContain('Bob’s packet has been inspected and is on its way from the firewall.');
  expect(words(timeline, 30)).toContain('the answer is on its way out to the firewall.');
  expect(words(timeline, 210)).toBe(`${scene}Bob has the first byte, 200 ms after his click.`);
});

test('the direct way: nobody inspects it', () => {
  expect(words(run('direct'), 4)).toContain(
    'Traffic between Bob and Alice, one floor apart, takes the direct way, 50 feet, and nobody inspects it. Bob has the first byte, 2.0 ms after his click.',
  );
});

test('a firewall in every computer: each packet is inspected at both ends', () => {
  expect(words(run('direct', { changed: { policy: 'everyHost' } }), 0)).toBe(
    'Each computer has a firewall of its own. Traffic between Bob and Alice, one floor apart, takes the direct way, 50 feet, and is inspected at both ends. Bob is about to click.',
  );
});

test('two firewalls: where both stand, and which of them the traffic passes', () => {
  expect(words(run('twoFirewalls'), 0)).toBe(
    'The firewall is in Philadelphia, headquarters, a second one in Columbus. Everything between Bob and Alice, one floor apart, goes out to the second and back: 200 miles from Bob, and as many back to him. Bob is about to click.',
  );
  const far = { secondLat: 41.5, secondLon: -100 };
  expect(words(run('twoFirewalls', { changed: far }), 0)).toContain(
    'goes out to the first and back: 1,000 miles from Bob, and as many back to him',
  );
});

test('a firewall on the way to a distant file is passed, not gone out to and back', () => {
  expect(words(run('vmMove'), 0)).toContain(
    'Everything between Bob in Cincinnati and the file in Philadelphia, 500 miles apart, goes through it: 500 miles from Bob, and as many back to him.',
  );
});

test('half of a flow around the firewall: both ways, the drop, the silence with its retries, and the end', () => {
  const timeline = run('halfFixed');
  const ways =
    'Between Bob and Alice, one floor apart, Bob’s packets go 50 feet uninspected, and the answers 1,000 miles through the firewall.';
  expect(words(timeline, 0)).toContain(ways);
  expect(words(timeline, 500)).toContain(
    'the answer was lost at the firewall, which knows of no such connection, and Bob’s computer waits. Bob has nothing to read yet.',
  );
  expect(words(timeline, 2000)).toContain('and Bob’s computer waits, after 1 retry.');
  expect(words(timeline, 40_000)).toContain('40 s after the click');
  expect(words(timeline, 40_000)).toContain('and Bob’s computer waits, after 5 retries.');
  expect(words(timeline, 128_000)).toBe(
    `The firewall is in Philadelphia, headquarters. ${ways} Bob’s computer has given up. He has nothing to read.`,
  );
});

test('each packet through the firewall nearest its sender: which one each direction passes', () => {
  expect(words(run('nearestEach'), 0)).toContain(
    'Bob’s packets go 514 miles through the second firewall, and the answers 500 miles through the firewall.',
  );
});

test('the line down: there is no way, and the packet is lost for want of one', () => {
  const timeline = run('wanDown');
  expect(words(timeline, 0)).toContain(
    'The wide-area network is down, and there is no allowed way between Bob and Alice, one floor apart.',
  );
  expect(words(timeline, 20_000)).toContain(
    'Bob’s packet was lost for want of a way, and Bob’s computer waits, after 4 retries.',
  );
});

test('four sites: how far they are from the firewall in all', () => {
  expect(words(run('fourSites'), 0)).toContain(
    'From Cincinnati, Cleveland, Richmond and Philadelphia to it, it is 1,063 miles in all.',
  );
});

test('a backup is said while it goes on', () => {
  const backup = 'With a backup from Richmond the firewall is busy 97 % of the time.';
  expect(words(run('noon'), 4)).not.toContain(backup);
  expect(words(run('noon', { changed: { backup: true } }), 4)).toContain(backup);
});

test('whoever moves the firewall is told at once what the move would do', () => {
  const { lat, lon } = building;
  const timeline = run('headquarters', { inputs: [{ at: { timeUs: 0 }, input: { type: 'move', lat, lon } }] });
  expect(words(timeline, 0)).toMatch(
    /^The firewall is in the building\. .* Bob is about to click; on this path the first byte takes 68 ms\.$/,
  );
});

test('a drop is told with what the firewall did not see', () => {
  const say = (packet: string, reply: boolean): string =>
    facts.dropped.say({ type: 'dropped', packet, reply, second: false, why: 'noState' } satisfies Fact);
  expect(say('SYN-ACK', true)).toContain('to a connection whose beginning (SYN) it never saw');
  expect(say('data', false)).toContain('has not seen this connection agreed on from both sides');
});

test('the way that was found names the firewall it passes, and two where each direction has its own', () => {
  const way = (scenario: string, changed: Values = {}): string => {
    const [entry] = run(scenario, { changed }).log.filter(({ fact }) => fact.type === 'routeFound');
    return facts.routeFound.say(entry!.fact as Extract<Fact, { type: 'routeFound' }>);
  };
  expect(way('headquarters')).toBe('The way was found, not drawn: 1,000 miles each way, through the firewall.');
  expect(way('twoFirewalls')).toBe('The way was found, not drawn: 200 miles each way, through the second firewall.');
  // The second one in the building, the file at headquarters: as long in both directions, and yet not the same box.
  expect(way('nearestEach', { secondLat: 39.1, secondLon: -84.51 })).toMatch(
    /Bob’s packets go 500 miles and the answers 500 miles, each through the firewall nearest its sender/,
  );
});
