/** How a time is written: "40 ms", "3.25 s", "2 min 5 s". */
import { formatNumber } from '../../engine/format-number.ts';

/** A moment of a run, for people. */
export function timeLabel(nowMs: number): string {
  if (nowMs < 1000) return formatNumber(nowMs, 'ms', nowMs % 1 === 0 || nowMs >= 10 ? 0 : 1);
  if (nowMs < 60_000) return formatNumber(nowMs / 1000, 's', nowMs % 1000 === 0 ? 0 : 2);
  const seconds = Math.floor(nowMs / 1000) % 60;
  return `${Math.floor(nowMs / 60_000)} min${seconds === 0 ? '' : ` ${seconds} s`}`;
}
