/** Where things lie in a lab. Two drawings of one scene, not one drawing at two sizes. */
import type { Config, State } from './state.ts';

/** Left, top, width and height. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}
/** A line of waiting look-ups: its head stands at (x, y), and it grows that way, row after row. */
export interface Row extends Box {
  /** 1 to the right, -1 to the left. */
  way: 1 | -1;
  /** Look-ups beside each other. */
  perRow: number;
  /** As many as are drawn at most. */
  rows: number;
}
/** A database and the line before it. */
export interface Desk {
  box: Box;
  row: Row;
}
/** One layout: what `flow.ts` and its parts need to know of it. */
export interface Place {
  layout: 'wide' | 'narrow' | 'still';
  /** In the drawing's own units, as all that follows. */
  width: number;
  height: number;
  /** Height of the text: 13 px on a lab of 704 px, and 15 on a phone of 320 px. */
  size: number;
  /** Where answers arrive and requests leave, and the right end of both at v1. */
  usersX: number;
  answerY: number;
  requestY: number;
  /** Where the copy's way leaves that of the request. */
  branchX: number;
  v1: Box;
  v2: Box;
  /** The handle's way, from nothing to everything copied. */
  track: { x: number; y: number; length: number };
  shared: Desk;
  /** null where v2 has none at work. */
  own: Desk | null;
  /** Room for what is drawn instead where there is no database. */
  calls: Box;
  /** Top of the mailboxes; null where there are no orders. */
  mailY: number | null;
  /** Response times over the run. */
  strip: Box;
  /** Width of a mark in line. */
  mark: number;
}

const MAIL = { wide: 62, narrow: 84 };

/** The layout of a lab, with room for receipts where there are orders, and for v2's own database as long as it is at work. */
export function placeOf(layout: 'wide' | 'narrow', config: Config, { databases }: State): Place {
  const isOwn = config.v2Database === 'own' || databases.own.serving.length > 0;
  const place = layout === 'wide' ? wide(isOwn) : narrow(isOwn);
  if (config.orderShare === 0) return place;
  const { strip } = place;
  const mailY = strip.y - (layout === 'wide' ? 26 : 10);
  const by = MAIL[layout];
  return { ...place, mailY, strip: { ...strip, y: strip.y + by }, height: place.height + by };
}

function wide(isOwn: boolean): Place {
  const row = { x: 932, w: 10.5, h: 22, way: -1, perRow: 40 } as const;
  return {
    layout: 'wide',
    width: 1080,
    height: 470,
    size: 20,
    usersX: 72,
    answerY: 40,
    requestY: 66,
    branchX: 112,
    v1: { x: 310, y: 22, w: 140, h: 62 },
    v2: { x: 310, y: 138, w: 140, h: 62 },
    track: { x: 144, y: 169, length: 122 },
    shared: { box: { x: 956, y: 22, w: 120, h: isOwn ? 62 : 100 }, row: { ...row, y: 53, rows: isOwn ? 2 : 5 } },
    own: isOwn ? { box: { x: 956, y: 138, w: 120, h: 62 }, row: { ...row, y: 169, rows: 2 } } : null,
    calls: { x: 500, y: 22, w: 560, h: 178 },
    mailY: null,
    strip: { x: 84, y: 282, w: 810, h: 150 },
    mark: 9,
  };
}

function narrow(isOwn: boolean): Place {
  const row = { x: 88, w: 12.5, h: 16, way: 1, perRow: 20 } as const;
  return {
    layout: 'narrow',
    width: 350,
    height: 522,
    size: 16.5,
    usersX: 58,
    answerY: 20,
    requestY: 40,
    branchX: 78,
    v1: { x: 212, y: 4, w: 114, h: 52 },
    v2: { x: 212, y: 92, w: 114, h: 52 },
    track: { x: 100, y: 118, length: 80 },
    shared: {
      box: { x: 1, y: 192, w: 68, h: isOwn ? 34 : 50 },
      row: { ...row, y: isOwn ? 202 : 208, rows: isOwn ? 2 : 4 },
    },
    own: isOwn ? { box: { x: 1, y: 272, w: 68, h: 34 }, row: { ...row, y: 282, rows: 1 } } : null,
    calls: { x: 2, y: 176, w: 346, h: 132 },
    mailY: null,
    strip: { x: 58, y: 338, w: 178, h: 132 },
    mark: 9,
  };
}
