import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_BYTES, readSuspended, writeSuspended, type Suspended } from '../../src/embed/suspend-data.ts';

const record = fc.record({
  kind: fc.constantFrom('prediction', 'answer', 'challenge'),
  id: fc.string({ unit: 'binary' }),
  value: fc.jsonValue({ stringUnit: 'binary' }),
});
const suspended = (maxLength: number) =>
  fc.record({
    records: fc.array(record, { maxLength }),
    ran: fc.array(fc.string({ unit: 'binary' }), { maxLength }),
    run: fc.option(fc.string({ unit: 'binary', maxLength: 3000 })),
  }) as fc.Arbitrary<Suspended>;

const bytes = (text: string): number => new TextEncoder().encode(text).length;
/** What JSON keeps of it: −0 is 0 there. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what an LMS keeps', () => {
  test('is at most 4,096 bytes of plain characters, whatever was done', () => {
    fc.assert(
      fc.property(suspended(200), (all) => {
        const { text } = writeSuspended(all);
        expect(bytes(text)).toBeLessThanOrEqual(4096);
        expect(text).toMatch(/^[ -~]*$/);
      }),
    );
  });

  test('reads back as it was where nothing was dropped', () => {
    fc.assert(
      fc.property(suspended(8), (all) => {
        const { text, dropped } = writeSuspended(all);
        if (dropped === 0) expect(readSuspended(text)).toEqual(asJson(all));
      }),
    );
  });

  test('where it does not fit, records have room before labs, labs before the run, and what is lost is counted', () => {
    const records = Array.from({ length: 40 }, (_, i) => ({
      kind: 'answer' as const,
      id: `q${i}`,
      value: { choice: 1 },
    }));
    const ran = Array.from({ length: 300 }, (_, i) => `a-long-name-of-a-lab-${i}`);
    const { text, dropped } = writeSuspended({ records, ran, run: 'lab=x&in='.padEnd(200, '1') });
    const back = readSuspended(text)!;
    expect(back.records).toEqual(records);
    expect(back.run).toBeNull();
    expect(ran.length - back.ran.length + 1).toBe(dropped);
    // Another lab would not have fitted.
    expect(bytes(text)).toBeGreaterThan(MOST_BYTES - 30);
  });
});

describe('what is none of ours is no reading', () => {
  test.each([
    '',
    'x',
    'null',
    '{}',
    '[]',
    '[1,[],[]]',
    '[2,[],[],null]',
    '[1,{},[],null]',
    '[1,[["z","a",1]],[],null]',
  ])('%s', (text) => expect(readSuspended(text)).toBeNull());

  test('nor anything else, and reading never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(readSuspended(text)).toBeNull();
      }),
    );
  });

  test('nor what was cut off on the way', () => {
    const { text } = writeSuspended({ records: [{ kind: 'answer', id: 'a', value: 1 }], ran: ['b'], run: 'lab=b' });
    for (let end = 0; end < text.length; end += 1) expect(readSuspended(text.slice(0, end))).toBeNull();
  });
});
