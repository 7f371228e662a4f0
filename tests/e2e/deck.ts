/** A deck of reveal.js 6, with a slide of ours in the middle of plain ones. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** How many plain slides are before it, and after it. */
export const PLAIN = 4;

const file = (name: string): string =>
  readFileSync(fileURLToPath(new URL(name, import.meta.resolve('reveal.js'))), 'utf8');

/** The body of a page that shows it. A slide further than two away is unloaded. */
export function deckWith(slide: string): string {
  const plain = '<section>A slide</section>'.repeat(PLAIN);
  return (
    `<style>${file('reveal.css')}</style>` +
    `<div class="reveal"><div class="slides">${plain}${slide}${plain}</div></div>` +
    `<script>${file('reveal.js')}</script><script>Reveal.initialize({ viewDistance: 2 })</script>`
  );
}
