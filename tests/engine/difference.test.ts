import { expect, test } from 'vitest';
import { boundedQueue } from '../contract/bounded-queue.ts';
import { everySimulation } from '../contract/every-simulation.ts';
import { firstDifference, sayDifference, type Difference } from '../../src/engine/difference.ts';
import type { AnySimulation } from '../../src/engine/fields.ts';
import { openRun } from '../../src/engine/run.ts';
import type { Values } from '../../src/engine/simulation.ts';
import { play, Timeline } from '../../src/engine/timeline.ts';
import { simulation as darkDeployments } from '../../src/sims/dark-deployments/index.ts';

const queue = boundedQueue as unknown as AnySimulation;
const simulations = await everySimulation();

const busy = (changed: Values = {}): Timeline => new Timeline(queue, openRun(queue, 'busy', { changed }));

test('a line of three and a line of fifty part where the shorter one turns somebody away', () => {
  const short = busy();
  const difference = firstDifference(short, busy({ capacity: 50 }))!;
  const refusal = short.log.find(({ fact }) => fact.type === 'turnedAway')!;
  expect(difference).toEqual({ at: { timeUs: refusal.timeUs }, shared: 0, a: [refusal], b: [] });
  expect(sayDifference(queue, difference, ['A', 'Places in line: 50'], '120 ms')).toBe(
    `The two runs part at 120 ms. In A: Request ${String(refusal.fact['request'])} was turned away. In “Places in line: 50”: nothing at that moment.`,
  );
});

test('where the stories agree, the first detail that differs decides', () => {
  const roomy = { capacity: 50, arrivalsPerSecond: 1 };
  const difference = firstDifference(busy(roomy), busy({ ...roomy, meanServiceMs: 12 }))!;
  expect(difference.a.map(({ fact }) => fact['type'])).toEqual(['served']);
  expect(difference.b).toEqual([]);
  expect(sayDifference(queue, difference, ['A', 'B'], '1 s')).toMatch(
    /^The two runs tell the same story; only details differ, first at 1 s\. In A: Request 0 was served\. In B: nothing at that moment\.$/,
  );
});

test('a run never differs from itself, nor from the same run under the name of another scenario', () => {
  expect(firstDifference(busy(), busy())).toBeNull();
  const calm = new Timeline(queue, openRun(queue, 'calm', { changed: { arrivalsPerSecond: 90 } }));
  expect(firstDifference(calm, busy())).toBeNull();
  expect(sayDifference(queue, null, ['A', 'B'], '')).toBe('The two runs never differ in what they tell.');
});

test('how a shop was set up is no difference: the morning dark and the morning visible part at the first search answered otherwise', () => {
  const shop = darkDeployments as unknown as AnySimulation;
  const [visible, dark] = ['big-bang', 'dark-morning'].map((id) => play(shop, openRun(shop, id))) as [
    Timeline,
    Timeline,
  ];
  expect(visible.log[0]!.fact).not.toEqual(dark.log[0]!.fact);
  const { at, a, b } = firstDifference(visible, dark)!;
  expect(at.timeUs).toBeGreaterThan(0);
  // The same shopper with the same search, on either side.
  expect(a.map(({ fact }) => fact['type'])).toContain('shownWrong');
  expect(b.map(({ fact }) => fact['type'])).toContain('mismatch');
  expect(a[0]!.fact['search']).toBe(b[0]!.fact['search']);
});

test.each(simulations)(
  '$id: the difference of any two scenarios is said in sentences, and is the same seen from the other side',
  (simulation) => {
    const played = Object.keys(simulation.scenarios).map((id) => play(simulation, openRun(simulation, id)));
    for (const one of played) {
      for (const other of played) {
        const difference = firstDifference(one, other);
        const back = firstDifference(other, one);
        expect(back).toEqual(difference && { ...difference, a: difference.b, b: difference.a });
        const label = difference ? simulation.timeLabel(difference.at.timeUs / 1000, one.end.config) : '';
        const said = sayDifference(simulation, difference, ['A', 'B'], label);
        expect(said).toMatch(/^[A-Z].*[.?”]$/s);
        expect(said).not.toMatch(/undefined|NaN|null/);
      }
    }
  },
);

test('many facts of one moment are said in part and counted', () => {
  const at = { timeUs: 5_000_000 };
  const crowd = busy({ capacity: 0 }).branch(at, { type: 'burst', requests: 20 });
  const difference = firstDifference(busy({ capacity: 0 }), crowd) as Difference;
  expect(sayDifference(queue, difference, ['A', 'B'], '5 s')).toMatch(
    /^Both runs tell the same \d+ events\. Then, at 5 s, they part\. In A: nothing at that moment\. In B: You sent 20 requests at once\. Request \d+ was turned away\. Request \d+ was turned away\. And \d\d more\.$/,
  );
});
