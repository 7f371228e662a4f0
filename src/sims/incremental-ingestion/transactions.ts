/** The source: a transaction stamps its row when it starts and shows it to others when it commits. */
import { calendarMs, firstSyncMs } from './calendar.ts';
import { tellLost } from './lost.ts';
import type { Order } from './orders.ts';
import type { Config, IngestionSim, Kind, State, Transaction } from './state.ts';

/** How often a held transaction asks whether it may commit; also the step of `commitS`. */
const ASK_MS = 100;

/** What a transaction will do once it commits; `row` is null for a delete that leaves nothing. */
export interface Writing {
  kind: Kind;
  id: number;
  row: Order | null;
  /** False for a change that leaves `modified_at` as it was. */
  touches?: boolean;
  /** 1 where none is given. */
  writer?: 1 | 2;
}

/** A transaction that has just started, and the state with it. */
export interface Begun {
  state: State;
  transaction: Transaction;
}

/** The transaction starts: the row gets its stamp, and nobody else can see it. A delay below zero is held. */
export function begin(state: State, writing: Writing, delayMs: number, config: Config, sim: IngestionSim): Begun {
  const { kind, id, row, touches = true, writer = 1 } = writing;
  const version = state.transactions.length + 1;
  const stampMs = touches || row === null ? stampOf(sim.nowMs, writer, config) : row.modifiedAtMs;
  if (delayMs < 0) sim.schedule(0, { type: 'held', version });
  else sim.schedule(delayMs, { type: 'commit', version });
  const transaction = {
    version,
    kind,
    id,
    writer,
    startedMs: sim.nowMs,
    committedMs: null,
    stampMs,
    row: row && { ...row, modifiedAtMs: stampMs, version },
  };
  return { state: { ...state, transactions: [...state.transactions, transaction] }, transaction };
}

/** What a writer's clock says, rounded to what the column keeps: half a second goes up, as PostgreSQL's timestamp(0) does. */
function stampOf(nowMs: number, writer: 1 | 2, config: Config): number {
  const clockMs = calendarMs(nowMs, config) - (writer === 2 ? Math.round(config.skewS * 1000) : 0);
  return config.stampS === 0 ? clockMs : Math.floor(clockMs / 1000 + 0.5) * 1000;
}

/** The row of a delete: gone, or where deletes are soft a row that says so. */
export function deletion(row: Order, config: Config): Writing {
  const soft = config.strategy === 'soft-delete';
  return { kind: 'delete', id: row.id, row: soft ? { ...row, deleted: true } : null };
}

/** Five dollars more. */
export function increase(row: Order, touches: boolean): Writing {
  return { kind: 'update', id: row.id, row: { ...row, amountCents: row.amountCents + 500 }, touches };
}

/** Whether a row can be changed now: it can be seen, and no open transaction holds it. */
export function standingOf(state: State, id: number): { row: Order | undefined; locked: boolean } {
  return {
    row: state.source.find((row) => row.id === id && !row.deleted),
    locked: state.transactions.some((other) => other.id === id && other.committedMs === null),
  };
}

/** Asked again and again rather than scheduled once, because the learner may move the commit while it is open. */
export function askToCommit(state: State, version: number, config: Config, sim: IngestionSim): State {
  // Half a microsecond of slack: seconds in tenths are not exact in binary.
  if (sim.nowMs + 0.0005 >= firstSyncMs(config) + config.commitS * 1000) return commit(state, version, config, sim);
  sim.schedule(ASK_MS, { type: 'held', version });
  return state;
}

/** From here on every reader sees it, and it is in the log. */
export function commit(state: State, version: number, config: Config, sim: IngestionSim): State {
  const transaction = state.transactions[version - 1];
  if (transaction === undefined) return state;
  const { id, kind, row, stampMs } = transaction;
  sim.log({
    type: config.work === 'traffic' ? 'becameVisible' : 'committed',
    id,
    kind,
    atMs: calendarMs(sim.nowMs, config),
    stampMs,
  });
  const committed = {
    ...state,
    source: written(state.source, transaction),
    log: [...state.log, { id, row }],
    transactions: state.transactions.with(version - 1, { ...transaction, committedMs: sim.nowMs }),
  };
  return row === null ? committed : tellLost(committed, [row], config, sim);
}

function written(source: readonly Order[], { id, kind, row }: Transaction): readonly Order[] {
  if (row === null) return source.filter((other) => other.id !== id);
  return kind === 'insert' ? [...source, row] : source.map((old) => (old.id === id ? row : old));
}
