/**
 * Scenario time is opening time: the shop is open from 09:00 to 17:00, Monday to Friday, and the
 * hours between are left out, so 8 hours of the model are a day of the calendar.
 */
export const MINUTE = 60_000;
/** In milliseconds, as all of these. */
export const HOUR = 60 * MINUTE;
/** Eight hours, 09:00 to 17:00. */
export const DAY = 8 * HOUR;
/** Monday to Friday, 40 hours. */
export const WEEK = 5 * DAY;

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

/** "Mon 09:15", or "Mon 09:15:20" with seconds. Closing time belongs to the next morning, except on Friday. */
export function timeLabel(nowMs: number, seconds = false): string {
  const day = Math.min(4, Math.floor(nowMs / DAY));
  const ofDay = Math.floor((nowMs - day * DAY) / 1000) + 9 * 3600;
  const parts = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ...(seconds ? [ofDay % 60] : [])];
  return `${days[day]} ${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** "09:15". */
export function hourLabel(nowMs: number): string {
  return timeLabel(nowMs).slice(4);
}
