/** How a time is written: "0.5 ms", "41.1 ms", "150 ms", "4.00 s". */
import { formatNumber } from '../../engine/format-number.ts';

/** A moment or a length of time, for people. */
export function timeLabel(ms: number): string {
  if (ms < 99.95) return formatNumber(ms, 'ms', Math.round(ms * 10) % 10 === 0 ? 0 : 1);
  return ms < 999.5 ? formatNumber(ms, 'ms', 0) : formatNumber(ms / 1000, 's', 2);
}
