/** The parameters of a simulation's embed as a JSON Schema (draft 2020-12): for tools, and for whoever sets one up by hand. */
import { fieldsOf, type AnySimulation } from '../engine/fields.ts';
import type { Parameter } from '../engine/simulation.ts';
import { controlSizes, lockable, motions, parts, speeds, themes } from './set-up.ts';

/** All values are text in the address; what a number or a switch may be is given as such. */
export function schemaOf(simulation: AnySimulation): object {
  const { title, version, scenarios, challenges, inputs } = simulation;
  const fields = Object.values(fieldsOf(simulation));
  const list = (of: readonly string[], description: string): object => ({
    type: 'string',
    description: `${description} Parted by commas: ${of.join(', ')}.`,
  });
  const one = (of: readonly (string | number)[], description: string): object => ({ enum: of, description });
  const acts = Object.entries(inputs).map(([name, { parameters }]) => [name, ...Object.keys(parameters)].join(':'));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    description: `Version ${version} of the model. The parameters of an embed's address; unknown ones are ignored, and a wrong value is replaced by its default.`,
    type: 'object',
    properties: {
      scenario: one(Object.keys(scenarios), 'The situation it begins with.'),
      seed: {
        type: 'integer',
        minimum: 0,
        maximum: 2 ** 32 - 1,
        description: 'Decides everything that is left to chance.',
      },
      ...Object.fromEntries(fields.map((field) => [field.short, schemaOfField(field)])),
      ...Object.fromEntries(
        fields.map((field) => [
          `vs.${field.short}`,
          { ...schemaOfField(field), description: `In the run beside it: ${field.label}.` },
        ]),
      ),
      in: {
        type: 'string',
        description: `Acts, parted by semicolons, each moment:name:values. Names: ${[...fields.filter(({ when }) => when === 'live').map(({ short }) => `${short}:value`), ...acts].join(', ')}.`,
      },
      t: {
        type: 'string',
        pattern: '^\\d{1,12}(\\.\\d{1,3})?(~\\d{1,6})?$',
        description: 'The moment that is shown, in milliseconds.',
      },
      v: { type: 'integer', description: 'Version of the model the link was made with.' },
      speed: one(speeds, 'Times the usual speed.'),
      theme: one(themes, 'Colours; auto follows the reader’s system.'),
      motion: one(motions, 'step: nothing glides, playing goes from event to event.'),
      controls: one(controlSizes, 'full: everything. min: play, time and controls. none: nothing to operate.'),
      show: list(parts, 'Only these parts are seen.'),
      hide: list(parts, 'These parts are not seen.'),
      lock: list([...lockable(simulation), 'all'], 'Stays as it is set.'),
      ...(challenges.length > 0 && {
        challenge: one(
          challenges.map(({ id }) => id),
          'Set below the figure, and scored.',
        ),
      }),
      run: one([0, 1], '1: plays by itself.'),
    },
  };
}

function schemaOfField(field: Parameter): object {
  const description = field.help;
  switch (field.kind) {
    case 'number':
      return {
        type: 'number',
        minimum: field.min,
        maximum: field.max,
        multipleOf: field.step,
        default: field.default,
        title: field.label,
        description,
      };
    case 'choice':
      return { enum: Object.keys(field.options), default: field.default, title: field.label, description };
    case 'switch':
      return { enum: [0, 1], default: field.default ? 1 : 0, title: field.label, description };
  }
}
