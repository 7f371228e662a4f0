/** What a run can be compared with. */
import { fieldsOf, toStep, type AnySimulation } from '../../engine/fields.ts';
import { isFieldSet } from '../../engine/machine.ts';
import type { Parameter, Run, Value } from '../../engine/simulation.ts';
import { sayFields } from '../../engine/words.ts';
import type { Asked } from '../futures.ts';

/** A value that is not the run's own: the next option, the other position, or the further end of a range. */
export function otherValue(field: Parameter, own: Value): Value {
  switch (field.kind) {
    case 'choice': {
      const options = Object.keys(field.options);
      return options[(options.indexOf(String(own)) + 1) % options.length]!;
    }
    case 'switch':
      return own !== true;
    case 'number':
      if (field.default !== own) return field.default;
      return toStep(field, Number(own) - field.min > field.max - Number(own) ? field.min : field.max);
  }
}

/** Whether an act of the learner sets that field: two runs that begin with different values of it have the same from there on. */
export function isSetLater(run: Run, name: string): boolean {
  return run.inputs.some(({ input }) => isFieldSet(input) && input.set === name);
}

/** What the compared runs are called at the ends of lines: "everything", "B"; in full where that would not tell what they are. */
export function briefNames(simulation: AnySimulation, asked: readonly Asked[], full: readonly string[]): string[] {
  const fields = fieldsOf(simulation);
  const brief = asked.map((each) =>
    'vs' in each
      ? Object.entries(each.vs)
          .map(([name, value]) => sayFields(simulation, { [name]: value }).slice(`${fields[name]!.label}: `.length))
          .join(', ')
      : each.future.letter,
  );
  const isClear = new Set(brief).size === brief.length;
  return brief.map((name, i) => (isClear && /[a-z]/i.test(name) ? name : full[i]!));
}
