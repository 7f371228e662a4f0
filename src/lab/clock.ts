/**
 * The only clock: one animation frame loop for the page, running while any player has something to do.
 *
 * A frame is never counted as longer than a tenth of a second, so a page that was asleep does not
 * jump when it wakes.
 */
const LONGEST_FRAME_MS = 100;

/** Called each frame with the milliseconds since the last; false when it has no more to do. */
type Tick = (frameMs: number) => boolean;

const ticking = new Set<Tick>();
let lastMs: number | null = null;

function frame(nowMs: number): void {
  const frameMs = lastMs === null ? 0 : Math.min(nowMs - lastMs, LONGEST_FRAME_MS);
  lastMs = nowMs;
  for (const tick of ticking) if (!goesOn(tick, frameMs)) ticking.delete(tick);
  if (ticking.size > 0) requestAnimationFrame(frame);
  else lastMs = null;
}

/** What fails in one lab stops neither the loop nor the other labs. */
function goesOn(tick: Tick, frameMs: number): boolean {
  try {
    return tick(frameMs);
  } catch (error) {
    reportError(error);
    return false;
  }
}

/** Calls `tick` every frame until it answers false. */
export function keepTicking(tick: Tick): void {
  if (ticking.size === 0) requestAnimationFrame(frame);
  ticking.add(tick);
}
