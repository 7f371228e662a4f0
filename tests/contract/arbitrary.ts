/** Random acts of a learner, made from what a simulation declares. */
import fc from 'fast-check';
import { fieldsOf, isLive, toStep, type AnySimulation } from '../../src/engine/fields.ts';
import type { Moment, Parameter, TimedInput, TypedInput, Value, Values } from '../../src/engine/simulation.ts';

function valueOf(field: Parameter): fc.Arbitrary<Value> {
  switch (field.kind) {
    case 'number':
      return fc.double({ min: field.min, max: field.max, noNaN: true }).map((value) => toStep(field, value));
    case 'choice':
      return fc.constantFrom(...Object.keys(field.options));
    case 'switch':
      return fc.boolean();
  }
}

/** Values for some of the fields. */
export function randomValues(simulation: AnySimulation): fc.Arbitrary<Values> {
  const fields = Object.entries(fieldsOf(simulation));
  return fc
    .subarray(fields)
    .chain((some) => fc.tuple(...some.map(([name, field]) => fc.tuple(fc.constant(name), valueOf(field)))))
    .map((pairs) => Object.fromEntries(pairs));
}

/** A moment within a scenario, now and then with an address inside its microsecond. */
export function boundedMs(untilMs: number): fc.Arbitrary<Moment> {
  const whole = fc.integer({ min: 0, max: Math.floor(untilMs * 1000) }).map((timeUs) => ({ timeUs }));
  return fc.oneof(
    whole,
    fc.tuple(whole, fc.integer({ min: 0, max: 3 })).map(([{ timeUs }, k]) => ({ timeUs, k })),
  );
}

/** Sets of live fields and every declared act, at random moments, in order of time. */
export function randomInputs(simulation: AnySimulation, untilMs: number, maxLength = 20): fc.Arbitrary<TimedInput[]> {
  const sets = Object.entries(fieldsOf(simulation))
    .filter(([, field]) => isLive(field))
    .map(([set, field]) => valueOf(field).map((value) => ({ set, value })));
  const acts = Object.entries(simulation.inputs).map(([type, { parameters }]) =>
    fc
      .record(Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, valueOf(parameter)])))
      .map((values): TypedInput => ({ ...values, type })),
  );
  if (sets.length + acts.length === 0) return fc.constant([]);
  const timed = fc.record({ at: boundedMs(untilMs), input: fc.oneof(...sets, ...acts) });
  return fc
    .array(timed, { maxLength })
    .map((list) => list.sort((a, b) => a.at.timeUs - b.at.timeUs || (a.at.k ?? 1e9) - (b.at.k ?? 1e9)));
}
