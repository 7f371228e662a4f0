/** What each key does while the focus is inside a lab. One table makes the bindings and the legend. */
import type { Player } from './player.ts';

interface Binding {
  key: string;
  shift: boolean;
  /** As in the legend. */
  keys: string;
  does: string;
  act(player: Player): void;
}

export const bindings: readonly Binding[] = [
  { key: ' ', shift: false, keys: 'Space', does: 'play or pause', act: (player) => player.toggle() },
  { key: 'ArrowRight', shift: false, keys: '→', does: 'next event', act: (player) => player.step(1) },
  { key: 'ArrowLeft', shift: false, keys: '←', does: 'event before', act: (player) => player.step(-1) },
  { key: 'ArrowRight', shift: true, keys: 'Shift →', does: 'next pause', act: (player) => player.leapToCue(1) },
  { key: 'ArrowLeft', shift: true, keys: 'Shift ←', does: 'pause before', act: (player) => player.leapToCue(-1) },
  { key: 'r', shift: false, keys: 'R', does: 'back to the start', act: (player) => player.restart() },
];

/** Elements that use Space, or arrows, themselves; a key never has two effects. */
const usesSpace = 'button, a, select, summary, input, [role="switch"], [role="button"], [role="tab"]';
const usesArrows = 'select, input, [role="slider"], [role="listbox"], [role="tab"], [role="radio"]';
const typing = 'textarea, input[type="text"], input[type="number"], [contenteditable="true"]';

/** The binding a key press asks for, if the focused element leaves it to the lab. */
export function bindingFor(event: KeyboardEvent): Binding | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const at = event.target as Element;
  if (at.closest(typing)) return undefined;
  if (event.key === ' ' && at.closest(usesSpace)) return undefined;
  if (event.key.startsWith('Arrow') && at.closest(usesArrows)) return undefined;
  const key = event.key === 'R' ? 'r' : event.key;
  return bindings.find((binding) => binding.key === key && binding.shift === event.shiftKey);
}
