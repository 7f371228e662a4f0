/** The history of one order in words: what was written, what each sync asked, and why the order was or was not in the answer. Loaded by the first press. */
import { calendarMs, clock, hasSchedule, stamp, thousands } from './calendar.ts';
import { brings } from './bars.ts';
import type { Config, State, Transaction } from './state.ts';
import type { SyncRecord } from './sync.ts';
import { ghosts, judge } from './tally.ts';

interface Told {
  atMs: number;
  words: string;
  /** A sync whose reason is that of the sync before it is not told again. */
  reason: string;
}

/** Whole sentences, oldest first; the last one says how things stand. */
export function rowHistory(state: State, config: Config, id: number): string[] {
  const mine = state.transactions.filter((transaction) => transaction.id === id);
  if (![...mine, ...state.source, ...state.warehouse].some((each) => each.id === id)) return [];
  const written = mine.map((transaction): Told => ({
    atMs: transaction.startedMs,
    words: sayWritten(transaction, config),
    reason: '',
  }));
  const told = [...written, ...readings(state, config, mine)].sort((a, b) => a.atMs - b.atMs);
  const fresh = told.filter(({ reason }, place) => reason === '' || told[place - 1]?.reason !== reason);
  return [
    ...(mine[0]?.kind === 'insert' ? [] : [`Order ${thousands(id)} was in both tables before the run.`]),
    ...fresh.map(({ words }) => words),
    ...standing(state, config, id),
  ];
}

/** Where syncs are a day apart, a time needs its date; where a day passes in three seconds, no tenths. */
function timeWords(config: Config): (calendar: number) => string {
  if (config.every !== 'day' || !hasSchedule(config)) return clock;
  return config.work === 'eight-rows' ? (calendar) => stamp(Math.floor(calendar / 1000) * 1000) : stamp;
}

function sayWritten({ kind, row, writer, startedMs, committedMs, stampMs }: Transaction, config: Config): string {
  const say = timeWords(config);
  const start = calendarMs(startedMs, config);
  const behind = writer === 2 && config.skewS > 0 ? `, by a clock that is ${config.skewS} s behind` : '';
  const keeps = kind === 'update' && start - stampMs > (behind ? config.skewS * 1000 : 0) + 1000;
  const act = { insert: 'Placed', update: 'Changed', delete: row === null ? 'Deleted' : 'Marked as deleted' }[kind];
  const at = ` at ${say(start)}`;
  const stamped = keeps
    ? `${at}; nobody touches modified_at, which still says ${say(stampMs)}`
    : row === null
      ? `${at}, and nothing is left that could carry a stamp`
      : `${start === stampMs ? ':' : `${at};`} modified_at says ${say(stampMs)}${behind}`;
  const seen =
    committedMs === null
      ? 'It has not committed: nobody else can see that yet.'
      : committedMs - startedMs < 1
        ? 'It commits at once.'
        : `It commits at ${say(calendarMs(committedMs, config))}; until then nobody else can see that.`;
  return `${act}${stamped}. ${seen}`;
}

