/** The labs of a package: the same as in the lesson, made by the package's own script. */
import { mount, type Component } from 'svelte';
import type { AnySimulation } from '../../engine/fields.ts';
import type { Frame, PackedFrame } from '../../lab/frame.ts';
import { unpack } from '../../lab/packing.ts';
import { firstFrame } from '../../lab/room.ts';
import type { LabSettings } from '../../lab/settings.ts';

type Island = Component<{ settings: LabSettings; first: Frame | PackedFrame }>;

const islands = import.meta.glob<Island>('/src/sims/*/Island.svelte', { eager: true, import: 'default' });
const models = import.meta.glob<AnySimulation>('/src/sims/*/index.ts', { eager: true, import: 'simulation' });

/** The simulation of that name; undefined where there is none. */
export function simulationNamed(name: string): AnySimulation | undefined {
  return models[`/src/sims/${name}/index.ts`];
}

/** Puts a lab where its still stands. */
export function mountLab(place: HTMLElement): void {
  const { island: name = '', settings: packed = '', first: built } = place.dataset;
  const settings = unpack(packed) as LabSettings;
  const first = built ?? firstFrame(simulationNamed(name)!, settings);
  place.replaceChildren();
  mount(islands[`/src/sims/${name}/Island.svelte`]!, { target: place, props: { settings, first } });
}
