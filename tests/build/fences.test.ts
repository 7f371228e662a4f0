import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint({ overrideConfigFile: 'src/build/eslint.config.js' });

/** Messages of the linter for a file of that name, as if it held that code. */
async function messages(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  return result!.messages.map(({ message }) => message);
}

const model = 'src/sims/tromboning/model.ts';
const picture = 'src/sims/tromboning/Tromboning.svelte';
const script = (code: string): string => `<script lang="ts">\n${code}\n</script>`;

describe('imports point one way', () => {
  const modelFence =
    'A model imports src/engine and its own siblings only: no other simulation, no picture, nothing of the browser. ' +
    'What two models share belongs into src/engine; a picture made of shapes takes them from src/lab/drawing/shapes.ts.';
  const engineFence =
    'The engine knows nothing but itself: move what you need into src/engine, or hand it in as an argument.';
  const pictureFence =
    'A picture draws its own model: import files of the same folder, src/engine, and of the lab only its drawing parts ' +
    '(picture.ts, drag.ts, Mark.svelte, drawing/).';
  const shellFence =
    'src/lab, src/learner and src/embed import src/engine and themselves. A simulation or a page hands in what they need ' +
    'as a property; src/lesson joins them.';
  const benchFence =
    'The bench imports itself, src/engine, the drawing parts of the lab, and the models of src/sims/incremental-ingestion. ' +
    'What only the page can do is handed in by src/lesson/benching.ts.';

  test.each([
    [
      model,
      "export * from '../dark-deployments/model.ts';",
      `${model} may not import src/sims/dark-deployments/model.ts. ${modelFence}`,
    ],
    [model, "export * from '../../lab/picture.ts';", `${model} may not import src/lab/picture.ts. ${modelFence}`],
    [model, "export { default } from './Tromboning.svelte';", `${model} may not import ${picture}. ${modelFence}`],
    [model, "export { tick } from 'svelte';", `"svelte" is a package. ${modelFence}`],
    [
      model,
      "export * from './theory';",
      '"./theory" needs its ending (.ts): Node runs the engine and the models as they are.',
    ],
    [
      'src/engine/run.ts',
      "export * from '../sims/tromboning/index.ts';",
      `src/engine/run.ts may not import src/sims/tromboning/index.ts. ${engineFence}`,
    ],
    ['src/engine/run.ts', "export * from 'node:fs';", `"node:fs" is a package. ${engineFence}`],
    [picture, script("import '../../lab/player.ts';"), `${picture} may not import src/lab/player.ts. ${pictureFence}`],
    [
      'src/lab/player.ts',
      "export * from '../sims/tromboning/index.ts';",
      `src/lab/player.ts may not import src/sims/tromboning/index.ts. ${shellFence}`,
    ],
    [
      'src/embed/package/labs.ts',
      "export * from '../../sims/tromboning/model.ts';",
      'src/embed/package/labs.ts may not import src/sims/tromboning/model.ts. The script of a package is a lesson in one ' +
        'piece: it joins src/lesson, src/lab and src/learner to the LMS, and finds simulations by their Island.svelte and index.ts.',
    ],
    [
      'src/lab/player.ts',
      "export const load = () => import('../learner/progress.ts');",
      `src/lab/player.ts may not import src/learner/progress.ts. ${shellFence}`,
    ],
    [
      'src/bench/session.ts',
      "export * from '../lab/tools/save.ts';",
      `src/bench/session.ts may not import src/lab/tools/save.ts. ${benchFence}`,
    ],
    [
      'src/bench/traces.ts',
      "export * from '../sims/tromboning/index.ts';",
      `src/bench/traces.ts may not import src/sims/tromboning/index.ts. ${benchFence}`,
    ],
    [
      'src/lesson/page.ts',
      "export const load = () => import('../bench/opening.ts');",
      'src/lesson/page.ts may not import src/bench/opening.ts. A lesson component reaches a simulation by its ' +
        'Lab.astro, Island.svelte, index.ts, theory.ts, validation.ts or picture, never by model.ts.',
    ],
    [
      'src/site/menu.ts',
      "export * from '../build/preload.ts';",
      'src/build never reaches a browser: only astro.config.mjs, package scripts and tests import it.',
    ],
  ])('%s refuses %s', async (file, code, message) => {
    expect(await messages(file, code)).toContain(message);
  });

  test.each([
    [model, "export { ln } from '../../engine/math.ts';"],
    [model, "export * from './theory.ts';"],
    [picture, script("import '../../lab/Mark.svelte';")],
    ['src/sims/tromboning/Island.svelte', script("import '../../lab/Player.svelte';")],
    ['src/bench/traces.ts', "export * from '../sims/incremental-ingestion/index.ts';"],
    ['src/lesson/benching.ts', "export const load = () => import('../bench/opening.ts');"],
    ['src/build/sim.ts', "export * from '../sims/tromboning/index.ts';"],
    ['tests/lab/player.test.ts', "export * from '../../src/build/preload.ts';"],
  ])('%s accepts %s', async (file, code) => {
    expect(await messages(file, code)).toEqual([]);
  });
});

