/** What a screen reader hears: what is on screen now, quality before quantity. */
import { formatNumber } from '../../engine/format-number.ts';
import { rowsText } from './facts.ts';
import { measure } from './measure.ts';
import { deltaPlan, full, isEven, readyMs, rowsBy, wholeMs } from './plan.ts';
import type { Config, Plan, State } from './state.ts';
import { timeLabel } from './time-label.ts';
import { evenRows, evenRowsUnindexed } from './theory.ts';

/** What has changed, which load takes less, how far each is, and where both take the same once that was found. */
export function describe(state: State, config: Config, nowMs: number): string {
  const plan = deltaPlan(config);
  const { deltaRowMs } = measure(state, config, nowMs);
  const times = config.mergeFactor === 1 ? 'as much as' : `${config.mergeFactor} times as much as`;
  return [
    config.backfill
      ? `A schema change touched every row, so that all ${rowsText(full.rows)} have changed.`
      : `${formatNumber(plan.rows, '', 0)} of ${rowsText(full.rows)} have changed since last night.`,
    `Merging one costs ${times} copying it; with its part of what is fixed it takes ${formatNumber(deltaRowMs ?? 0, 'ms', 1)}, against 1.8 ms in the full load.`,
    config.indexed ? '' : 'There is no index on modified_at, so every row is read to find them.',
    comparison(plan),
    progress('The full load', 'copied', full, nowMs),
    progress('The incremental load', 'merged', plan, nowMs),
    state.evenFound || isEven(plan)
      ? `The break-even is at ${rowsText(Math.round((config.indexed ? evenRows : evenRowsUnindexed)(config.mergeFactor)))}.`
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function comparison(plan: Plan): string {
  const share = wholeMs(plan) / wholeMs(full);
  const times = `${timeLabel(wholeMs(plan))} against ${timeLabel(wholeMs(full))}`;
  if (isEven(plan)) return `Both loads take about the same: ${times}.`;
  const quality =
    share < 0.1 ? 'far less than' : share < 1 ? 'less than' : share < 2 ? 'longer than' : 'much longer than';
  return `The incremental load takes ${quality} the full one: ${times}.`;
}

function progress(who: string, did: string, plan: Plan, nowMs: number): string {
  if (nowMs >= wholeMs(plan)) return `${who} is done.`;
  if (nowMs < 1) return `${who} begins.`;
  if (nowMs < readyMs(plan)) {
    return `${who} is ${nowMs < plan.fixedMs ? 'getting ready' : 'reading the table'} and has ${did} nothing yet.`;
  }
  const moved = rowsBy(plan, nowMs);
  return `${who} has ${did} ${formatNumber(moved, '', 0)} of ${rowsText(plan.rows)} and needs ${timeLabel(wholeMs(plan) - nowMs)} more.`;
}
