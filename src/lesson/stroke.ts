/** Strokes over a chart: a press carries the nearest point, a move those it passes, Escape takes the stroke back. */

/** How near in time a pointer must come to a point to carry it, in shares of the way between two points. */
const NEAR = 0.15;

interface Stroke {
  /** Number of the last point. */
  last: number;
  isOpen(): boolean;
  /** A stroke begins; what it returns takes the stroke back. */
  begin(): () => void;
  /** Points by number, with their heights as shares of the chart. */
  put(places: readonly (readonly [at: number, height: number])[]): void;
}

/** Listens to pointers over a plot, and hands over the points they pass. */
export function strokes(plot: HTMLElement, { last, isOpen, begin, put }: Stroke): void {
  let stroke: { pointer: number; x: number; height: number; undo: () => void } | null = null;

  /** Where the pointer is, in points from the left and as a share of the height. */
  function place({ clientX, clientY }: PointerEvent): { x: number; height: number } {
    const { left, width, top, height } = plot.getBoundingClientRect();
    return { x: ((clientX - left) / width) * last, height: 1 - (clientY - top) / height };
  }
  const inside = (at: number): number => Math.min(last, Math.max(1, at));

  plot.addEventListener('pointerdown', (event) => {
    if (!isOpen() || stroke || event.button > 0) return;
    event.preventDefault();
    const { x, height } = place(event);
    stroke = { pointer: event.pointerId, x, height, undo: begin() };
    // At the start nothing is asked, so a press there only begins a stroke.
    if (x > 0.5) put([[inside(Math.round(x)), height]]);
  });
  document.addEventListener('pointermove', (event) => {
    if (stroke?.pointer !== event.pointerId) return;
    const { x, height } = place(event);
    const from = stroke;
    const passed: [number, number][] = [];
    for (let at = 1; at <= last; at += 1) {
      if ((at - from.x) * (at - x) < 0)
        passed.push([at, from.height + ((height - from.height) * (at - from.x)) / (x - from.x)]);
      else if (Math.abs(at - x) < NEAR || (at === last && x > last)) passed.push([at, height]);
    }
    stroke = { ...from, x, height };
    if (passed.length > 0) put(passed);
  });
  const end = (event: PointerEvent): void => {
    if (stroke?.pointer !== event.pointerId) return;
    if (event.type === 'pointercancel') stroke.undo();
    stroke = null;
  };
  document.addEventListener('pointerup', end);
  document.addEventListener('pointercancel', end);
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    stroke?.undo();
    stroke = null;
  });
}
