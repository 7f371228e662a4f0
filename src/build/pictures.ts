/**
 * Loads simulations and their pictures outside the site: for the `still` command and for tests.
 *
 * Svelte components need a compiler, so the picture goes through Vite's module loader. The model and
 * the engine are plain TypeScript, but are loaded the same way here so that there is one copy of each.
 */
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Component } from 'svelte';
import { createServer } from 'vite';
import type { Layout, PictureProps } from '../lab/picture.ts';
import type { Simulation, Values } from '../engine/simulation.ts';

/** `dark-deployments` to `DarkDeployments`: a picture is named after its folder. */
export function pictureName(simulation: string): string {
  return simulation.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export interface Moment {
  scenario: string;
  /** `start`, `end`, `1200ms` or `cue <id>`. */
  at: string;
  /** Changed start values, by field name. */
  changed: Values;
  layout: Layout;
  covered: boolean;
}

export interface PictureLoader {
  simulation(name: string): Promise<Simulation>;
  /** The server-rendered markup of a simulation's picture at a moment of a run. */
  markup(name: string, moment: Moment): Promise<string>;
  close(): Promise<void>;
}

type Markup = {
  render(
    component: Component<PictureProps<Values, unknown>>,
    options: { props: PictureProps<Values, unknown> },
  ): { body: string };
};

export async function openPictures(root = process.cwd()): Promise<PictureLoader> {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    cacheDir: resolve(root, 'node_modules/.cache/daybreak-still'),
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [], exclude: ['svelte'] },
    plugins: [svelte({ configFile: false })],
  });
  const load = async <Loaded>(path: string) => (await server.ssrLoadModule(path)) as Loaded;
  const simulation = async (name: string) =>
    (await load<{ simulation: Simulation }>(`/src/sims/${name}/index.ts`)).simulation;
  return {
    simulation,
    async markup(name, { scenario, at, changed, layout, covered }) {
      const { openRun } = await load<typeof import('../engine/run.ts')>('/src/engine/run.ts');
      const { Timeline } = await load<typeof import('../engine/timeline.ts')>('/src/engine/timeline.ts');
      const { namedMoment } = await load<typeof import('../lesson/named-moment.ts')>('/src/lesson/named-moment.ts');
      const { noHand } = await load<typeof import('../lab/picture.ts')>('/src/lab/picture.ts');
      const { render } = await load<Markup>('svelte/server');
      const { default: picture } = await load<{ default: Component<PictureProps<Values, unknown>> }>(
        `/src/sims/${name}/${pictureName(name)}.svelte`,
      );
      const loaded = await simulation(name);
      const timeline = new Timeline(loaded, openRun(loaded, scenario, { changed }));
      const { state, config, nowMs, measures } = timeline.at(namedMoment(timeline, at));
      const props = {
        state,
        config,
        nowMs,
        measures,
        act: noHand,
        motion: 'auto' as const,
        locked: [],
        layout,
        covered,
      };
      return render(picture, { props }).body;
    },
    close: () => server.close(),
  };
}
