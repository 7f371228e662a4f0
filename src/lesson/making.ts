/** Makes a lab that is not in the page as built: loads its picture and its model, and puts it in its place. */
import { mount, type Component } from 'svelte';
import type { AnySimulation } from '../engine/fields.ts';
import type { Frame } from '../lab/frame.ts';
import { unpack } from '../lab/packing.ts';
import { firstFrame } from '../lab/room.ts';
import type { LabSettings } from '../lab/settings.ts';

type Island = Component<{ settings: LabSettings; first: Frame }>;

// The same modules as those of labs in the page: nothing is sent twice.
const islands = import.meta.glob<{ default: Island }>('/src/sims/*/Island.svelte');
const models = import.meta.glob<{ simulation: AnySimulation }>('/src/sims/*/index.ts');

/** The model of the simulation in that folder. */
export async function loadModel(name: string): Promise<AnySimulation> {
  return (await models[`/src/sims/${name}/index.ts`]!()).simulation;
}

/** Puts the lab that a place is kept for there instead of it. Fails when a part cannot be loaded. */
export async function makeLab(place: HTMLElement): Promise<void> {
  const { simulation: name = '' } = place.dataset;
  const settings = unpack(place.dataset['settings'] ?? '') as LabSettings;
  const [{ default: Island }, simulation] = await Promise.all([
    islands[`/src/sims/${name}/Island.svelte`]!(),
    loadModel(name),
  ]);
  const first = firstFrame(simulation, settings);
  mount(Island, { target: place.parentElement!, anchor: place, props: { settings, first } });
  place.remove();
}
