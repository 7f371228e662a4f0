/** Where things lie in a still, which no lab shows. */
import type { Place } from './place.ts';
import type { Config } from './state.ts';

/** Few words, since a still is as small as a card; its caption tells the rest. */
export function stillPlace({ v2Database }: Config): Place {
  const isOwn = v2Database === 'own';
  const row = { x: 306, w: 10, h: 17, way: -1, perRow: 9 } as const;
  return {
    layout: 'still',
    width: 440,
    height: 268,
    size: 20.5,
    usersX: 4,
    answerY: 22,
    requestY: 44,
    branchX: 40,
    v1: { x: 116, y: 8, w: 70, h: 48 },
    v2: { x: 116, y: 88, w: 70, h: 48 },
    track: { x: 40, y: 112, length: 60 },
    shared: { box: { x: 326, y: 8, w: 112, h: 48 }, row: { ...row, y: 32, rows: isOwn ? 2 : 5 } },
    own: isOwn ? { box: { x: 326, y: 88, w: 112, h: 48 }, row: { ...row, y: 112, rows: 2 } } : null,
    calls: { x: 212, y: 8, w: 226, h: 128 },
    mailY: null,
    strip: { x: 4, y: 172, w: 254, h: 90 },
    mark: 9,
  };
}
