/** When a comparison calls an answer of v2 wrong. */
import type { Comparison } from './answers.ts';
import { isOverNoise } from './theory.ts';
import type { Config, Tally } from './state.ts';

/** Below this a rank-biased overlap raises an alarm. */
const RBO_ALARM = 0.6;

/**
 * Whether this answer raises an alarm. `tally` is what has been counted for its query, this comparison
 * included: the rule with the noise floor looks at counts, the others at one answer at a time.
 */
export function isAlarming(
  judge: Config['judge'],
  { equal, overlap, rbo, strange }: Comparison,
  tally: Tally,
): boolean {
  switch (judge) {
    case 'equality':
      return !equal;
    case 'overlap':
      return overlap === 0;
    case 'rbo':
      return rbo < RBO_ALARM;
    case 'noiseFloor':
      return !equal && isOverNoise(tally.different, tally.noise, tally.compared);
    case 'category':
      return strange;
  }
}
