/** Times in words, for the frame of a lab. */
import { calendarMs, clock, DAY_MS } from './calendar.ts';
import type { Config } from './state.ts';

/** How the transport and the log write a time. Tenths are for bars, not for clocks. */
export function timeLabel(nowMs: number, config: Config): string {
  const calendar = Math.floor(calendarMs(nowMs, config) / 1000) * 1000;
  const day = Math.floor((calendar + DAY_MS / 2) / DAY_MS);
  // With a day in it the label leaves the seconds out: two of them must fit side by side under a time line.
  if (config.work === 'eight-rows') return `${2 + day} Jan ${clock(calendar).slice(0, 5)}`;
  return day === 1 ? `next day ${clock(calendar).slice(0, 5)}` : clock(calendar);
}
