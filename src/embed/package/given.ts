/** What a learner gave in one part of the page, read from its record: whether it is right, and as an LMS is told. */
import { judge } from '../../lesson/judge.ts';
import { isLine } from '../../lesson/drawing.ts';
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
  /** Only where a curve is drawn. */
  values?: Curve;
}

/** What stands in the page for the browser to know. */
export function knownOf(section: HTMLElement): Known {
  return JSON.parse(section.dataset['known'] ?? '{}') as Known;
}

/** Options are lettered in an LMS: a, b, c. */
const letter = (choice: number): string => String.fromCharCode('a'.charCodeAt(0) + choice);

const optionsOf = (section: HTMLElement): HTMLInputElement[] => [
  ...section.querySelectorAll<HTMLInputElement>('.opts input'),
];
/** What comes back from an LMS may be anything. */
const isOption = (section: HTMLElement, choice: unknown): choice is number =>
  Number.isInteger(choice) && optionsOf(section)[choice as number] !== undefined;

const readers: Readonly<Record<Part['kind'], (section: HTMLElement, kept: Values) => Given | null>> = {
  lab: () => null,
  prediction: (section, { choice, number, points }) => {
    const { key, close, decimals, max, values } = knownOf(section);
    if (isOption(section, choice)) return { type: 'choice', response: letter(choice), isRight: choice === key };
    if (Number.isFinite(number)) {
      const value = number as number;
      return { type: 'numeric', response: String(value), isRight: isClose(value, key, close, decimals) };
    }
    if (!values || !isLine(points, values.length, max)) return null;
    const isRight = isCloseCurve({ drawn: points, run: values, max, decimals });
    return { type: 'performance', response: points.join(' '), isRight };
  },
  answer: (section, { choice, number }) => {
    if (isOption(section, choice)) {
      const { right } = optionsOf(section)[choice]!.dataset;
      return { type: 'choice', response: letter(choice), isRight: right !== undefined };
    }
    const form = section.querySelector('form');
    if (!Number.isFinite(number) || !form) return null;
    const verdict = judge(number as number, Number(form.dataset['answer']), Number(form.dataset['tolerance']));
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
