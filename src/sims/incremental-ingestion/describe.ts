/** What is on screen now, for a reader who cannot see it. */
import { calendarMs, clock, counted, firstSyncMs, hasSchedule, thousands } from './calendar.ts';
import { markWords } from './query-words.ts';
import { HELD_ORDER, type Config, type State, type Transaction } from './state.ts';
import { stepNames } from './step-names.ts';
import { duplicates, fates, ghosts } from './tally.ts';
import { UNDRAWN_ROWS } from './orders.ts';

/** The orders first, then the syncs, and what the warehouse lacks or has too much of. */
export function describe(state: State, config: Config, nowMs: number): string {
  const scene =
    config.work === 'one-order' || config.work === 'five-orders'
      ? describeHeld(state, config)
      : describeTables(state, config);
  return [scene, describeSync(state, config, nowMs), describeTruth(state, config)]
    .filter((part) => part !== '')
    .join(' ');
}

/** A row as a phrase: "order 42", "orders 17 and 42". At most three are named. */
function named(ids: readonly number[]): string {
  const [first, ...more] = ids.slice(0, 3).map(thousands);
  if (ids.length > 3) return `${thousands(ids.length)} orders`;
  return more.length === 0 ? `order ${first}` : `orders ${[first, ...more.slice(0, -1)].join(', ')} and ${more.at(-1)}`;
}

function describeHeld(state: State, config: Config): string {
  const held = state.transactions.find(({ id, kind }) => id === HELD_ORDER && kind === 'insert');
  const planned = clock(calendarMs(firstSyncMs(config) + config.commitS * 1000, config));
  if (held === undefined) return `Order ${HELD_ORDER} has not been placed yet; its commit is set for ${planned}.`;
  const stamped = clock(calendarMs(held.startedMs, config));
  if (held.committedMs === null)
    return `Order ${HELD_ORDER} is stamped ${stamped} and not yet visible; its commit is set for ${planned}.`;
  return `Order ${HELD_ORDER} is stamped ${stamped} and has been visible since ${clock(calendarMs(held.committedMs, config))}.`;
}

function describeTables(state: State, config: Config): string {
  const undrawn = config.work === 'eight-rows' ? UNDRAWN_ROWS : 0;
  const alive = state.source.filter(({ deleted }) => !deleted).length;
  const open = state.transactions.filter(({ committedMs }: Transaction) => committedMs === null);
  const hidden =
    open.length === 0 ? '' : ` A transaction on ${named(open.map(({ id }) => id))} is open and not yet visible.`;
  return `The source shows ${counted(alive + undrawn, 'row')}, the warehouse holds ${counted(state.warehouse.length + undrawn, 'row')}.${hidden}`;
}

function describeSync(state: State, config: Config, nowMs: number): string {
  const { sync } = state;
  const mark = `The saved mark is ${markWords(config, state.checkpoint)}.`;
  if (sync.number === 0) {
    if (!hasSchedule(config)) return `No sync has run yet. ${mark}`;
    const waits = nowMs < firstSyncMs(config) ? 'No sync has run yet; the next is due at' : 'A sync is due at';
    return `${waits} ${clock(calendarMs(firstSyncMs(config), config))}. ${mark}`;
  }
  if (sync.status === 'running') {
    const name = stepNames(state, config)[sync.step - 1] ?? '';
    return `A sync is at step ${sync.step} of 5, ${name.toLowerCase()}. ${mark}`;
  }
  if (sync.status === 'down') return `The pipeline has crashed after step ${sync.step} of 5. ${mark}`;
  const rows = sync.delta.length + sync.tombstones.length + sync.undrawn;
  return `The last sync read ${counted(rows, 'row')} and succeeded. ${mark}`;
}

function describeTruth(state: State, config: Config): string {
  if (state.books.loadedReadMs === null) return '';
  const all = fates(state, config);
  const idsOf = (fate: 'lost' | 'stale') => state.source.filter((_, place) => all[place] === fate).map(({ id }) => id);
  const [lost, stale] = [idsOf('lost'), idsOf('stale')];
  const alive = ghosts(state).map(({ id }) => id);
  const twice = duplicates(state).length;
  return [
    lost.length === 0 ? 'No visible row is lost.' : `Lost to the warehouse for good: ${named(lost)}.`,
    stale.length === 0 ? '' : `Out of date for good: ${named(stale)}.`,
    alive.length === 0 ? '' : `Deleted at the source and still in the warehouse: ${named(alive)}.`,
    twice === 0 ? '' : `Loaded once too often: ${counted(twice, 'row')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
