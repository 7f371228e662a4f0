/** What each key does while the focus is inside a lab. One table makes the bindings and the legend. */
import type { Player } from './player.ts';

interface Binding {
  /** Absent where the focused element itself uses the key, and the legend only says so. */
  key?: string;
  /** Absent where layouts differ in whether Shift is held for the key. */
  shift?: boolean;
  /** As in the legend. */
  keys: string;
  does: string;
  act?(player: Player): void;
}

export const bindings: readonly Binding[] = [
  { key: ' ', shift: false, keys: 'Space', does: 'play or pause', act: (player) => player.toggle() },
  { key: 'ArrowRight', shift: false, keys: '→', does: 'next event', act: (player) => player.step(1) },
  { key: 'ArrowLeft', shift: false, keys: '←', does: 'event before', act: (player) => player.step(-1) },
  { key: 'ArrowRight', shift: true, keys: 'Shift →', does: 'next pause', act: (player) => player.leapToCue(1) },
  { key: 'ArrowLeft', shift: true, keys: 'Shift ←', does: 'pause before', act: (player) => player.leapToCue(-1) },
  { key: 'r', shift: false, keys: 'R', does: 'back to the start', act: (player) => player.restart() },
  { key: 'z', shift: false, keys: 'Z', does: 'undo what you did', act: (player) => player.undo() },
  { key: 'z', shift: true, keys: 'Shift Z', does: 'do it again', act: (player) => player.redo() },
  { key: '?', keys: '?', does: 'show or hide these keys' },
  { keys: 'Arrows', does: 'on a yellow handle: move it, with Shift further' },
  { keys: 'Space', does: 'on a yellow switch: flip it' },
  { keys: '↑ ↓', does: 'in the whole log: from line to line' },
  { keys: 'Esc', does: 'let go of what you drag, or close what you opened' },
];

/** Elements that use Space, or arrows, themselves; a key never has two effects. */
const usesSpace =
  'button, a, select, summary, input:not([type="range"]), [role="switch"], [role="button"], [role="tab"]';
const usesArrows =
  'select, input, [role="slider"]:not([aria-disabled="true"]), [role="listbox"], [role="tab"], [role="radio"]';
/** A letter finds an option there. */
const usesLetters = 'select, [role="listbox"]';
const typing = 'textarea, input[type="text"], input[type="search"], input[type="number"], [contenteditable="true"]';

/** The binding a key press asks for, if the focused element leaves it to the lab. */
export function bindingFor(event: KeyboardEvent): Binding | undefined {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // Undo and redo work with Ctrl or Command too, as they do everywhere.
  if (event.defaultPrevented || event.altKey || ((event.ctrlKey || event.metaKey) && key !== 'z')) return undefined;
  const at = event.target as Element;
  if (at.closest(typing)) return undefined;
  if (/^[a-z]$/.test(key) && at.closest(usesLetters)) return undefined;
  if (event.key === ' ' && at.closest(usesSpace)) return undefined;
  if (event.key.startsWith('Arrow') && at.closest(usesArrows)) return undefined;
  return bindings.find((binding) => binding.key === key && (binding.shift ?? event.shiftKey) === event.shiftKey);
}
