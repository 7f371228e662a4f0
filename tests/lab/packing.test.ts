import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from '../../src/lab/packing.ts';

test('what was packed for an attribute comes out as it went in, whatever marks it holds', () => {
  expect(unpack(pack({ say: 'a "b" `c` \\ \'d\'', at: [1, null, false] }))).toEqual({
    say: 'a "b" `c` \\ \'d\'',
    at: [1, null, false],
  });
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(unpack(pack(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a plain word needs no escape in HTML', () => {
  expect(pack({ word: 'laptop' })).toBe('{`word`:`laptop`}');
});
