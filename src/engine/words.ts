/** What a learner did or chose, in words: for the names of futures, for undo, and for what a link dropped. */
import { fieldsOf, formatField, type AnySimulation } from './fields.ts';
import { isFieldSet } from './machine.ts';
import type { Parameter, RunInput, Value, Values } from './simulation.ts';

/** "Policy: trust the building", "Move the firewall: latitude 36.1 °, longitude −80 °", "Ship the fix". No full stop. */
export function sayInput(simulation: AnySimulation, input: RunInput): string {
  if (isFieldSet(input)) return sayFields(simulation, { [input.set]: input.value });
  const info = simulation.inputs[input.type];
  if (!info) return input.type;
  const values = Object.entries(info.parameters).map(
    ([name, parameter]) => `${inside(parameter.label)} ${sayValue(parameter, input[name] ?? parameter.default)}`,
  );
  return values.length === 0 ? info.label : `${info.label}: ${values.join(', ')}`;
}

/** "Each sync copies: everything, A sync: every 15 s", in the order the fields are declared; '' for none. */
export function sayFields(simulation: AnySimulation, values: Values): string {
  return Object.entries(fieldsOf(simulation))
    .filter(([name]) => Object.hasOwn(values, name))
    .map(([name, field]) => `${field.label}: ${sayValue(field, values[name]!)}`)
    .join(', ');
}

/** Like on a control, but without the zeros that keep a control's width. */
function sayValue(parameter: Parameter, value: Value): string {
  const text = formatField(parameter, value);
  return parameter.kind === 'number' ? text.replace(/\.0+(?!\d)|(\.\d+?)0+(?!\d)/, '$1') : text;
}

/** A label within a sentence: "latitude"; names such as "TLS" keep their capitals. */
function inside(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label;
}
