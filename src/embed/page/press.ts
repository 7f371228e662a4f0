/** The press that came before the lab: whoever is still holding when it is there holds what is drawn under the press then. */

/** Follows the pointer on the still picture. The returned function hands what is held over to the picture that came. */
export function holdPress(main: HTMLElement): () => void {
  let held: PointerEvent | null = null;
  main.addEventListener('pointerdown', (event) => {
    if (event.isTrusted && event.isPrimary) held = (event.target as Element).matches('.making img') ? event : null;
  });
  for (const type of ['pointerup', 'pointercancel'])
    addEventListener(type, ({ pointerId }: PointerEventInit) => pointerId === held?.pointerId && (held = null), true);
  return () => {
    if (!held) return;
    const { clientX, clientY, pointerId, pointerType } = held;
    held = null;
    const press = { bubbles: true, cancelable: true, clientX, clientY, pointerId, pointerType, isPrimary: true };
    document.elementFromPoint(clientX, clientY)?.dispatchEvent(new PointerEvent('pointerdown', press));
  };
}
