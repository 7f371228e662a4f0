/** A page of results: the shopper's, solid, or the one behind glass, dashed. */
import { kindOf, type Results } from './page.ts';
import { productDrawings, twoLines } from './product-drawings.ts';
import { box, markAt, paint, type Shape } from '../../lab/drawing/shapes.ts';

/** What one page shows and where; in the drawing's own units. */
export interface Pane {
  kind: 'live' | 'dark';
  /** Of the search: "old search v1". */
  name: string;
  /** '' before the first search. */
  query: string;
  /** Whether the search has been sent to it. */
  asked: boolean;
  /** "laptops". */
  meant: string;
  /** null before there is one, and under a cover. */
  answer: Results | null;
  /** "09:12", or nothing. */
  when: string;
  /** Upper left corner. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Products in a row: two rows of two, or one of four. */
  columns: 2 | 4;
  /** Height of the text. */
  size: number;
}

/** Frame, search field, products, and a line at the foot about what was meant. */
export function paneShapes({
  kind,
  name,
  query,
  asked,
  meant,
  answer,
  when,
  x,
  y,
  width,
  height,
  columns,
  size,
}: Pane): Shape[] {
  const live = kind === 'live';
  const ink = paint(live ? 'ink' : 'dark');
  const dash = live ? undefined : '5 4';
  const pad = x + 12;
  const right = x + width - (pad - x);
  const cell = (right - pad) / columns;
  const scale = Math.round(Math.min(1, (cell - 8) / 118) * 100) / 100;
  const field = y + size + 26;
  const top = field + (columns === 2 ? 62 : 52);
  const line = { stroke: ink, width: 1.6, ...(dash && { dash }) };
  return [
    { ...line, d: box(x, y, width, height, 6), stroke: paint(kind), width: 2.4, fill: live ? paint('plate') : 'none' },
    markAt(kind, pad + 6, y + size + 2, 12),
    {
      text: live ? 'The shopper’s page' : 'Behind glass',
      x: pad + 20,
      y: y + size * 1.35 + 2,
      fill: paint(kind),
      weight: 600,
    },
    {
      text: name,
      x: right,
      y: y + size * 1.35 + 2,
      fill: paint('ink-2'),
      anchor: 'end',
    },
    {
      ...line,
      d: `${box(pad, field, right - pad, 40, 20)}M${right - 28} ${field + 18}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0m10 5l6 6`,
    },
    { text: query, x: pad + 18, y: field + 20 + size * 0.35, fill: ink },
    { text: when, x: right - 42, y: field + 20 + size * 0.35, fill: paint('ink-2'), anchor: 'end' },
    ...(query === '' || !asked
      ? [
          {
            text: asked ? 'Nobody has searched yet.' : 'This search was not copied.',
            x: pad + 18,
            y: top + size * 1.4,
            fill: paint('ink-2'),
          },
        ]
      : []),
    ...(answer?.top ?? []).flatMap(({ name, category }, place): Shape[] => {
      const left = pad + (place % columns) * cell;
      const above = top + Math.floor(place / columns) * (72 * scale + 3.6 * size);
      return [
        {
          ...line,
          d: productDrawings[category],
          width: Math.round(160 / scale) / 100,
          at: `translate(${Math.round(left + (cell - 118 * scale) / 2)} ${Math.round(above)})scale(${scale})`,
        },
        ...(columns === 2 ? [name, category] : twoLines(name)).map((text, row): Shape => ({
          text,
          x: left + cell / 2,
          y: above + 72 * scale + size * (1.2 + row * 1.12),
          anchor: 'middle',
          fill: ink,
        })),
      ];
    }),
    ...(answer ? verdict(answer, live, meant, pad, y + height - size * 0.55 - 4, size) : []),
  ];
}

/** One line at the foot: was it what was meant? Finding nothing is no harm, and of what nobody sees there is nothing to say. */
function verdict(answer: Results, live: boolean, meant: string, x: number, y: number, size: number): Shape[] {
  if (live && answer.top.length === 0) return [{ text: `Asked for ${meant}, found nothing`, x, y }];
  const mark = live ? (answer.wrong ? 'harm' : 'good') : 'dark';
  const text = live ? `Asked for ${meant}, shown ${kindOf(answer)}` : 'Nobody sees this answer';
  return [markAt(mark, x + 6, y - size * 0.35, 13), { text, x: x + 20, y, fill: paint(mark) }];
}
