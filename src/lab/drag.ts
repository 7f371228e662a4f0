/**
 * One gesture on a handle in a picture: press, move, release; Escape lets go without an act.
 *
 * Use as `<g use:drag={{ move, drop, cancel }}>`. Positions are in the root svg's own units. The
 * handle itself sets `touch-action: none`, so a finger elsewhere still scrolls the page.
 */
import type { RunInput } from '../engine/simulation.ts';
import type { Hand } from './picture.ts';

export interface DragOptions {
  move(x: number, y: number): void;
  /** Released; the last `move` was where. */
  drop(x: number, y: number): void;
  cancel(): void;
  disabled?: boolean;
}

/** Where a pointer is, in the units of the svg that holds `node`. */
function pointIn(node: SVGGraphicsElement, event: PointerEvent): { x: number; y: number } {
  const svg = node.ownerSVGElement;
  const toSvg = svg?.getScreenCTM()?.inverse();
  const point = new DOMPoint(event.clientX, event.clientY);
  return toSvg ? point.matrixTransform(toSvg) : point;
}

export function drag(
  node: SVGGraphicsElement,
  options: DragOptions,
): { update(options: DragOptions): void; destroy(): void } {
  let now = options;
  let pointer: number | null = null;

  function press(event: PointerEvent): void {
    if (now.disabled || pointer !== null || event.button !== 0) return;
    pointer = event.pointerId;
    node.setPointerCapture(pointer);
    event.preventDefault();
    node.focus({ preventScroll: true });
  }
  function move(event: PointerEvent): void {
    if (event.pointerId !== pointer) return;
    const { x, y } = pointIn(node, event);
    now.move(x, y);
  }
  function release(event: PointerEvent): void {
    if (event.pointerId !== pointer) return;
    pointer = null;
    const { x, y } = pointIn(node, event);
    now.drop(x, y);
  }
  function letGo(): void {
    if (pointer === null) return;
    pointer = null;
    now.cancel();
  }
  function key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || pointer === null) return;
    event.stopPropagation();
    letGo();
  }

  /** A finger on the handle drags it; a finger anywhere else scrolls the page. */
  function keepFromScrolling(event: TouchEvent): void {
    if (!now.disabled) event.preventDefault();
  }

  node.style.touchAction = 'none';
  // Not every browser heeds touch-action inside an svg.
  node.addEventListener('touchstart', keepFromScrolling, { passive: false });
  node.addEventListener('pointerdown', press);
  node.addEventListener('pointermove', move);
  node.addEventListener('pointerup', release);
  node.addEventListener('pointercancel', letGo);
  node.addEventListener('keydown', key);
  return {
    update(options) {
      now = options;
    },
    destroy() {
      letGo();
      node.removeEventListener('touchstart', keepFromScrolling);
      node.removeEventListener('pointerdown', press);
      node.removeEventListener('pointermove', move);
      node.removeEventListener('pointerup', release);
      node.removeEventListener('pointercancel', letGo);
      node.removeEventListener('keydown', key);
    },
  };
}

/**
 * What a handle does with its gesture: the act is tried while it is held, done when it is let go, and
 * forgotten when the gesture is called off. `show` is told whether it is held.
 */
export function gripOf<Input>(
  hand: () => Hand<Input>,
  show: (isHeld: boolean) => void,
): { hold(input: RunInput<Input>): void; drop(): void; cancel(): void } {
  let last: RunInput<Input> | null = null;
  const end = (): Hand<Input> => {
    show(false);
    last = null;
    return hand();
  };
  return {
    hold(input) {
      show(true);
      hand().preview((last = input));
    },
    drop() {
      const done = last;
      const { commit } = end();
      if (done) commit(done);
    },
    cancel: () => end().discard(),
  };
}

/** Whether a key pressed on a handle is meant for it, and not for the browser. */
export const isPlain = (event: KeyboardEvent): boolean => !event.altKey && !event.ctrlKey && !event.metaKey;