function readings(state: State, config: Config, mine: readonly Transaction[]): Told[] {
  const say = timeWords(config);
  const arrived = new Set<number>();
  return state.syncs.flatMap((record): Told[] => {
    const { readMs, startedMs, loadedMs, outcome, step } = record;
    const who = `The sync of ${say(calendarMs(startedMs, config))}`;
    const tell = (words: string, reason: string): Told[] => [
      { atMs: readMs ?? startedMs, words: `${who} ${words}`, reason },
    ];
    const met = mine.filter((transaction) => transaction.startedMs <= (readMs ?? startedMs));
    const last = met.at(-1);
    if (last === undefined) return [];
    if (readMs === null)
      return outcome === 'crashed' ? tell(`crashed after step ${step}, before it had read the table.`, 'crashed') : [];
    const got = met.filter(({ version }) => record.returned.includes(version));
    const asked = asks(record, say);
    if (got.length > 0) {
      const again = got.every(({ version }) => arrived.has(version));
      if (loadedMs === null)
        return tell(
          outcome === 'crashed'
            ? `${asked} and got it, and crashed after step ${step}: the rows in its hands were gone.`
            : `${asked} and has it in its hands.`,
          'dropped',
        );
      for (const { version } of got) arrived.add(version);
      if (got.some(({ version }) => state.rejected.includes(version)))
        return tell(`${asked} and got it. It has no amount, so the transform step kept it out.`, 'rejected');
      const brought =
        record.outcome === 'crashed' ? ` It was loaded before that sync crashed, after step ${step}.` : '';
      return again
        ? tell(
            `${asked} and got it again. ${config.load === 'append' ? 'An append adds it once more.' : 'A merge changes nothing by that.'}`,
            'again',
          )
        : tell(`${asked} and brought it.${brought}`, '');
    }
    if (last.committedMs === null || last.committedMs > readMs)
      return tell('could not see that: it had not committed.', 'open');
    if (arrived.has(last.version)) return [];
    if (brings({ atMs: readMs, startedMs, record }, last)) {
      arrived.add(last.version);
      return tell(`${asked} and took it out of the warehouse.`, '');
    }
    if (last.row === null)
      return tell(`${asked}. Nothing came back about this order: a query returns rows that exist.`, 'gone');
    return tell(`${asked}${whyNot(record, last, say)}`, 'passed');
  });
}

function asks({ strategy, fromMs, upToMs }: SyncRecord, say: (calendar: number) => string): string {
  if (strategy === 'log') return 'read on in the log';
  if (strategy === 'id') return 'asked for ids above the largest so far';
  if (fromMs === null) return 'asked for every row';
  const isClosed = strategy === 'at-least' || strategy === 'dedupe' || strategy === 'counted';
  const until = (strategy === 'delay' || strategy === 'compound') && upToMs !== null ? ` and up to ${say(upToMs)}` : '';
  return isClosed ? `asked for stamps from ${say(fromMs)} on` : `asked for stamps later than ${say(fromMs)}${until}`;
}

function whyNot(
  { strategy, fromMs, upToMs }: SyncRecord,
  { kind, stampMs }: Transaction,
  say: (calendar: number) => string,
): string {
  const its = `This one says ${say(stampMs)}`;
  if (strategy === 'id') return kind === 'insert' ? '. This one is not larger.' : '. A change gives a row no new id.';
  if (upToMs !== null && stampMs >= upToMs && stampMs > (fromMs ?? 0))
    return `. ${its}: too new for it, and a later sync asks again.`;
  if (stampMs === fromMs) return `. ${its}, as the mark itself does.`;
  return `. ${its}: too old.`;
}

/** How things stand for the order now. */
function standing(state: State, config: Config, id: number): string[] {
  const copies = state.warehouse.filter((row) => row.id === id);
  if (ghosts(state).some((row) => row.id === id))
    return ['A ghost: gone from the source, and still in the warehouse. Nothing tells a query that it should go.'];
  const row = state.source.find((other) => other.id === id);
  const isOpen = state.transactions.some((each) => each.id === id && each.committedMs === null);
  if (row === undefined) return isOpen || copies.length > 0 ? [] : ['Neither table has it now.'];
  const same = copies.filter(({ version }) => version === row.version).length;
  return [
    {
      present: same > 1 ? `The warehouse has it ${same} times.` : 'The warehouse has it as it is.',
      rejected: 'It is kept out of the warehouse on purpose, and reported.',
      coming: 'The warehouse does not have it like this yet; a later sync asks for it.',
      lost: 'Lost: no later sync asks for it, unless somebody changes it and so gives it a new stamp.',
      stale: 'Out of date: the warehouse keeps an older version, and no later sync asks for this one.',
      gone: 'The warehouse has taken it out.',
      ghost: 'A ghost: marked as deleted at the source, and still in the warehouse.',
    }[judge(state, config)(row)],
  ];
}
