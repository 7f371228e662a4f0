/** How SCORM 1.2 writes values. */

const two = (value: number): string => String(value).padStart(2, '0');

/** A length of time, HHHH:MM:SS.SS; what is longer than that holds is cut. */
export function timespan(ms: number): string {
  const most = ((9999 * 60 + 59) * 60 + 59) * 100 + 99;
  const hundredths = Math.min(most, Math.max(0, Math.round(ms / 10)));
  const seconds = Math.floor(hundredths / 100);
  const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

/** A time of day, HH:MM:SS. */
export function timeOfDay(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

/** Text of at most so many plain characters, which no LMS counts as more bytes. */
export function plainText(text: string, most: number): string {
  return text.replace(/[^ -~]/g, '?').slice(0, most);
}
