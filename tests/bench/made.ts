/** Traces made by hand and by dice, without the simulation. */
import type { ChangeRow, OrderRow, Read, Trace } from '../../src/bench/trace.ts';

/** A transaction in whole seconds: stamped when it starts, visible from its commit on. */
export interface Made {
  op: ChangeRow['op'];
  id: number;
  startS: number;
  commitS: number;
  amount?: number;
}

/** Twelve o'clock on 2 January 2024 and so many seconds. */
export function stamp(seconds: number): string {
  return new Date(Date.UTC(2024, 0, 2, 12) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Transactions that commit in the same second do so in the order given; a read sees what has committed by its second. */
export function made(transactions: readonly Made[], reads: readonly { atS: number; dies?: boolean }[]): Trace {
  const committed = transactions
    .map((each, order) => ({ ...each, order }))
    .sort((a, b) => a.commitS - b.commitS || a.order - b.order);
  const log = committed.map(({ op, id, startS, amount }, at): ChangeRow => {
    const position = at + 1;
    if (op === 'd') return { position, op, id, item: null, amount: null, modified_at: null };
    return { position, op, id, item: `item ${id}`, amount: amount ?? 100 + position, modified_at: stamp(startS) };
  });
  const seen = (atS: number): number => committed.filter(({ commitS }) => commitS <= atS).length;
  const orders = (logged: number): OrderRow[] => {
    const rows = new Map<number, OrderRow>();
    for (const { op, id, item, amount, modified_at } of log.slice(0, logged)) {
      if (op === 'd') rows.delete(id);
      else rows.set(id, { id, item: item!, amount: amount!, modified_at: modified_at! });
    }
    return [...rows.values()];
  };
  return {
    id: 'trace-made',
    title: 'Made',
    warehouse: [],
    checkpoint: { last_sync: stamp(-3600), last_seen: stamp(-3600), last_seen_id: 0, last_id: 0, last_position: 0 },
    log,
    reads: reads.map(({ atS, dies = false }): Read => ({
      now: stamp(atS),
      orders: orders(seen(atS)),
      logged: seen(atS),
      dies,
    })),
    bars: transactions.map(({ op, id, startS, commitS }) => ({
      op,
      id,
      startedMs: startS * 1000,
      committedMs: commitS * 1000,
      stamped: stamp(startS),
      committed: stamp(commitS),
    })),
    readsMs: reads.map(({ atS }) => atS * 1000),
    untilMs: 30_000,
  };
}
