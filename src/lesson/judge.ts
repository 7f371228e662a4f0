/** What a typed answer is worth. */

/** Reads "1,200", "0.5", "−3" and "134 ms"; null when there is no single number. */
export function readNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/\u2212/g, '-')
    .replace(/(?<=\d)[,\u2009\u202f\u00a0 ](?=\d{3}(\D|$))/g, '');
  const found = /^([-+]?(?:\d+\.?\d*|\.\d+))\s*[^\d\s.,]*$/.exec(plain);
  return found ? Number(found[1]) : null;
}

export type Verdict = 'right' | 'too low' | 'too high';

export function judge(given: number, answer: number, tolerance: number): Verdict {
  // Decimal answers such as 0.3 are not exact in binary; the allowance is far below any tolerance an author writes.
  if (Math.abs(given - answer) <= tolerance + Math.abs(answer) * 1e-9) return 'right';
  return given < answer ? 'too low' : 'too high';
}
