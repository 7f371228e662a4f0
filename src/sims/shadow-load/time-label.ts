/** How a time is written: "40 ms", "3.25 s", "2 min 5 s". */
import { formatNumber } from '../../engine/format-number.ts';

/** A moment of a run, for people. */
export function timeLabel(nowMs: number): string {
  // The unit is chosen for what is written: 59,999 ms are a minute, not 60.00 s.
  if (nowMs < 9.95) return formatNumber(nowMs, 'ms', nowMs % 1 === 0 ? 0 : 1);
  if (nowMs < 999.5) return formatNumber(nowMs, 'ms', 0);
  if (nowMs < 59_995) return formatNumber(nowMs / 1000, 's', nowMs % 1000 === 0 ? 0 : 2);
  const seconds = Math.round(nowMs / 1000);
  return `${Math.floor(seconds / 60)} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
}
