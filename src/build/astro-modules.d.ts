/** For tsc and svelte-check, which cannot read .astro files; `astro check` sees the components themselves. */
declare module '*.astro' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
  const component: AstroComponentFactory;
  export default component;
}
