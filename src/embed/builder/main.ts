/** Puts the builder in its place. A bundle of its own (src/build/builder.ts): what it needs of the framework is no lesson's burden. */
import { mount } from 'svelte';
import { unpack } from '../../lab/packing.ts';
import Builder from './Builder.svelte';

type Props = Parameters<typeof Builder>[1];

export function startBuilder(place: HTMLElement): void {
  const { offered = '', base = '' } = place.dataset;
  place.replaceChildren();
  mount(Builder, { target: place, props: { offered: unpack(offered), base } as Props });
}
