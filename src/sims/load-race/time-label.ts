/** How a time is written: "45 s", "1 min 51 s", "32 min", "5 h", "15 h 2 min". */

/** A moment of the race or a length of time, for people. */
export function timeLabel(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 600) return joined(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  const minutes = Math.round(seconds / 60);
  return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  if (large === 0) return `${small} ${smallUnit}`;
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
