/** Long work beside a page that stays alive: in slices, with room between them for a hand and a frame. */

/** A frame is 16 ms; half of it is left to the page. */
const SLICE_MS = 6;

/**
 * `work` does a little and says whether all of it is done; `told` hears after each slice. The returned
 * function stops it. A message port, because a timer waits longer, and because no worker may start in a sandbox.
 */
export function inSlices(work: () => boolean, told: (whole: boolean) => void): () => void {
  const { port1, port2 } = new MessageChannel();
  const stop = (): void => {
    port1.onmessage = null;
    port1.close();
  };
  port1.onmessage = () => {
    const untilMs = performance.now() + SLICE_MS;
    let whole = false;
    while (!whole && performance.now() < untilMs) whole = work();
    if (whole) stop();
    else port2.postMessage(null);
    told(whole);
  };
  port2.postMessage(null);
  return stop;
}
