/** What a lab that somebody else has set up says of that. */
import { fieldsOf, type AnySimulation } from '../../engine/fields.ts';
import { writeSetUp, type SetUp } from '../set-up.ts';

/** What of a set-up could not be used, as text. */
export function showNotices(place: Element, notices: readonly string[]): void {
  if (notices.length === 0) return place.replaceChildren();
  const box = document.createElement('div');
  box.className = 'notices';
  const first = document.createElement('p');
  first.textContent = 'This figure could not be set up to the letter.';
  const list = document.createElement('ul');
  for (const notice of notices) {
    const line = document.createElement('li');
    line.textContent = notice;
    list.append(line);
  }
  box.append(first, list);
  place.replaceChildren(box);
}

/** Says honestly what somebody else has set, with the way to the same thing without locks: `address` is its embed's. */
export function showLocks(place: HTMLElement, simulation: AnySimulation, setUp: SetUp, address: string): void {
  if (setUp.locked.length === 0) return;
  const fields = fieldsOf(simulation);
  const labels = setUp.locked.map(
    (name) => fields[name]?.label ?? simulation.inputs[name]?.label ?? (name === 'seed' ? 'Seed' : 'Scenario'),
  );
  const open = document.createElement('a');
  const written = writeSetUp(simulation, { ...setUp, locked: [], locksAll: false, hidden: [], controls: 'full' });
  open.href = `${address}${'query' in written ? `?${written.query}` : ''}`;
  open.target = '_blank';
  open.textContent = 'Open it without locks';
  place.replaceChildren(`Set by your instructor: ${setUp.locksAll ? 'everything' : labels.join(', ')}. `, open);
  place.hidden = false;
}
