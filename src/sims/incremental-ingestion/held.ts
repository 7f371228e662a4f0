/** The order with the handle: its axis, and its commit. */
import type { Bar } from './bars.ts';
import { firstSyncMs, periodMs } from './calendar.ts';
import { scale, type Scale } from './geometry.ts';
import { oneBarPlans } from './one-bar-plan.ts';
import type { Layout, Scene } from './plan.ts';
import { HELD_ORDER, type Config } from './state.ts';

/** The seconds round today's sync, and with a break the one of tomorrow. */
export function oneBarAxis(config: Config, layout: Layout): Scale {
  const { from, to, left, right, next, end } = oneBarPlans[layout];
  const today = firstSyncMs(config);
  const tomorrow = today + periodMs(config);
  return scale([
    [today + from * 1000, left],
    [today + to * 1000, right],
    [tomorrow, next],
    [tomorrow + 1000, end],
  ]);
}

/** What is drawn of order 42. */
export interface Held {
  /** Missing before it is placed, and until what a run needs has been brought; see later-here.svelte.ts. */
  bar: Bar | undefined;
  /** Run time, made or planned. */
  commitMs: number;
  committed: boolean;
}

/** Order 42 and its commit, made or planned; it has no bar before it is placed. */
export function heldCommit({ state, config, nowMs, later }: Scene): Held {
  const bar = later?.bars(state, config, 1, nowMs).find(({ transaction }) => transaction.id === HELD_ORDER);
  const commitMs = bar?.endMs ?? firstSyncMs(config) + config.commitS * 1000;
  return { bar, commitMs, committed: (bar?.transaction.committedMs ?? null) !== null };
}
