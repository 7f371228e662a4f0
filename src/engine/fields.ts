/** Reading and writing the values of fields, for links, the command line, stored runs and controls. */
import { formatNumber } from './format-number.ts';
import type {
  ChoiceField,
  Field,
  NumberField,
  Parameter,
  Placed,
  Simulation,
  SwitchField,
  Value,
  Values,
} from './simulation.ts';

/** What a lab, a link or a test needs of any simulation, whatever its own types are. */
export type AnySimulation = Simulation;

/** The declared fields by name. */
export function fieldsOf(simulation: AnySimulation): Readonly<Record<string, Field>> {
  return simulation.fields as Readonly<Record<string, Field>>;
}

/** Every field's default. */
export function defaults(parameters: Readonly<Record<string, Parameter>>): Values {
  return Object.fromEntries(Object.entries(parameters).map(([name, field]) => [name, field.default]));
}

/** What a field allows, as the end of a sentence: "a number from 0 to 100 ms in steps of 5". */
export function allowed(field: Parameter): string {
  switch (field.kind) {
    case 'number':
      return `a number from ${field.min} to ${field.max}${field.unit && field.unit !== 'share' ? ` ${field.unit}` : ''}`;
    case 'choice':
      return `one of ${Object.keys(field.options).join(', ')}`;
    case 'switch':
      return '1 or 0';
  }
}

/** The value when it is one the field may hold, else why not. Numbers are rounded to the field's step. */
export function checkValue(name: string, field: Parameter, value: unknown): { value: Value } | { problem: string } {
  switch (field.kind) {
    case 'number':
      if (typeof value === 'number' && value >= field.min && value <= field.max) return { value: toStep(field, value) };
      break;
    case 'choice':
      if (typeof value === 'string' && Object.hasOwn(field.options, value)) return { value };
      break;
    case 'switch':
      if (typeof value === 'boolean') return { value };
      break;
  }
  return { problem: `${name} cannot be "${String(value)}": it takes ${allowed(field)}.` };
}

/** Like `checkValue`, for text from a link or a command line. */
export function readField(name: string, field: Parameter, text: string): { value: Value } | { problem: string } {
  if (field.kind === 'switch') {
    if (text === '1' || text === 'true') return { value: true };
    if (text === '0' || text === 'false') return { value: false };
  }
  const plainNumber = field.kind === 'number' && /^-?\d+(\.\d+)?$/.test(text);
  return checkValue(name, field, plainNumber ? Number(text) : text);
}

/** The text `readField` reads back. */
export function writeField(value: Value): string {
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
}

/** The nearest value the field can hold, free of binary dust. */
export function toStep(field: NumberField, value: number): number {
  const steps = Math.round((value - field.min) / field.step);
  const near = Math.min(field.max, Math.max(field.min, field.min + steps * field.step));
  return Number(near.toFixed(decimalsOf(field)));
}

function decimalsOf({ min, step }: NumberField): number {
  const places = (n: number): number => (String(n).split('.')[1] ?? '').length;
  return Math.max(places(min), places(step));
}

/** A field's value as people read it. */
export function formatField(field: Parameter, value: Value): string {
  switch (field.kind) {
    case 'number':
      // A share is shown in per cent, so two of its decimals come before the point.
      return formatNumber(Number(value), field.unit, Math.max(0, decimalsOf(field) - (field.unit === 'share' ? 2 : 0)));
    case 'choice':
      return (field as ChoiceField).options[String(value)] ?? String(value);
    case 'switch':
      return value ? (field as SwitchField).on : (field as SwitchField).off;
  }
}

/** True when a field may be changed while a run goes on. */
export function isLive(field: Placed): boolean {
  return field.when === 'live';
}
