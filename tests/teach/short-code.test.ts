import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { openPictures } from '../../src/build/pictures.ts';
import { simulationNames } from '../../src/build/simulation-names.ts';
import { shortCode } from '../../src/teach/short-code.ts';

const pictures = await openPictures();
afterAll(() => pictures.close());
const simulations = await Promise.all(simulationNames().map((name) => pictures.simulation(name)));
const all = simulations.flatMap(({ id, scenarios }) => Object.keys(scenarios).map((scenario) => ({ id, scenario })));

describe('the short code of a scenario', () => {
  test('is the first 25 bits of SHA-256 in Crockford’s base 32, without i, l, o and u', () => {
    const crockford = '0123456789abcdefghjkmnpqrstvwxyz';
    const digest = BigInt(`0x${createHash('sha256').update('tromboning/headquarters').digest('hex')}`);
    let rest = digest >> 231n;
    let written = '';
    for (let i = 0; i < 5; i += 1) {
      written = crockford[Number(rest % 32n)] + written;
      rest /= 32n;
    }
    expect(shortCode('tromboning', 'headquarters')).toBe(written);
    for (const { id, scenario } of all) expect(shortCode(id, scenario)).toMatch(/^[0-9a-hjkmnp-tv-z]{5}$/);
  });

  test('belongs to no other scenario; where two meet, the newer one needs another name', () => {
    const byCode = Map.groupBy(all, ({ id, scenario }) => shortCode(id, scenario));
    expect([...byCode.values()].filter((same) => same.length > 1)).toEqual([]);
  });

  test('once printed, still leads to the same scenario: paper cannot be corrected', () => {
    const printed = JSON.parse(readFileSync('tests/teach/printed.json', 'utf8')) as Record<string, string>;
    const today = new Map(all.map(({ id, scenario }) => [shortCode(id, scenario), `${id}/${scenario}`]));
    for (const [code, figure] of Object.entries(printed)) expect(today.get(code), code).toBe(figure);
  });
});