describe('a model ends in the same place everywhere', () => {
  test.each([
    [
      'export const x = Math.random();',
      "'Math.random' is restricted from being used. Chance is an input of the run: use sim.random(stream, key).",
    ],
    [
      'export const x = Date.now();',
      "Unexpected use of 'Date'. A model has no browser and no clock: time is sim.nowMs, later is sim.schedule(delayMs, event).",
    ],
    [
      'export const x = Math.log(2);',
      "'Math.log' is restricted from being used. Math.log may differ in the last bit between browsers: use src/engine/math.ts.",
    ],
    [
      'export const { sin } = Math;',
      "'Math.sin' is restricted from being used. Math.sin may differ in the last bit between browsers: use src/engine/math.ts.",
    ],
    [
      'export const x = (a: number): number => a ** 0.5;',
      'The operator ** may differ in the last bit between browsers: use src/engine/math.ts. For a square, multiply.',
    ],
    [
      'export const x = (a: string[]): string[] => a.sort((b, c) => b.localeCompare(c));',
      "'localeCompare' is restricted from being used. A locale differs between machines: use formatNumber of src/engine/fields.ts, or compare with < and >.",
    ],
  ])('refuses %s', async (code, message) => {
    expect(await messages(model, code)).toEqual([message]);
    expect(await messages('src/engine/run.ts', code)).toEqual([message]);
    expect(await messages('src/lab/player.ts', code)).toEqual([]);
  });

  test('accepts arithmetic that IEEE 754 fixes to the last bit', async () => {
    expect(await messages(model, 'export const x = Math.sqrt(2) + Math.floor(1.5) + Math.imul(3, 4);')).toEqual([]);
  });
});

describe('Svelte loaded with a page stays lean', () => {
  test.each([
    ['<p {...rest}></p>', 'Spreading attributes costs every page 1.4 kB: write each attribute.'],
    [
      '<input bind:value={rest} />',
      'bind: costs every page 1.4 kB: pass the value and an event handler (bind:this is free).',
    ],
    [
      '<p style:color="red"></p>',
      'style: needs a part of the runtime of its own: use a presentation attribute, a class, or style="...".',
    ],
    ['{#key rest}<p></p>{/key}', '{#key} needs a part of the runtime of its own: key an {#each} or derive the value.'],
    [
      '{#await rest}<p></p>{/await}',
      '{#await} needs a part of the runtime of its own: keep the result in $state.raw and use {#if}.',
    ],
    [
      '<svelte:boundary><p></p></svelte:boundary>',
      '<svelte:boundary> needs a part of the runtime of its own: handle the error where it can happen.',
    ],
  ])('refuses %s', async (markup, message) => {
    const code = `${script('let { rest } = $props();')}\n${markup}`;
    expect(await messages(picture, code)).toContain(message);
    expect(await messages('src/lab/Player.svelte', code)).toContain(message);
  });

  test('refuses $state on an object, and takes $state.raw', async () => {
    const refused = '$state on an object makes it a deep proxy: use $state.raw and replace the whole.';
    expect(await messages(picture, script('let a = $state({ x: 1 }); a = { x: 2 };'))).toContain(refused);
    expect(await messages(picture, script('let a = $state.raw({ x: 1 }); a = { x: 2 };'))).not.toContain(refused);
  });

  test('refuses reactive collections, and motion that is not the model’s', async () => {
    expect(await messages(picture, script("import 'svelte/reactivity';"))).toContain(
      'svelte/reactivity adds its classes to what every page loads: keep plain values in $state.raw and replace them.',
    );
    expect(await messages(picture, script("import 'svelte/motion';"))).toContain(
      'Pictures move on the model’s clock only: interpolate from nowMs, between departedMs and arrivesMs.',
    );
  });

  test('takes bind:this and two-argument attributes', async () => {
    expect(
      await messages(picture, `${script('let node: SVGElement;')}\n<svg bind:this={node} viewBox="0 0 1 1"></svg>`),
    ).toEqual([]);
  });
});

test('a comment cannot switch a fence off', async () => {
  expect(await messages(model, '// eslint-disable-next-line\nexport const x = Math.random();')).toHaveLength(2);
});
