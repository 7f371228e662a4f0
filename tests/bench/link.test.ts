import { describe, expect, test } from 'vitest';
import { readLink, script, writeLink } from '../../src/bench/link.ts';
import { tokens, statements } from '../../src/bench/sql-tokens.ts';
import { answers } from '../../src/bench/answers.ts';
import { naive } from '../../src/bench/statements.ts';
import { readRunLink } from '../../src/engine/run-link.ts';
import { simulation } from '../../src/sims/incremental-ingestion/index.ts';

const hostile = { extract: 'SELECT \'&=#+%?\' AS "ü"\n-- 100 %;\n', merge: 'DELETE FROM orders; /* \u2028 */' };

describe('statements in an address', () => {
  test.each([naive, hostile, ...answers.map(({ statements }) => statements)])('come back as they were', (written) => {
    const link = writeLink(written, 100);
    if ('problem' in link) throw new Error(link.problem);
    expect(readLink(new URLSearchParams(link.query))).toEqual({
      extract: written.extract.trim(),
      merge: written.merge.trim(),
    });
  });

  test('are parameters of a run link, which knows that x. is theirs', () => {
    const link = writeLink(naive, 0);
    if ('problem' in link) throw new Error(link.problem);
    expect(readRunLink(simulation, new URLSearchParams(`lab=a&${link.query}`), 'late').notices).toEqual([]);
  });

  test('that are too long are refused, with how much to shorten and where', () => {
    const long = { extract: naive.extract, merge: `DELETE FROM orders WHERE id IN (${'1, '.repeat(900)}1)` };
    expect(writeLink(long, 60)).toEqual({
      problem: expect.stringMatching(
        /^A link holds 2,000 characters, and these statements are about [\d,]+ too long for one\. Shorten the merge first/,
      ),
    });
  });

  test('too long to be written by us are not read', () => {
    expect(readLink(new URLSearchParams({ 'x.extract': 'x'.repeat(3000) }))).toBeNull();
    expect(readLink(new URLSearchParams('lab=a&t=1'))).toBeNull();
  });
});

test('as a file the two are one script, each under a comment', () => {
  expect(script(naive)).toBe(
    '-- Extract: at the source\nSELECT * FROM orders\nWHERE modified_at > :last_sync;\n\n' +
      '-- Merge: in the warehouse\nINSERT INTO orders\nSELECT * FROM delta;\n',
  );
});

describe('SQL as tokens', () => {
  test.each([naive.extract, hostile.extract, "SELECT 'open", '/* open', '"a""b" \'c\'\'d\' 12.5 :x ?1', '\r\n\t;;'])(
    'lose no character of %j',
    (sql) => {
      expect(
        tokens(sql)
          .map(({ text }) => text)
          .join(''),
      ).toBe(sql);
    },
  );

  test('colour words of the language, values and comments', () => {
    const coloured = tokens("select id FROM t WHERE a > :now AND b = 'it''s' -- 12").filter(
      ({ kind }) => kind !== 'other',
    );
    expect(coloured.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'keyword select',
      'keyword FROM',
      'keyword WHERE',
      'value :now',
      'keyword AND',
      "value 'it''s'",
      'comment -- 12',
    ]);
  });

  test('part statements at semicolons that are not inside a text, a name or a comment', () => {
    const sql = 'DELETE FROM a WHERE b = \';\'; -- ;\nINSERT INTO "c;d" VALUES (1);;\n/* ; */';
    expect(statements(sql).map(({ words }) => words[0])).toEqual(['DELETE', 'INSERT']);
  });
});
