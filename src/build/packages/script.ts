/** The one classic script of all packages: it loads by a relative address, and from a disk, where modules do not. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';

/** In a package these stand for modules of the site. */
const instead: Readonly<Record<string, string>> = {
  '/src/learner/store.ts': '/src/embed/package/store.ts',
  '/src/lesson/benching.ts': '/src/embed/package/no-bench.ts',
};

const forPackages: Plugin = {
  name: 'daybreak-package',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    const other = found && Object.keys(instead).find((file) => found.id === process.cwd() + file);
    return other ? process.cwd() + instead[other]! : found;
  },
};

/** Its text. */
export async function packageScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    base: './',
    plugins: [forPackages, svelte()],
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'src/embed/package/main.ts', formats: ['iife'], name: 'daybreak', fileName: 'lesson' },
    },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const scripts = outputs.filter((output) => output.type === 'chunk');
  if (scripts.length !== 1) throw new Error(`The script of the packages came in ${scripts.length} pieces, not in one.`);
  return scripts[0]!.code;
}
