/**
 * The calendar: a label over the run's own time.
 *
 * Calendar times are whole milliseconds from 2024-01-02 12:00:00. Seconds round a sync pass at their own speed; in the daily runs the long day between two
 * syncs is squeezed into three seconds. The mapping never stands still and never goes back, so that
 * comparing two stamps means the same in either time.
 */
import { formatNumber } from '../../engine/format-number.ts';
import type { Config } from './state.ts';

/** In calendar time; where a day is squeezed, it passes in 15 s of the run. */
export const DAY_MS = 86_400_000;
/** Run time before, after and between the syncs of a daily run. */
const LEAD_MS = 4000;
const TAIL_MS = 8000;
const GAP_MS = 3000;

/** Run time of 2024-01-02 12:00:00. */
const NOON_MS = {
  'one-order': LEAD_MS,
  'five-orders': 11_000,
  'eight-rows': GAP_MS + LEAD_MS,
  traffic: 30_000,
  traced: 0,
  recorded: -20_000, // the recording's seconds: a run begins at 20
} as const;

/** Whether syncs come by themselves. Where they do not, each is an act. */
export function hasSchedule({ work }: Config): boolean {
  return work !== 'traced' && work !== 'recorded';
}

/** Run time of the first sync: noon, or one interval from the start. The sync before must lie before every order. */
export function firstSyncMs(config: Config): number {
  return Math.min(NOON_MS[config.work], intervalMs(config));
}

/** Calendar time between two syncs. */
export function intervalMs(config: Config): number {
  return config.every === 'day' ? DAY_MS : Number(config.every) * 1000;
}

/** How long a run of each kind is watched: the length of its axis. */
export const SPAN_MS = {
  'one-order': 20_000,
  'five-orders': 15_000,
  'eight-rows': 28_000,
  traffic: 160_000,
  traced: 20_000,
  recorded: 15_000,
} as const;

function isSqueezed(config: Config): boolean {
  return config.every === 'day' && (config.work === 'one-order' || config.work === 'eight-rows');
}

/** Run time between two syncs. */
export function periodMs(config: Config): number {
  return isSqueezed(config) ? LEAD_MS + TAIL_MS + GAP_MS : intervalMs(config);
}

/** The calendar time shown at a moment of the run. */
export function calendarMs(nowMs: number, config: Config): number {
  const sinceNoon = nowMs - NOON_MS[config.work];
  if (!isSqueezed(config)) return Math.ceil(sinceNoon) + 0; // Up, so that no stamp lies before its moment; and minus zero becomes zero.
  const period = periodMs(config);
  const day = Math.floor((sinceNoon + LEAD_MS) / period);
  const phase = sinceNoon - day * period;
  if (phase <= TAIL_MS) return Math.round(day * DAY_MS + phase);
  const between = (phase - TAIL_MS) / GAP_MS;
  return Math.round(day * DAY_MS + TAIL_MS + between * (DAY_MS - TAIL_MS - LEAD_MS));
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** "12:00:03"; tenths only where they are not zero: "12:00:03.4". */
export function clock(calendar: number): string {
  const inDay = (((calendar + DAY_MS / 2) % DAY_MS) + DAY_MS) % DAY_MS;
  const tenths = Math.floor(inDay / 100);
  const seconds = Math.floor(tenths / 10);
  const text = `${twoDigits(Math.floor(seconds / 3600))}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
  return tenths % 10 === 0 ? text : `${text}.${tenths % 10}`;
}

/** "2024-01-02". Runs stay within January. */
export function date(calendar: number): string {
  return `2024-01-${twoDigits(2 + Math.floor((calendar + DAY_MS / 2) / DAY_MS))}`;
}

/** "2024-01-02 12:00:00", as the checkpoint is written. */
export function stamp(calendar: number): string {
  return `${date(calendar)} ${clock(calendar)}`;
}

/** "9,999,992". */
export function thousands(n: number): string {
  return formatNumber(n, '', 0);
}

/** "1 row", "5,000 rows". */
export function counted(n: number, noun: string): string {
  return `${thousands(n)} ${noun}${n === 1 ? '' : 's'}`;
}
