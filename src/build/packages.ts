/** Packages for learning management systems, written into the built site: SCORM 1.2 for each lesson, one cartridge. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { strToU8 } from 'fflate';
import { setUpFile, setUpScript } from '../embed/with-set-up.ts';
import { zip, type ZipFiles } from '../embed/zip.ts';
import type { AnySimulation } from '../engine/fields.ts';
import { cartridgeFiles } from './packages/cartridge.ts';
import { PackedFiles } from './packages/files.ts';
import { packagedLessons, type PackagedLesson } from './packages/lesson.ts';
import { scormManifest, startPage } from './packages/manifest.ts';
import { packagedPage } from './packages/page.ts';
import { packageScript } from './packages/script.ts';
import type { Built } from './page-files.ts';
import { simulationNames } from './simulation-names.ts';

/** What a package has beside the styles of its lesson. */
const styles = ['src/embed/package/package.css', 'src/embed/page/look.css'];

const toBytes = (files: Readonly<Record<string, string>>): ZipFiles =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));

/** The files of one lesson's package. */
function packageFiles(lesson: PackagedLesson, script: string, built: Built, simulations: AnySimulation[]): ZipFiles {
  const packed = new PackedFiles(built, lesson.address);
  const own = simulations.filter(({ id }) => lesson.simulations.includes(id));
  const simulationOf = (scenario: string): string =>
    own.find(({ scenarios }) => Object.hasOwn(scenarios, scenario))!.id;
  const { html, css } = packagedPage(lesson, { built, files: packed, simulationOf });
  const ownCss = styles.map((file) => readFileSync(file, 'utf8')).join('\n');
  const files = {
    ...toBytes({
      [startPage]: html,
      'lesson.css': packed.takeStyles(`${css}\n${ownCss}`),
      'lesson.js': script,
      [setUpFile]: setUpScript(null),
    }),
    ...packed.all(),
  };
  return { ...files, ...toBytes({ 'imsmanifest.xml': scormManifest(lesson, Object.keys(files)) }) };
}

/** The Astro integration; it works on the pages once they are written. */
export function packages(): AstroIntegration {
  let base = '/';
  let origin = '';
  return {
    name: 'daybreak-packages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `${config.base}/`.replace(/\/+/g, '/');
        origin = config.site!;
      },
      'astro:build:done': async ({ dir }) => {
        const built = { folder: fileURLToPath(dir), base };
        const lessons = packagedLessons(built, origin);
        const script = await packageScript();
        const simulations = await Promise.all(
          simulationNames().map(async (name) => {
            const { simulation } = (await import(`../sims/${name}/index.ts`)) as { simulation: AnySimulation };
            return simulation;
          }),
        );
        const downloads = join(built.folder, 'downloads');
        mkdirSync(downloads, { recursive: true });
        for (const lesson of lessons) {
          const files = packageFiles(lesson, script, built, simulations);
          writeFileSync(join(downloads, `${lesson.slug}-scorm12.zip`), zip(files));
        }
        writeFileSync(join(downloads, 'daybreak.imscc'), zip(toBytes(cartridgeFiles(lessons))));
      },
    },
  };
}
