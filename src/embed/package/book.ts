/** What a learner did on this page, and how it is kept between two sessions. */
import type { Learner } from '../../learner/learner.ts';
import { progressOf, type Progress, type Standing } from '../progress.ts';
import type { Suspended } from '../suspend-data.ts';
import { givenIn, knownOf, type Given } from './given.ts';
import type { Part } from './parts.ts';

type Kept = Readonly<Record<string, unknown>>;

export class Book {
  readonly parts: readonly Part[];
  readonly #learner: Learner;
  readonly #lesson: string;
  readonly #ran = new Set<string>();

  constructor(parts: readonly Part[], learner: Learner, lesson: string) {
    this.parts = parts;
    this.#learner = learner;
    this.#lesson = lesson;
  }

  /** A lab was run. False where that is nothing new. */
  run(lab: string): boolean {
    const isNew = !this.#ran.has(lab);
    this.#ran.add(lab);
    return isNew;
  }

  given(part: Part): Given | null {
    return givenIn(part, this.#recall(part));
  }

  standing(part: Part): Standing {
    if (part.kind === 'lab') return this.#ran.has(part.id) ? 'done' : 'open';
    const given = this.given(part);
    return given === null ? 'open' : given.isRight ? 'right' : 'done';
  }

  progress(): Progress {
    return progressOf(this.parts.map((part) => ({ ...part, standing: this.standing(part) })));
  }

  /** What the LMS is to keep; `run` is the link of the run the learner is at. */
  suspended(run: string | null): Suspended {
    return {
      run,
      ran: [...this.#ran],
      records: this.parts.flatMap((part) => {
        const kept = this.#recall(part);
        return kept === null || part.kind === 'lab'
          ? []
          : [{ kind: part.kind, id: part.id, value: shorten(part, kept as Kept) }];
      }),
    };
  }

  /** Takes up what an LMS kept, and says of which parts it did. What was done meanwhile counts more. */
  take({ records, ran }: Suspended): Part[] {
    return this.parts.filter((part) => {
      if (part.kind === 'lab' && ran.includes(part.id)) {
        this.#ran.add(part.id);
        const folds = document.querySelectorAll<HTMLDetailsElement>(`details[data-after="${part.id}"]`);
        for (const fold of folds) fold.open = true;
      }
      const record = records.find(({ kind, id }) => kind === part.kind && id === part.id);
      if (!record || this.#recall(part) !== null) return false;
      const value = lengthen(part, record.value);
      if (!givenIn(part, value)) return false;
      this.#learner.keep(record.kind, this.#lesson, part.id, value);
      return true;
    });
  }

  #recall({ kind, id }: Part): unknown {
    return kind === 'lab' ? null : this.#learner.recall(kind, this.#lesson, id);
  }
}

/** Without what the page knows: the lab, and what the model says. With what the lab measured, which it does not. */
function shorten({ section }: Part, { lab: _lab, key: _key, ...value }: Kept): Kept {
  const { ran } = section.dataset;
  return ran === undefined ? value : { ...value, ran };
}

function lengthen({ kind, section }: Part, kept: unknown): Kept {
  if (typeof kept !== 'object' || kept === null) return {};
  const { ran, ...value } = kept as Kept;
  // Numbers, and between them spaces.
  if (
    kind === 'prediction' &&
    typeof ran === 'string' &&
    ran.split(' ').every((each) => each === '' || isFinite(Number(each)))
  )
    section.dataset['ran'] = ran;
  if (kind === 'answer') return value;
  const { labId: lab } = section.dataset;
  if (kind === 'challenge') return { lab, ...value };
  const { key, values } = knownOf(section);
  return { lab, ...value, key: key ?? values };
}
