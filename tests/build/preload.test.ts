import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutIslandScript } from '../../src/build/island-script.ts';
import { staticImports } from '../../src/build/page-files.ts';
import { withoutIdleHashes, withPreloads } from '../../src/build/preload.ts';

let folder: string;
const modules = {
  'island.js': `import{a as x}from"./shared.js";import"./side.js";export default()=>import("./later.js");x`,
  'render.js': `import*as s from"./svelte.js";export{h}from'./shared.js';s`,
  'shared.js': `export const a=1;`,
  'side.js': `import d,{e}from"./svelte.js";d(e)`,
  'svelte.js': `export*from"./island.js";`,
  'later.js': ``,
  'embed.js': `import"./shared.js";const wake=()=>import(\`./alive.js\`)`,
  'alive.js': `import"./making.js";const only=()=>import("./asked.js")`,
  'asked.js': ``,
  'making.js':
    `const labs={"/src/sims/one/Island.svelte":()=>t(()=>import(\`./lab-one.js\`),deps([1])),` +
    `"/src/sims/two/Island.svelte":()=>t(()=>import(\`./lab-two.js\`),deps([1,2]))},` +
    `models={"/src/sims/one/index.ts":()=>import("./model-one.js"),"/src/sims/two/index.ts":()=>import("./model-two.js")}`,
  'lab-one.js': ``,
  'lab-two.js': `import"./shared.js";const m=()=>Promise.all([import("./model-two.js"),import("./later.js")])`,
  'model-one.js': ``,
  'model-two.js': ``,
  'page.js': `import"./shared.js"`,
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'preload-'));
  mkdirSync(join(folder, 'assets'));
  for (const [name, code] of Object.entries(modules)) writeFileSync(join(folder, 'assets', name), code);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a page', () => {
  test('keeps the whole static closure of its islands in a template, base path kept, and nothing that is loaded later', () => {
    const html =
      '<html><head><title>A</title></head><body><astro-island uid="1" component-url="/x/assets/island.js" ' +
      'renderer-url="/x/assets/render.js" client="visible"></astro-island></body></html>';
    const template = /<template data-warm>(.*)<\/template><\/head>/.exec(withPreloads(html, { folder, base: '/x/' }));
    const links = [...(template?.[1] ?? '').matchAll(/<link rel="modulepreload" href="([^"]*)">/g)];
    expect(links.map(([, href]) => href)).toEqual(
      ['island', 'render', 'shared', 'side', 'svelte'].map((name) => `/x/assets/${name}.js`),
    );
  });

  test('names what its own script imports, but not the script, which the page loads anyway', () => {
    const html = '<head></head><script type="module" src="/assets/page.js"></script>';
    expect(withPreloads(html, { folder, base: '/' })).toBe(
      '<head><link rel="modulepreload" href="/assets/shared.js"></head><script type="module" src="/assets/page.js"></script>',
    );
  });

  test('that is an embed keeps what it wakes with: what its script imports later, and all of the lab of its simulation', () => {
    const html =
      '<head></head><main id="embed" data-sim="two"></main><script type="module" src="/x/assets/embed.js"></script>';
    const template = /<template data-warm>(.*)<\/template>/.exec(withPreloads(html, { folder, base: '/x/' }));
    const links = [...(template?.[1] ?? '').matchAll(/href="\/x\/assets\/([^"]*)\.js"/g)];
    expect(links.map(([, name]) => name)).toEqual(['alive', 'lab-two', 'later', 'making', 'model-two']);
  });

  test('without island or script stays as it is', () => {
    expect(withPreloads('<head></head>', { folder, base: '/' })).toBe('<head></head>');
  });
});

test('the script of islands is taken out of a page with the names that nothing reads, other scripts stay', () => {
  const page =
    `<astro-island uid="Z1Chnhp" ssr></astro-island>` +
    `<head><script>theme()</script></head><script>(()=>{(self.Astro||(self.Astro={})).visible=1;})();</script>` +
    `<script>(()=>{customElements.define("astro-island",f)})();</script><script>(()=>{mine()})();</script>`;
  expect(withoutIslandScript(page)).toEqual({
    html: `<astro-island ssr></astro-island><head><script>theme()</script></head><script>(()=>{mine()})();</script>`,
    code: `(()=>{(self.Astro||(self.Astro={})).visible=1;})();\n(()=>{customElements.define("astro-island",f)})();`,
  });
  expect(withoutIslandScript('<head><script>theme()</script></head>')).toBeNull();
});

test('an import is found in every form a bundler writes, a dynamic one is not', () => {
  const code = `import"./a.js";import b from"./b.js";import{c as d}from"./c.js";import*as e from"./d.js";export{f}from"./e.js";export*from"./f.js";var g=import("./no.js"),h=import(\`./no2.js\`);import i,{j}from './g.js'`;
  expect(staticImports(code)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `./${name}.js`));
});

test('the security policy names the hash of each inline script and style, and no other', () => {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const page = (scripts: string, styles: string): string =>
    `<head><meta http-equiv="content-security-policy" content="script-src 'self'${scripts}; style-src-elem 'self'${styles};">` +
    `<script>here()</script><script src="/x.js"></script><style>a{}</style></head>`;
  const named = page(` ${hash('here()')} ${hash('elsewhere()')} ${hash('')}`, ` ${hash('a{}')} ${hash('b{}')}`);
  expect(withoutIdleHashes(named)).toBe(page(` ${hash('here()')}`, ` ${hash('a{}')}`));
});
