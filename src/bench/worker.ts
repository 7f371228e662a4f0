/**
 * The thread SQLite runs in, so that a query that never ends does not hold the page.
 *
 * Loaded by its address: a worker that is does not inherit the page's meta policy, under which
 * WebAssembly would be refused. It keeps nothing from one job to the next, so it may be stopped at any time.
 */
import initSqlJs, { type Sqlite } from 'sql.js';
import wasm from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { play, type Job, type Outcome } from './playing.ts';
import type { Part } from './statements.ts';

/** What the page is told. */
export type Told =
  | { type: 'ready'; version: string }
  | { type: 'failed' }
  /** A statement begins to run. */
  | { type: 'begins'; sync: number; part: Part }
  | { type: 'done'; outcome: Outcome }
  /** SQLite broke down, which no statement should be able to bring about. */
  | { type: 'broken' };

const tell = (told: Told): void => postMessage(told);

async function start(): Promise<Sqlite | null> {
  try {
    const sqlite = await initSqlJs({ locateFile: () => wasm });
    const db = new sqlite.Database();
    const version = String(db.exec('SELECT sqlite_version()')[0]!.values[0]![0]);
    db.close();
    tell({ type: 'ready', version });
    return sqlite;
  } catch {
    tell({ type: 'failed' });
    return null;
  }
}

const started = start();

addEventListener('message', async ({ data }: MessageEvent<Job>) => {
  const sqlite = await started;
  if (sqlite === null) return;
  try {
    tell({ type: 'done', outcome: play(sqlite, data, (sync, part) => tell({ type: 'begins', sync, part })) });
  } catch {
    tell({ type: 'broken' });
  }
});
