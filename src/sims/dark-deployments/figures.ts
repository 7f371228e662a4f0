/** The strip's figures: one path for many of a kind. */

/**
 * The same figure at many places, as one path: a node each would be too many. Figures wider than the way
 * to the next, `gap`, would run into each other; they are set in three lanes.
 */
export function repeat(figure: string, places: readonly number[], y: number, gap = 0): string {
  const lanes = [0, -9, 9].map((dy) => ({ dy, until: -Infinity }));
  return places
    .map((x) => {
      const free = lanes.find(({ until }) => x >= until) ?? lanes.reduce((a, b) => (b.until < a.until ? b : a));
      free.until = x + gap;
      return `M${x.toFixed(1)} ${y + free.dy}${figure}`;
    })
    .join('');
}

/** Figures for `repeat`, drawn from their middle. */
export const figures = {
  dot: 'h0',
  cross: 'm-6 -6l12 12m0 -12l-12 12',
  speck: 'm-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0',
  ring: 'm-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0',
  envelope: 'm-10 -7h20v14h-20zl10 8l10-8',
};
