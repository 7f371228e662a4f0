/** How far a learner has come: what is complete, and what it scores. */

export type PartKind = 'prediction' | 'lab' | 'answer' | 'challenge';

/** right: answered as the model or the author does, or a challenge won. */
export type Standing = 'open' | 'done' | 'right';

export interface Counted {
  kind: PartKind;
  standing: Standing;
  /** Asked for before the lesson is complete. */
  isNeeded: boolean;
  /** One point of the score. */
  isScored: boolean;
}

export interface Progress {
  isComplete: boolean;
  /** From 0 to 100; null where nothing that is shown can be scored. */
  score: number | null;
}

/** To have guessed is what counts of a prediction: a wrong guess teaches as much. */
function hasPoint({ kind, standing }: Counted): boolean {
  return kind === 'prediction' ? standing !== 'open' : standing === 'right';
}

/** Complete is who did all that is needed; the score is the share of points. */
export function progressOf(parts: readonly Counted[]): Progress {
  const needed = parts.filter(({ isNeeded }) => isNeeded);
  const scored = parts.filter(({ isScored }) => isScored);
  return {
    // Where nothing is asked, opening would complete it.
    isComplete: needed.length > 0 && needed.every(({ standing }) => standing !== 'open'),
    score: scored.length === 0 ? null : Math.round((100 * scored.filter(hasPoint).length) / scored.length),
  };
}
