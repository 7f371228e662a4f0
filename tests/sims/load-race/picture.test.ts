/** That what is drawn is what the model says: lengths on the axis of time, and where the lines cross. */
import { expect, test } from 'vitest';
import { run } from './runs.ts';
import { places } from '../../../src/sims/load-race/place.ts';
import { deltaPlan } from '../../../src/sims/load-race/plan.ts';
import { sceneShapes, type Scene } from '../../../src/sims/load-race/scene.ts';
import type { Config, State } from '../../../src/sims/load-race/state.ts';

function scene(scenario: string, atMs: number, changed = {}, more: Partial<Scene> = {}): Scene {
  const { state, config, nowMs } = run(scenario, { changed }).at({ timeUs: atMs * 1000 });
  const plan = deltaPlan(config as Config);
  return { state: state as State, plan, nowMs, covered: false, place: places.wide, ...more };
}
const words = (drawn: Scene): string[] => sceneShapes(drawn).flatMap((each) => ('text' in each ? [each.text] : []));
const filled = (drawn: Scene, token: string): string[] =>
  sceneShapes(drawn).flatMap((each) => ('d' in each && each.fill === `var(--${token})` ? [each.d] : []));
const ticks = (drawn: Scene): number =>
  sceneShapes(drawn).filter((each) => 'mark' in each && each.mark === 'good').length;

test('an hour of the full load is a sixth of the axis', () => {
  const { x, w } = places.wide.lanes;
  expect(filled(scene('race', 3_600_000), 'live')[0]).toMatch(new RegExp(`^M${x} \\d+h${w / 6}v`));
});

test('a load has its tick from the moment it is done, and no sooner', () => {
  expect([119_999, 120_000, 17_999_999, 18_000_000].map((ms) => ticks(scene('race', ms)))).toEqual([0, 1, 1, 2]);
});

test('before its first row an incremental load has nothing but waiting, and says for what', () => {
  const early = scene('unindexed', 1_200_000);
  expect(filled(early, 'live')).toHaveLength(1);
  expect(filled(early, 'wait')).toHaveLength(1);
  expect(words(early)).toContain('reads every row');
  expect(words(scene('unindexed', 60_000))).toContain('getting ready');
});

test('the break-even is named once the learner has come within 2 % of it, and not before', () => {
  expect(words(scene('raceDear', 0)).join()).not.toContain('break-even');
  expect(words(scene('raceDear', 0, { changedRows: 1_900_000 })).join()).not.toContain('break-even');
  expect(words(scene('raceDear', 0, { changedRows: 2_000_000 }))).toContain('break-even at 1.99 M');
});

test('a covered picture tells neither how long anything takes nor how far it is', () => {
  const told = words(scene('race', 18_000_000, {}, { covered: true })).join(' ');
  expect(told).toContain('?');
  expect(told).not.toMatch(/ min|000|5 h,/);
  expect(filled(scene('race', 18_000_000, {}, { covered: true }), 'live')).toEqual([]);
});

test('nothing is drawn outside the picture, whatever is set', () => {
  for (const place of Object.values(places))
    for (const changedRows of [1000, 2_000_000, 10_000_000])
      for (const mergeFactor of [1, 20])
        for (const indexed of [true, false]) {
          const drawn = scene('race', 19_800_000, { changedRows, mergeFactor, indexed }, { place });
          for (const shape of sceneShapes(drawn)) {
            const [x, y] =
              'd' in shape
                ? shape.d
                    .slice(1)
                    .split(/[ a-zA-Z]/)
                    .map(Number)
                : [shape.x, shape.y];
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(place.width);
            expect(y).toBeGreaterThanOrEqual(0);
            expect(y).toBeLessThanOrEqual(place.height);
          }
        }
});
