/** The link of an embed that an instructor brings back: which simulation it is of, and what it sets. */
import { clip } from '../../engine/link-parts.ts';

export interface OpenedLink {
  sim: string;
  query: string;
}

/** Reads a link, a frame's code, or an oEmbed's; `known` are the simulations there are. */
export function openLink(text: string, known: readonly string[]): OpenedLink | { problem: string } {
  const written = text.trim();
  if (written === '') return { problem: 'Paste the link of a figure, or the code of its frame.' };
  // In the code of a frame the address stands in quotes, with its ampersands written out.
  const address = /src="([^"]+)"/.exec(written)?.[1]?.replaceAll('&amp;', '&') ?? written;
  const found = /\/embed\/v1\/([^/?#]+)\/?(?:\?([^#]*))?/.exec(address);
  if (!found)
    return {
      problem: `"${clip(written)}" is not the link of a figure. Such a link has /embed/v1/ in it. Nothing is changed.`,
    };
  const [, sim = '', query = ''] = found;
  if (!known.includes(sim))
    return { problem: `There is no figure "${clip(sim)}". There are: ${known.join(', ')}. Nothing is changed.` };
  return { sim, query };
}
