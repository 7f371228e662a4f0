import { expect, test } from 'vitest';
import { islandProps } from '../../src/build/packages/island-props.ts';

test('what Astro writes for an island is read back: plain values, lists, and objects in either', () => {
  const written =
    '{"settings":[0,{"id":[0,"a"],"set":[0,{"on":[0,true]}],"vs":[1,[[0,{"n":[0,1]}]]],"no":[0,null]}],"first":[0,"x"]}';
  expect(islandProps(written)).toEqual({
    settings: { id: 'a', set: { on: true }, vs: [{ n: 1 }], no: null },
    first: 'x',
  });
});

test('a value that JSON has no kind for is refused, not lost', () => {
  expect(() => islandProps('{"made":[3,"2030-01-01"]}')).toThrow(
    "An island has a value of Astro's kind 3, which a package cannot carry.",
  );
});
