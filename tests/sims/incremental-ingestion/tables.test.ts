import { expect, test } from 'vitest';
import type { TimedInput } from '../../../src/engine/simulation.ts';
import { countWords } from '../../../src/sims/incremental-ingestion/count-words.ts';
import { simulation } from '../../../src/sims/incremental-ingestion/index.ts';
import * as later from '../../../src/sims/incremental-ingestion/later.ts';
import { sourceRows, warehouseRows, type ShownTable } from '../../../src/sims/incremental-ingestion/tables.ts';
import { at, type Played } from './played.ts';

const source = ({ state, config }: Played) => sourceRows(state, config, later);
const warehouse = ({ state, config }: Played) => warehouseRows(state, config, later);
const notes = (table: ShownTable, id: string) => table.rows.filter((row) => row.id === id).map(({ note }) => note);
const remove: TimedInput = { at: { timeUs: 3e6 }, input: { type: 'delete', order: '17', openS: 0 } };

test('a row that is being written stands in the source as not yet visible, and nowhere in the warehouse', () => {
  const played = at('late', 5000);
  expect(notes(source(played), '42')).toEqual(['not yet visible']);
  expect(warehouse(played)).toEqual({ rows: [], rest: 'No row yet.' });
});

test('a lost row leaves a gap in the warehouse', () => {
  const played = at('late', 8000);
  expect(notes(source(played), '42')).toEqual(['lost']);
  expect(warehouse(played).rows).toMatchObject([{ id: '42', cells: ['', '', ''], mark: 'harm', note: 'never came' }]);
});

test('a deleted row is gone from the source table and a ghost in the other', () => {
  const played = at('eight-rows', 14_000, [remove]);
  expect(notes(source(played), '17')).toEqual([]);
  expect(notes(warehouse(played), '17')).toEqual(['ghost']);
});

test('both tables say how a rejected, a copied and an untidy row fared', () => {
  const table = source(at('eight-rows', 14_000));
  expect(['256', '10,000,001', '10,000,002'].flatMap((id) => notes(table, id))).toEqual([
    'copied',
    'copied',
    'rejected',
  ]);
  expect(table.rows.find(({ id }) => id === '10,000,001')?.cells[0]).toMatch(/^“ .* ”$/);
});

test('a change that never came is out of date in the warehouse, and a row loaded twice is there twice', () => {
  const stale = at('untouched', 14_000);
  expect([notes(source(stale), '42'), notes(warehouse(stale), '42')]).toEqual([['change lost'], ['out of date']]);
  const twice = warehouse(at('trace-crash', 12_000));
  expect(notes(twice, '1')).toEqual(['12:00:04', 'duplicate']);
});

test('of a long table the wrong rows are shown, however old, and the newest', () => {
  const played = at('traffic', 160_000);
  const { rows, rest } = source(played);
  expect(rows).toHaveLength(12);
  expect(rest).toBe(`${played.state.source.length - 12} more rows, not drawn`);
  const wrong = rows.filter(({ mark }) => mark === 'harm').map(({ id }) => id);
  expect(wrong.length).toBe(3);
  expect(wrong).toContain('7');
});

test('before a run has begun both tables are the same without what comes with the model', () => {
  for (const scenario of Object.keys(simulation.scenarios)) {
    const { state, config } = at(scenario, 0);
    expect(sourceRows(state, config, null), scenario).toEqual(sourceRows(state, config, later));
    expect(warehouseRows(state, config, null), scenario).toEqual(warehouseRows(state, config, later));
  }
});

test('the count says what is wrong of how many rows, in the singular where it is one, and nothing before the first load', () => {
  const count = (lost: number, ghosts: number) => countWords({ lost, stale: 1, duplicates: 0, ghosts, sourceRows: 14 });
  expect(count(2, 0)).toEqual({ words: '2 lost, 1 stale of 14 rows', mark: 'harm' });
  expect(count(0, 1).words).toBe('0 lost, 1 stale, 1 ghost of 14 rows');
  const none = countWords({ lost: 0, stale: 0, duplicates: 0, ghosts: 0, sourceRows: 1 });
  expect(none).toEqual({ words: '0 lost of 1 row', mark: 'good' });
  expect(countWords({ lost: null, stale: null, duplicates: null, ghosts: null, sourceRows: 1 }).words).toBe('');
});
