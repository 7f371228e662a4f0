/** What theory expects of a stream of orders in which nobody acts: the thin line in charts. */
import type { Theory } from '../../engine/simulation.ts';
import { firstSyncMs, periodMs } from './calendar.ts';
import { lost, resent, syncsBy, visible, type Stream } from './expected-stream.ts';
import type { MeasureName } from './measure.ts';
import type { Config } from './state.ts';
import { usedWatermark, type Strategy } from './strategies.ts';
import { openSeconds, openSecondsExponential } from './theory-loss.ts';
import { MOST_COMMIT_S } from './traffic.ts';

/** Of a stream, at a moment after the first sync. */
interface Moment {
  stream: Stream;
  nowS: number;
  lastSyncS: number;
  /** Up to which stamp the last sync asked. */
  askedS: number;
  syncs: number;
}

/** Where rows are not lost independently of each other, a quotient of means is not the mean of quotients: of so many rows it is, within 1 %. */
const MANY_ROWS = 100;

function openS({ commitSpread, commitDelayS }: Config): Stream['openS'] {
  if (commitSpread === 'fixed') return (ageS) => openSeconds(ageS, commitDelayS);
  const mostS = commitSpread === 'capped' ? MOST_COMMIT_S : Infinity;
  return (ageS) => openSecondsExponential(Math.min(ageS, mostS), commitDelayS);
}

function markOf({ strategy, watermark }: Config): Stream['mark'] {
  if (strategy === 'log' || strategy === 'full') return 'none';
  // In a stream of inserts the ids are in the order of the stamps.
  return strategy === 'id' ? 'seen' : usedWatermark({ strategy, watermark });
}

function streamOf(config: Config): Stream {
  const { strategy, marginS, commitSpread, commitDelayS, stampS } = config;
  return {
    perSecond: config.ordersPerSecond,
    openS: openS(config),
    meanS: commitSpread === 'fixed' || commitDelayS === 0 ? null : commitDelayS,
    firstS: firstSyncMs(config) / 1000,
    everyS: periodMs(config) / 1000,
    lookbackS: strategy === 'lookback' ? marginS : 0,
    readDelayS: readsBehind(strategy) ? marginS : 0,
    tiedS: stampS / 2,
    includesMark: strategy === 'at-least',
    mark: markOf(config),
    copiesAll: strategy === 'full',
  };
}

function readsBehind(strategy: Strategy): boolean {
  return strategy === 'delay' || strategy === 'compound';
}

/** Whether the formulas are of such a source and such a query. */
function isKnown({ changes, skewS, stampS, commitDelayS, commitSpread }: Config, stream: Stream): boolean {
  if (changes !== 'inserts') return false;
  if (stream.mark === 'none') return true;
  const { mark, lookbackS, readDelayS } = stream;
  const tied = stampS > 0 && (mark === 'seen' || commitDelayS > 0 || lookbackS + readDelayS > 0);
  return skewS === 0 && !tied && !(mark === 'seen' && commitSpread === 'capped');
}

/** Null without a stream, where the steps of a sync take time, and before the first sync. */
const ofSyncs = (formula: (moment: Moment) => number | null, everywhere = false): Theory<Config> => {
  return (config, nowMs) => {
    const [stream, nowS] = [streamOf(config), nowMs / 1000];
    if (config.work !== 'traffic' || config.stepS > 0 || nowS < stream.firstS) return null;
    if (!everywhere && !isKnown(config, stream)) return null;
    const syncs = syncsBy(stream, nowS);
    const lastSyncS = syncs.at(-1) ?? 0;
    return formula({ stream, nowS, lastSyncS, askedS: lastSyncS - stream.readDelayS, syncs: syncs.length });
  };
};

/** Rows of the source that are in the warehouse since the last sync. */
function brought({ stream, lastSyncS, askedS }: Moment): number {
  return visible(stream, lastSyncS, askedS) - lost(stream, lastSyncS);
}

/** With the clock as the mark what happens to a row is its own affair, so that the share of rows is the share of their means. */
function share(part: number, of: number, { mark }: Stream): number | null {
  return of > (mark === 'seen' ? MANY_ROWS : 0) ? part / of : null;
}

/** Each row that was returned again is there twice, if the load only appends. */
const duplicates = (config: Config, nowMs: number, scenario: string): number | null =>
  config.load === 'append' ? resentRows(config, nowMs, scenario) : 0;
const resentRows = ofSyncs(({ stream, nowS }) => resent(stream, nowS));
const distinctRows = ofSyncs(brought);

/** Null but for a stream; most are also null where no formula is of such a source and such a query. */
export const theory: { readonly [Name in MeasureName]?: Theory<Config> } = {
  sourceRows: ofSyncs(({ stream, nowS }) => visible(stream, nowS)),
  warehouseRows: (config, nowMs, scenario) => {
    const rows = distinctRows(config, nowMs, scenario);
    return rows === null ? null : rows + (duplicates(config, nowMs, scenario) ?? 0);
  },
  lost: ofSyncs(({ stream, nowS }) => lost(stream, nowS)),
  lostShare: ofSyncs(({ stream, nowS, askedS }) =>
    share(lost(stream, nowS), visible(stream, nowS, Math.min(nowS, askedS + stream.tiedS)), stream),
  ),
  duplicates: (config, nowMs, scenario) =>
    resentRows(config, nowMs, scenario) === null ? null : duplicates(config, nowMs, scenario),
  resent: resentRows,
  resentShare: ofSyncs((moment) => share(resent(moment.stream, moment.nowS), brought(moment), moment.stream)),
  rowsReadInAll: ofSyncs((moment) => brought(moment) + resent(moment.stream, moment.nowS)),
  freshnessS: ofSyncs(({ nowS, askedS }) => nowS - askedS, true),
  // Before a sync it is behind by the interval more than right after one.
  stalestS: ofSyncs(
    ({ stream, nowS, askedS, syncs }) => (syncs > 1 ? stream.everyS + stream.readDelayS : nowS - askedS),
    true,
  ),
};
