/**
 * The code of a scenario in printed links and QR codes: the first 25 bits of the SHA-256 of
 * `simulation/scenario`, in Crockford's base 32, which has no letter that reads like a digit.
 *
 * Paper cannot be corrected: the rule never changes, and a scenario that was printed keeps its name.
 */
import { createHash } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const LETTERS = 5;
const BITS_A_LETTER = 5;

/** Five letters and digits, the same for ever. */
export function shortCode(simulation: string, scenario: string): string {
  const bits = createHash('sha256').update(`${simulation}/${scenario}`).digest().readUInt32BE(0);
  return Array.from({ length: LETTERS }, (_, i) => alphabet[(bits >>> (32 - BITS_A_LETTER * (i + 1))) & 31]).join('');
}
