/** Where the transport's timeline stands, so that what is drawn below it agrees with it. */

export interface Columns {
  /** Custom properties: where the timeline begins and how long it is. */
  style: string;
  /** The timeline takes the whole width, so nothing has room beside it. */
  stacked: boolean;
}

/** Until a timeline is measured. */
export const unmeasured: Columns = { style: '', stacked: true };

/** Less than this has no room for words. */
const LEAST_PX = 120;

/** `hear` is called with the columns of that lab, now and when they change, until the returned function is called. */
export function watchTimeline(labId: string, hear: (columns: Columns) => void): () => void {
  const lab = document.querySelector(`[data-lab="${labId}"]`)!;
  const timeline = lab.querySelector('.tl')!;
  const watch = new ResizeObserver(() => {
    const { left, width } = timeline.getBoundingClientRect();
    const start = left - lab.getBoundingClientRect().left;
    hear({ style: `--start:${start}px;--length:${width}px`, stacked: start < LEAST_PX });
  });
  watch.observe(timeline);
  watch.observe(lab);
  return () => watch.disconnect();
}
