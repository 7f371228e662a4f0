/** Every built page is valid HTML. */
import { join } from 'node:path';
import { FileSystemConfigLoader, HtmlValidate, formatterFactory } from 'html-validate';
import { pagesOf, type Built } from '../page-files.ts';
import { verdict, type Verdict } from './gate.ts';

const loader = new FileSystemConfigLoader({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  elements: [
    'html5',
    {
      // Astro puts an island's style into the body, and the island round block content.
      'astro-island': { flow: true, phrasing: true, transparent: true },
      'astro-slot': { flow: true, phrasing: true, transparent: true },
      style: { flow: true, phrasing: true, metadata: true },
    },
  ],
  rules: {
    // What minifiers and frameworks write, not what people do.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-inline-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'long-title': 'off',
    'no-raw-characters': 'off',
    'tel-non-breaking': 'off',
    'script-type': 'off',
    // Pages serves the sources as they are: an integrity hash of one's own file guards nothing.
    'require-sri': 'off',
    // Svelte's ids hold what $props.id() gives.
    'valid-id': ['error', { relaxed: true }],
  },
});

/** Validates every page. */
export async function checkHtml(built: Built): Promise<Verdict> {
  const validate = new HtmlValidate(loader);
  const pages = pagesOf(built);
  const report = await validate.validateMultipleFiles(pages.map((page) => join(built.folder, page)));
  const wrong = report.results.filter(({ errorCount }) => errorCount > 0);
  const failed = wrong.length;
  return {
    ...verdict(
      pages.length,
      wrong.map(({ filePath }) => filePath ?? ''),
    ),
    failed,
    output: formatterFactory('stylish')(report.results),
  };
}
