/** Runs of Tromboning for the tests: whole ones, long ones, and of random settings. */
import fc from 'fast-check';
import { openRun, baseConfig, type RunOptions } from '../../../src/engine/run.ts';
import { Machine } from '../../../src/engine/machine.ts';
import { fieldsOf } from '../../../src/engine/fields.ts';
import type { FieldSet, Measures, TimedInput, TypedInput, Values } from '../../../src/engine/simulation.ts';
import { play, type Timeline, type View } from '../../../src/engine/timeline.ts';
import { cities } from '../../../src/sims/tromboning/cities.ts';
import { sites } from '../../../src/sims/tromboning/sites.ts';
import { describe } from '../../../src/sims/tromboning/describe.ts';
import type { Place } from '../../../src/sims/tromboning/geography.ts';
import { simulation } from '../../../src/sims/tromboning/index.ts';
import { measure } from '../../../src/sims/tromboning/measure.ts';
import type { Config, MeasureName, State } from '../../../src/sims/tromboning/state.ts';
import { randomValues } from '../../contract/arbitrary.ts';

export const run = (scenario: string, options: RunOptions = {}): Timeline =>
  play(simulation, openRun(simulation, scenario, options));

export const at = (ms: number, input: FieldSet | TypedInput): TimedInput => ({ at: { timeUs: ms * 1000 }, input });
export const set = (ms: number, field: keyof Config, value: FieldSet['value']): TimedInput =>
  at(ms, { set: field, value });
export const move = (ms: number, { lat, lon }: Place): TimedInput => at(ms, { type: 'move', lat, lon });
export const moveSecond = (ms: number, { lat, lon }: Place): TimedInput => at(ms, { type: 'moveSecond', lat, lon });

export const stateOf = ({ state }: View): State => state as State;

/** The first byte of a scenario, with these fields changed. */
export function firstByte(scenario: string, changed: Values = {}): number | null {
  return ends(scenario, changed).measures.firstByteMs;
}

/** Where a scenario ends, with these fields changed, once more than two minutes have passed: nobody waits longer. */
export function ends(scenario: string, changed: Values = {}): { state: State; measures: Measures<MeasureName> } {
  const config = baseConfig(simulation, openRun(simulation, scenario, { changed }));
  const machine = new Machine(simulation, config, 1, [], null);
  machine.advance({ timeUs: 130_000_000 });
  const state = machine.state as State;
  return { state, measures: measure(state, config as Config) };
}

/** What a reader who sees nothing is told at that moment. */
export function words(timeline: Timeline, ms: number): string {
  const view = timeline.at({ timeUs: ms * 1000 });
  return describe(stateOf(view), view.config as Config, view.nowMs);
}

/** All facts of that kind, and when. */
export function told(timeline: Timeline, type: string): { ms: number; [part: string]: unknown }[] {
  return timeline.log
    .filter(({ fact }) => fact.type === type)
    .map(({ timeUs, fact }) => ({ ...fact, ms: timeUs / 1000 }));
}

const { firewallLat, firewallLon } = fieldsOf(simulation) as Record<string, { min: number; max: number }>;
const degrees = ({ min, max }: { min: number; max: number }) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => hundredths / 100);
/** Anywhere a firewall may stand; every other time in a city, where ways of equal length meet. */
export const somewhere: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ lat: degrees(firewallLat!), lon: degrees(firewallLon!) }),
  fc.constantFrom<Place>(...Object.values(sites), ...cities),
);

/** Any values of the fields that are declared, and firewalls anywhere, waits at their average. */
export const anySettings: fc.Arbitrary<Values> = fc
  .tuple(randomValues(simulation), somewhere, somewhere)
  .map(([values, first, second]) => ({
    ...values,
    firewallLat: first.lat,
    firewallLon: first.lon,
    secondLat: second.lat,
    secondLon: second.lon,
    chance: false,
  }));
