/** Hints for each trace, and two pairs of statements that pass them all. */
import type { traceNames } from './traces.ts';
import type { Statements } from './statements.ts';

export const hints: Readonly<Record<(typeof traceNames)[number], string>> = {
  'trace-plain': 'Two orders, a sync, one order, a sync. Ask for what is newer than :last_sync and insert it.',
  'trace-update':
    'An updated order comes with an id the warehouse has already. INSERT adds a second row: delete the old one first, or update it ON CONFLICT.',
  'trace-delete':
    "A query of orders cannot return a row that is gone. Compare the warehouse with keys, or read changes, the log, where a delete has op 'd'.",
  'trace-tie':
    'Two orders carry the same second, and the sync came between them. Its mark is that second, and > asks for what is later.',
  'trace-late':
    "The order was stamped before the sync and committed after it. Ask for a little more than what is new: datetime(:last_sync, '-8 seconds'). Or follow the log by position.",
  'trace-crash':
    'The first sync died after it had loaded, so the next one loads the same rows again. A merge that may run twice with the same result does not mind.',
};

export const answers: readonly { label: string; statements: Statements }[] = [
  {
    label: 'Lookback, merge and keys',
    statements: {
      extract: "SELECT * FROM orders\nWHERE modified_at > datetime(:last_sync, '-8 seconds')",
      merge:
        'DELETE FROM orders\nWHERE id IN (SELECT id FROM delta)\n   OR id NOT IN (SELECT id FROM keys);\n\nINSERT INTO orders\nSELECT * FROM delta',
    },
  },
  {
    label: 'The log',
    statements: {
      extract: 'SELECT * FROM changes\nWHERE position > :last_position',
      merge:
        "DELETE FROM orders\nWHERE id IN (SELECT id FROM delta);\n\nINSERT INTO orders\nSELECT id, item, amount, modified_at FROM delta AS d\nWHERE op <> 'd' AND position =\n  (SELECT max(position) FROM delta WHERE id = d.id)",
    },
  },
];
