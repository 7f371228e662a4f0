import { strFromU8, strToU8, unzipSync } from 'fflate';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { setUpScript, withSetUp } from '../../src/embed/with-set-up.ts';
import { zip } from '../../src/embed/zip.ts';

const files = {
  'imsmanifest.xml': strToU8('<manifest><file href="index.html"/><file href="set-up.js"/></manifest>'),
  'index.html': strToU8('<p>É'),
  'set-up.js': strToU8(setUpScript(null)),
};
const setUp = { simulation: 'tromboning', query: 'scenario=x&lock=all&challenge=</script>"\u2028', questions: true };

/** What a browser has after running the file. */
function ran(script: Uint8Array): unknown {
  const window: { daybreakSetUp?: unknown } = {};
  runInNewContext(strFromU8(script), { window });
  return JSON.parse(JSON.stringify(window.daybreakSetUp)) as unknown;
}

test('a set-up replaces the one file, and the rest is as it was', () => {
  const made = unzipSync(withSetUp(zip(files), setUp));
  expect(Object.keys(made)).toEqual(Object.keys(files));
  expect(ran(made['set-up.js']!)).toEqual(setUp);
  for (const name of ['imsmanifest.xml', 'index.html'] as const) expect(made[name]).toEqual(files[name]);
});

test('a package is set up again as one that never was; without a set-up it sets nothing up', () => {
  const other = withSetUp(zip(files), { simulation: 'a', query: '', questions: false });
  expect(withSetUp(other, setUp)).toEqual(withSetUp(zip(files), setUp));
  expect(ran(files['set-up.js'])).toBeNull();
});

test('a zip that is no package is refused', () => {
  expect(() => withSetUp(zip({ 'index.html': files['index.html'] }), setUp)).toThrow(
    'A package of a lesson holds set-up.js and lists it in imsmanifest.xml; this zip does not.',
  );
});

test('a zip is the same, byte for byte, in every order and time zone', () => {
  const before = process.env.TZ;
  const [here, there] = ['Asia/Tokyo', 'America/Lima'].map((zone) => {
    process.env.TZ = zone;
    return zip(zone === 'Asia/Tokyo' ? files : Object.fromEntries(Object.entries(files).reverse()));
  });
  process.env.TZ = before;
  expect(here).toEqual(there);
});
