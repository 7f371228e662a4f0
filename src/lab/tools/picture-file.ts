/**
 * A drawing of the page as a picture file that stands alone.
 *
 * Outside the page there are no tokens, no style sheet, no fonts and no theme. So each part gets, as
 * plain attributes, what the browser made of it: colours as they are seen, and only where they differ
 * from what the part inherits anyway.
 */

/** What a part takes over from the part it is in, with what holds outside of everything. */
const inherited: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  stroke: 'none',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'fill-rule': 'nonzero',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'font-variant-numeric': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  visibility: 'visible',
  'white-space': 'normal',
};
/** What holds for one part alone. */
const ownOnly: Readonly<Record<string, string>> = {
  opacity: '1',
  'dominant-baseline': 'auto',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
  'vector-effect': 'none',
  'text-decoration-line': 'none',
};
/** Understood by readers of SVG only inside `style`. */
const asStyle: readonly string[] = ['white-space', 'font-variant-numeric', 'paint-order', 'text-decoration-line'];
/** What can be seen by itself; gradients and the like are never displayed, and still needed. */
const seen = /^(a|circle|ellipse|g|image|line|path|polygon|polyline|rect|svg|switch|text|tspan|use)$/;
const namespace = 'http://www.w3.org/2000/svg';

/** Fonts that are everywhere, in place of those that only the page has. */
function genericFont(family: string): string {
  if (/mono|courier/i.test(family)) return 'ui-monospace, Menlo, Consolas, monospace';
  return /sans/i.test(family) || !/serif/i.test(family)
    ? 'Inter, system-ui, "Helvetica Neue", Arial, sans-serif'
    : 'Georgia, "Times New Roman", serif';
}

/** Any colour a browser knows, as one that every reader of SVG knows. */
function plainColour(colour: string): string {
  if (!/^(color|lab|lch|oklab|oklch|light-dark)\(/.test(colour)) return colour;
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
  return alpha === 255
    ? `rgb(${red}, ${green}, ${blue})`
    : `rgba(${red}, ${green}, ${blue}, ${(alpha! / 255).toFixed(3)})`;
}

type Look = Readonly<Record<string, string>>;

function lookOf(part: Element): Look {
  const style = getComputedStyle(part);
  const look: Record<string, string> = {};
  for (const name of [...Object.keys(inherited), ...Object.keys(ownOnly)]) {
    const value = style.getPropertyValue(name);
    if (value === '') continue;
    look[name] = name === 'font-family' ? genericFont(value) : plainColour(value);
  }
  return look;
}

/** Writes how `part` looks into its copy, and so on inwards. */
function settle(part: Element, copy: Element, around: Look): void {
  const look = lookOf(part);
  const styles: string[] = [];
  for (const [name, value] of Object.entries(look)) {
    copy.removeAttribute(name);
    if (value === (name in inherited ? around[name] : ownOnly[name])) continue;
    if (asStyle.includes(name)) styles.push(`${name}:${value}`);
    else copy.setAttribute(name, value);
  }
  const moved = part instanceof SVGElement && part.style.transform !== '' ? getComputedStyle(part).transform : '';
  if (moved.startsWith('matrix(')) copy.setAttribute('transform', moved);
  // What is left speaks to the page: a colour has been worked into fill and stroke.
  copy.removeAttribute('style');
  if (styles.length > 0) copy.setAttribute('style', styles.join(';'));
  for (const name of ['class', 'tabindex', 'role', 'color', 'cursor']) copy.removeAttribute(name);
  for (const { name } of [...copy.attributes]) if (/^(aria-|data-)/.test(name)) copy.removeAttribute(name);
  // Another machine has other fonts: words keep the room they have here.
  if (part instanceof SVGTextContentElement && part.childElementCount === 0 && part.getComputedTextLength() > 0) {
    copy.setAttribute('textLength', part.getComputedTextLength().toFixed(1));
    copy.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
  // Backwards, because what is not seen is taken out.
  for (let i = part.children.length - 1; i >= 0; i -= 1) {
    const [child, twin] = [part.children[i]!, copy.children[i]!];
    const isHidden = seen.test(child.localName) && getComputedStyle(child).display === 'none';
    if (isHidden || child.localName === 'foreignObject') twin.remove();
    else settle(child, twin, look);
  }
}

/** Pictures within the picture are files of the site: they are put into it. */
async function bringIn(image: SVGImageElement): Promise<void> {
  const address = image.href.baseVal;
  if (address.startsWith('data:')) return;
  const answer = await fetch(address.replace(/#.*/, ''));
  if (!answer.ok) throw new Error('a part of it could not be loaded');
  const blob = await answer.blob();
  if (!blob.type.startsWith('image/svg')) {
    const reader = new FileReader();
    await new Promise((done) => {
      reader.onload = done;
      reader.readAsDataURL(blob);
    });
    image.setAttribute('href', String(reader.result));
    return;
  }
  const inner = new DOMParser().parseFromString(await blob.text(), 'image/svg+xml').documentElement;
  for (const name of ['x', 'y', 'width', 'height', 'opacity', 'transform', 'preserveAspectRatio']) {
    const value = image.getAttribute(name);
    if (value !== null) inner.setAttribute(name, value);
  }
  const view = /#svgView\(viewBox\(([^)]*)\)\)/.exec(address)?.[1];
  if (view) inner.setAttribute('viewBox', view);
  image.replaceWith(document.importNode(inner, true));
}

/** The colour behind a drawing. */
function ground(drawing: Element): string {
  for (let at: Element | null = drawing; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!/^(transparent|rgba\(.*, 0\))$/.test(colour)) return plainColour(colour);
  }
  return 'rgb(255, 255, 255)';
}

export interface PictureFile {
  svg: string;
  width: number;
  height: number;
}

/** The drawing as it is seen now, with a title and a description for those who cannot see it. */
export async function pictureFile(drawing: SVGSVGElement, title: string, description: string): Promise<PictureFile> {
  const { x, y, width, height } = drawing.viewBox.baseVal;
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  settle(drawing, copy, inherited);
  for (const comment of found) comment.parentNode?.removeChild(comment);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('role', 'img');
  const paper = document.createElementNS(namespace, 'rect');
  for (const [name, value] of Object.entries({ x, y, width, height, fill: ground(drawing), stroke: 'none' }))
    paper.setAttribute(name, String(value));
  const words = [
    ['title', title],
    ['desc', description],
  ].map(([name, text]) => {
    const element = document.createElementNS(namespace, name!);
    element.textContent = text!;
    return element;
  });
  copy.prepend(...words, paper);
  await Promise.all([...copy.querySelectorAll('image')].map(bringIn));
  return { svg: new XMLSerializer().serializeToString(copy), width, height };
}

/** The same picture as pixels, two to each unit. Rejects where the browser will not paint it. */
export async function toPng({ svg, width, height }: PictureFile): Promise<Blob> {
  const image = new Image();
  // A data: address, because the page's policy allows no other.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(Math.round(width * 2), Math.round(height * 2));
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}
