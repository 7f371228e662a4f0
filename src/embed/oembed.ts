/** The answer of oEmbed 1.0 (https://oembed.com, type "rich"): sizes are whole numbers, and `html` a bare frame. */

/** Enough for the tallest lab on a column of text; embed.js makes it fit. */
const WIDTH = 760;
const HEIGHT = 900;

export interface OEmbed {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: 'Daybreak';
  provider_url: string;
  width: number;
  height: number;
  html: string;
}

export function oembed({ title, address, home }: { title: string; address: URL; home: URL }): OEmbed {
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Daybreak',
    provider_url: home.href,
    width: WIDTH,
    height: HEIGHT,
    html: frameHtml({ address: address.href, title, width: String(WIDTH), height: HEIGHT }),
  };
}

/** The frame that shows an embed, as text to paste. */
export function frameHtml(frame: { address: string; title: string; width: string; height: number }): string {
  const text = (given: string): string =>
    given.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${text(frame.address)}" title="${text(frame.title)}" width="${frame.width}" height="${frame.height}" style="border:0" loading="lazy"></iframe>`;
}
