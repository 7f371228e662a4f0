/** The wide and the narrow picture: page and glass, what is written round the switch, and the strip. */
import { hourLabel } from './clock.ts';
import type { Config, State } from './state.ts';
import { visibleShare } from './visibility.ts';
import { paneShapes } from './pane.ts';
import { box, paint, type Shape } from '../../lab/drawing/shapes.ts';
import { stripShapes } from './strip.ts';

/** Where things lie: page and glass beside each other, or below each other with the switch between. */
export interface Place {
  /** Beside each other, as on a screen wider than a phone. */
  wide: boolean;
  /** With the strip below them. */
  stream: boolean;
  /** In the drawing's own units, as all that follows. */
  width: number;
  height: number;
  /** Height of the text: 13 px on a lab of 704 px, and on a phone of 320 px. */
  size: number;
  paneWidth: number;
  paneHeight: number;
  /** Upper left corner of the glass; that of the page is at (2, 2). */
  glassX: number;
  glassY: number;
  /** Centre of the switch. */
  switchX: number;
  switchY: number;
  stripTop: number;
}

/** The height has room for the strip only where searches come in a stream. */
export function placeOf(wide: boolean, stream: boolean): Place {
  const paneWidth = wide ? 420 : 346;
  const paneHeight = wide ? (stream ? 266 : 456) : 238;
  const glassX = wide ? 658 : 2;
  const glassY = wide ? 2 : paneHeight + 106;
  const stripTop = glassY + paneHeight + (wide ? 34 : 26);
  return {
    wide,
    stream,
    paneWidth,
    paneHeight,
    glassX,
    glassY,
    stripTop,
    width: wide ? 1080 : 350,
    height: stream ? stripTop + (wide ? 196 : 270) : glassY + paneHeight + 2,
    size: wide ? 20 : 16.5,
    switchX: wide ? 540 : 66,
    switchY: wide ? (stream ? 178 : 236) : paneHeight + 54,
  };
}

interface Front {
  state: State;
  config: Config;
  nowMs: number;
  /** Where the switch is, and whether the drawn shopper was shown v2's answer: they differ just after a flip, and in a canary. */
  visible: boolean;
  shown: boolean;
  covered: boolean;
  place: Place;
}

/** All but the switch, which takes a hand and is Switch.svelte. */
export function frontShapes({ state, config, nowMs, visible, shown, covered, place }: Front): Shape[] {
  const { wide, stream, size, paneWidth: width, paneHeight: height } = place;
  const { page } = state;
  const answers = covered ? null : page;
  const pane = {
    query: page?.query ?? '',
    meant: page?.meant ?? '',
    width,
    height,
    size,
    columns: wide && !stream ? 2 : 4,
  } as const;
  const v1 = wide ? 'old search v1' : 'old search';
  const v2 = (config.candidate === 'rewrite' ? 'rewrite' : 'new search') + (wide ? ' v2' : '');
  const when = stream && state.page ? hourLabel(state.page.atMs) : '';
  return [
    ...paneShapes({
      ...pane,
      kind: 'live',
      asked: true,
      name: shown ? v2 : v1,
      answer: answers && (shown ? answers.v2 : answers.v1),
      when,
      x: 2,
      y: 2,
    }),
    ...(state.withdrawn
      ? takenOut(place)
      : paneShapes({
          ...pane,
          kind: 'dark',
          asked: answers === null || answers.both,
          name: shown ? v1 : v2,
          answer: answers?.both ? (shown ? answers.v1 : answers.v2) : null,
          when,
          x: place.glassX,
          y: place.glassY,
        })),
    ...(wide && !state.withdrawn ? copyShapes(config, visible) : []),
    ...switchWords(state, config, nowMs, visible, place),
    ...(stream && !covered ? stripShapes(state, config, nowMs, place.stripTop, wide, size) : []),
  ];
}

function takenOut({ glassX, glassY, paneWidth, paneHeight }: Place): Shape[] {
  return [
    { d: box(glassX, glassY, paneWidth, paneHeight, 6), stroke: paint('rule'), width: 2 },
    {
      text: 'The new search has been rolled back.',
      x: glassX + paneWidth / 2,
      y: glassY + paneHeight / 2,
      anchor: 'middle',
      fill: paint('ink-2'),
    },
  ];
}

function copyShapes(config: Config, visible: boolean): Shape[] {
  const all = visible || config.mirrorShare === 1;
  const word = { x: 540, anchor: 'middle', fill: paint('ink-2') } as const;
  return [
    { d: 'M424 66H646', stroke: paint('dark'), width: 1.8, dash: '5 4' },
    { d: 'M642 60l9 6l-9 6', stroke: paint('dark'), width: 1.8 },
    { ...word, text: all ? 'the same request,' : `${Math.round(config.mirrorShare * 100)} % of requests,`, y: 54 },
    { ...word, text: 'copied', y: 92 },
  ];
}

function switchWords(
  state: State,
  config: Config,
  nowMs: number,
  visible: boolean,
  { wide, switchY: y }: Place,
): Shape[] {
  const share = visibleShare(state, config, nowMs);
  const who = state.withdrawn
    ? 'v2 is out.'
    : share === 0
      ? 'Nobody.'
      : share === 1
        ? 'Every shopper.'
        : `${Math.round(share * 100)} % of shoppers.`;
  const side = (on: boolean, token: string): { weight: number; fill: string } => ({
    weight: on ? 600 : 400,
    fill: paint(on ? token : 'ink-2'),
  });
  const below = wide ? ({ x: 540, anchor: 'middle' } as const) : { x: 140 };
  return [
    { text: 'dark', x: wide ? 478 : 140, y: y - (wide ? 42 : 22), ...side(!visible, 'dark') },
    { text: 'visible', x: wide ? 602 : 244, y: y - (wide ? 42 : 22), anchor: 'end', ...side(visible, 'live') },
    { ...below, text: 'Who sees v2’s answer?', y: y + (wide ? 60 : 4), fill: paint('ink-2') },
    { ...below, text: who, y: y + (wide ? 86 : 28), weight: 600 },
  ];
}
