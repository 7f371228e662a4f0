/**
 * What an embed does as soon as it is there: it tells its height, hears its host, and waits. The lab is loaded when
 * it is set up by the address, asked for by the host, or reached for by the learner.
 */
import { usePreferences } from '../../lab/page.ts';
import { hear, tell, tellHeight } from '../host.ts';
import { askState } from '../splice.ts';
import type { Alive } from './alive.ts';
import { holdPress } from './press.ts';
import { sharedRun } from './shared.ts';

const main = document.querySelector<HTMLElement>('#embed')!;
const said = main.querySelector('[data-said]')!;
const kept = askState();
const handOver = holdPress(main);
let alive: Promise<Alive> | null = null;

function wake(): Promise<Alive> {
  // All that the lab needs is named there (src/build/preload.ts): it comes in one round trip.
  const warm = document.querySelector<HTMLTemplateElement>('template[data-warm]');
  if (warm) document.head.append(warm.content);
  alive ??= import('./alive.ts')
    .then(({ bringAlive }) => bringAlive(main, kept))
    .then((lab) => {
      handOver();
      return lab;
    })
    .catch((error: unknown) => {
      alive = null;
      delete document.documentElement.dataset['linked'];
      said.textContent = 'This figure could not be loaded. Check the connection, then press Start.';
      throw error;
    });
  return alive;
}

/** What cannot be loaded is said in its place. */
function use(act: (alive: Alive) => void): void {
  wake().then(act, () => undefined);
}

// What a learner chooses for the lab lasts as long as the page.
const chosen = new Map<string, string>();
usePreferences({ recall: (name) => chosen.get(name) || null, keep: (name, text) => void chosen.set(name, text) });
tellHeight(main);
hear((command) => use((lab) => lab.obey(command)));
void kept.then((state) => state !== null && use(() => undefined));

const isSetUp = (): boolean => location.search.length > 1 || sharedRun(location) !== null;
if (isSetUp()) use(() => undefined);
addEventListener('hashchange', () => (alive || isSetUp()) && use((lab) => lab.follow()));
for (const type of ['pointerover', 'pointerdown', 'focusin', 'keydown'])
  main.addEventListener(type, () => alive ?? use(() => undefined));

tell({ type: 'daybreak:ready', version: 1, sim: main.dataset['sim'] });
