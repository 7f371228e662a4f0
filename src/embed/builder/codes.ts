/** What an instructor takes away: the link, the frame, and the frame that keeps its height. */
import { frameHtml } from '../oembed.ts';

export interface Codes {
  link: string;
  frame: string;
  script: string;
}

/** `site` is the address of the site with its base path and a slash at its end; `height` is what the preview needs, in px. */
export function codesOf(site: string, sim: string, query: string, title: string, height: number): Codes {
  const link = `${site}embed/v1/${sim}/${query === '' ? '' : `?${query}`}`;
  const frame = frameHtml({ address: link, title: `${title} (Daybreak)`, width: '100%', height });
  return { link, frame, script: `${frame}\n<script src="${site}embed/v1/embed.js" async></script>` };
}
