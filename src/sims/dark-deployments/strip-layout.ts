/** Where the strip under the pages puts its three rows and its time axis. */
export interface StripRow {
  label: string;
  mark: 'dark' | 'harm' | 'wait';
  /** The row's one number, and what it counts. */
  count: number;
  word: string;
}
export interface Tick {
  /** 0 to 1 along the axis. */
  at: number;
  label: string;
  anchor: 'start' | 'middle' | 'end';
}
export interface StripLayout {
  left: number;
  width: number;
  /** Middle of each row. */
  rows: readonly [number, number, number];
  axis: number;
}

export function stripLayout(wide: boolean): StripLayout {
  if (wide) return { left: 150, width: 720, rows: [24, 76, 128], axis: 160 };
  return { left: 8, width: 334, rows: [44, 126, 208], axis: 240 };
}
