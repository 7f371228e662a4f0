/** What a learner gave in one part of the page, read from its record: whether it is right, and as an LMS is told. */
import { judge } from '../../lesson/judge.ts';
import { isClose, isCloseCurve } from '../../lesson/gap.ts';
import { readTries } from '../../lesson/challenge-tries.ts';
import type { Interaction } from '../scorm.ts';
import type { Part } from './parts.ts';

export type Given = Omit<Interaction, 'id'>;

type Values = Readonly<Record<string, unknown>>;
type Curve = readonly (number | null)[];

/** What the page knows of the outcome of a prediction (Predict.astro). */
export interface Known {
  key: number;
  close: number;
  decimals: number;
  max: number;
  values: Curve;
}

/** What stands in the page for the browser to know. */
export function knownOf(section: HTMLElement): Known {
  return JSON.parse(section.dataset['known'] ?? '{}') as Known;
}

/** Options are lettered in an LMS: a, b, c. */
const letter = (choice: number): string => String.fromCharCode('a'.charCodeAt(0) + choice);

const readers: Readonly<Record<Part['kind'], (section: HTMLElement, kept: Values) => Given | null>> = {
  lab: () => null,
  prediction: (section, { choice, number, points }) => {
    const { key, close, decimals, max, values } = knownOf(section);
    if (typeof choice === 'number') return { type: 'choice', response: letter(choice), isRight: choice === key };
    if (typeof number === 'number')
      return { type: 'numeric', response: String(number), isRight: isClose(number, key, close, decimals) };
    if (!Array.isArray(points)) return null;
    return {
      type: 'performance',
      response: points.join(' '),
      isRight: isCloseCurve({ drawn: points as Curve, run: values, max, decimals }),
    };
  },
  answer: (section, { choice, number }) => {
    if (typeof choice === 'number') {
      const options = section.querySelectorAll<HTMLInputElement>('input[type=radio]');
      const chosen = options[choice];
      return chosen
        ? { type: 'choice', response: letter(choice), isRight: chosen.dataset['right'] !== undefined }
        : null;
    }
    const form = section.querySelector('form');
    if (typeof number !== 'number' || !form) return null;
    const verdict = judge(number, Number(form.dataset['answer']), Number(form.dataset['tolerance']));
    return { type: 'numeric', response: String(number), isRight: verdict === 'right' };
  },
  challenge: (_, kept) => {
    const { tries, won } = readTries(kept);
    if (tries === 0 && won === null) return null;
    const response = won === null ? `not won after ${tries} tries` : `won with ${won} acts`;
    return { type: 'performance', response, isRight: won !== null };
  },
};

/** null where nothing was given, or nothing that can be read. */
export function givenIn({ kind, section }: Part, kept: unknown): Given | null {
  return typeof kept === 'object' && kept !== null ? readers[kind](section, kept as Values) : null;
}
