/** What theory expects of a stream of orders in which nobody acts: the thin line in charts. */
import type { Theory } from '../../engine/simulation.ts';
import { firstSyncMs, periodMs } from './calendar.ts';
import type { Config } from './state.ts';
import type { MeasureName } from './tally.ts';
import { lostStampSeconds } from './theory.ts';

interface Stream {
  ordersPerSecond: number;
  delayS: number;
  nowS: number;
  lastSyncS: number;
  /** Seconds whose stamps are lost, of orders that can be seen by then. */
  lostS(byS: number): number;
}

/** Null without a stream, where the steps of a sync take time, and before the first sync. */
const ofStream = (formula: (stream: Stream) => number | null): Theory<Config> => {
  return (config, nowMs) => {
    const [firstS, everyS, nowS] = [firstSyncMs(config) / 1000, periodMs(config) / 1000, nowMs / 1000];
    if (config.work !== 'traffic' || config.stepS > 0 || nowS < firstS) return null;
    const { ordersPerSecond, commitDelayS: delayS } = config;
    const lastSyncS = firstS + Math.floor((nowS - firstS) / everyS) * everyS;
    const lostS = (byS: number): number =>
      config.strategy === 'full' ? 0 : lostStampSeconds(delayS, firstS, everyS, byS);
    return formula({ ordersPerSecond, delayS, nowS, lastSyncS, lostS });
  };
};

export const theory: { readonly [Name in MeasureName]?: Theory<Config> } = {
  sourceRows: ofStream(({ ordersPerSecond, nowS, delayS }) => ordersPerSecond * Math.max(0, nowS - delayS)),
  warehouseRows: ofStream(
    ({ ordersPerSecond, lastSyncS, delayS, lostS }) =>
      ordersPerSecond * (Math.max(0, lastSyncS - delayS) - lostS(lastSyncS)),
  ),
  lost: ofStream(({ ordersPerSecond, nowS, lostS }) => ordersPerSecond * lostS(nowS)),
  // Stamps of a stream lie anywhere with equal chance, so the share of rows is the share of seconds.
  lostShare: ofStream(({ nowS, delayS, lastSyncS, lostS }) => {
    const dueS = Math.min(lastSyncS, nowS - delayS);
    return dueS > 0 ? lostS(nowS) / dueS : null;
  }),
};
