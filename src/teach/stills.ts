/** The pictures of a figure as files: for the page of its day, for slides, and for paper. */
import { computedRun } from '../lesson/computed.ts';
import { pictureSvg } from '../lesson/picture-svg.ts';
import { href } from '../site/links.ts';
import { stillPng } from '../build/still-svg.ts';
import type { Figure } from './figures.ts';
import { qrSvg } from './qr.ts';

/**
 * What is drawn: the whole picture on paper, to take away; the same without paper and in both themes, for our own
 * pages; the little one, for phones; the short link as a QR code.
 */
export type Kind = 'picture' | 'page' | 'small' | 'qr';
/** For people who cannot use an SVG, only what is taken away. */
export const kinds: Readonly<Record<'svg' | 'png', readonly Kind[]>> = {
  svg: ['picture', 'page', 'small', 'qr'],
  png: ['picture', 'qr'],
};

/** 1,620 pixels for a picture of 1,080 units: sharp on a slide. */
const SCALE = 1.5;

/** The name of the file without its ending. */
export function stillName(scenario: string, kind: Kind): string {
  return kind === 'picture' ? scenario : `${scenario}-${kind}`;
}

/** The address of the file. */
export function stillHref({ simulation, scenario }: Figure, kind: Kind, type: 'svg' | 'png' = 'svg'): string {
  return href(`/teach/stills/${simulation.id}/${stillName(scenario, kind)}.${type}`);
}

/** A figure's short link, as an address of this site. */
export function shortHref({ code }: Figure): string {
  return href(`/s/${code}/`);
}

/** The same as a whole address. */
export function shortLink(figure: Figure, site: URL): string {
  return new URL(shortHref(figure), site).href;
}

const drawn = new Map<string, string>();

/** The file as SVG; each is drawn once for the whole build. */
export function drawStill(figure: Figure, kind: Kind, site: URL): string {
  const key = `${figure.code} ${kind}`;
  const svg = drawn.get(key) ?? draw(figure, kind, site);
  drawn.set(key, svg);
  return svg;
}

function draw(figure: Figure, kind: Kind, site: URL): string {
  if (kind === 'qr') return qrSvg(shortLink(figure, site));
  const { simulation, scenario, day } = figure;
  const { end } = computedRun(simulation, { scenario }, day.lesson.filePath ?? day.slug);
  if (kind === 'picture') return pictureSvg(simulation, end, 'wide', 'light');
  return pictureSvg(simulation, end, kind === 'page' ? 'wide' : 'still', 'both', { paper: false });
}

/** How wide and high the file is, so that a page keeps its room. */
export function stillSize(figure: Figure, kind: Kind, site: URL): { width: string; height: string } {
  const [, width = '', height = ''] = /\swidth="([\d.]+)" height="([\d.]+)"/.exec(drawStill(figure, kind, site)) ?? [];
  return { width, height };
}

/** The file as pixels. */
export function drawStillPng(figure: Figure, kind: Kind, site: URL): Promise<Buffer> {
  return stillPng(drawStill(figure, kind, site), SCALE);
}
