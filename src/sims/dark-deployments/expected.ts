/** What theory expects of each measure in a run in which nobody acts: the thin line in charts. */
import type { Theory } from '../../engine/simulation.ts';
import { askV1, askV2, compareAnswers, type Comparison } from './answers.ts';
import { MINUTE } from './clock.ts';
import { isAlarming } from './judging.ts';
import { laptop, queries, type Query } from './queries.ts';
import { scenarios } from './scenarios.ts';
import { emptyTally, type Config, type MeasureName } from './state.ts';
import { expectedComplaints, expectedHarmed, minutesToFirstFound } from './theory.ts';

const hasActs = (scenario: string): boolean => (scenarios[scenario as keyof typeof scenarios]?.inputs.length ?? 0) > 0;

type Formula = (config: Config, byMin: number) => number | null;

/** Where the author has acted only the traffic is as theory expects. */
const theoryOf = (formula: Formula): Theory<Config> => {
  return (config, nowMs, scenario) => {
    if (config.traffic === 'one' || hasActs(scenario) || nowMs <= 0) return null;
    return formula(config, nowMs / MINUTE);
  };
};

/** A release to everyone at once, as long as nobody looks but the complaints. */
const visible = (formula: (...numbers: Parameters<typeof expectedComplaints>) => number): Theory<Config> =>
  theoryOf((config, byMin) => {
    if (!config.v2Visible || config.release !== 'everyone' || config.candidate !== 'first') return null;
    const { searchesPerMinute, laptopShare, complaintShare, complaintDelayMin } = config;
    const { complaintsToRollBack, rollbackMin } = config;
    return formula(
      searchesPerMinute,
      laptopShare,
      complaintShare,
      complaintDelayMin,
      complaintsToRollBack,
      rollbackMin,
      byMin,
    );
  });

const dark = (formula: Formula): Theory<Config> =>
  theoryOf((config, byMin) => (config.v2Visible || config.mirrorShare === 0 ? null : formula(config, byMin)));

/** Which way round ties fall: always the same, or by chance each time. */
const falls = ({ noise }: Config): readonly boolean[] => (noise ? [true, false] : [false]);

/** The share of all searches for which that holds, over the queries of the mix and the ways in which ties fall. */
function shareOf(config: Config, holds: (query: Query, one: boolean, other: boolean) => boolean): number {
  const ways = falls(config).flatMap((one) => falls(config).map((other) => [one, other] as const));
  const chance = (query: Query): number => ways.filter(([one, other]) => holds(query, one, other)).length / ways.length;
  return queries.reduce(
    (sum, query) =>
      sum + (query === laptop ? config.laptopShare : (1 - config.laptopShare) * query.share) * chance(query),
    0,
  );
}

const compared = (config: Config, query: Query, one: boolean, other: boolean): Comparison =>
  compareAnswers(askV1(query, one), askV2(query, config.candidate, other));

/** The rule with the noise floor looks at counts, not at single answers, so it has no such share. */
function alarmShare(config: Config): number | null {
  const { judge } = config;
  if (judge === 'noiseFloor') return null;
  return shareOf(config, (query, ...ties) => isAlarming(judge, compared(config, query, ...ties), emptyTally));
}

/** Alarms in a minute; null where there is no telling. */
function alarmsPerMinute(config: Config): number | null {
  const share = alarmShare(config);
  return share === null ? null : config.searchesPerMinute * config.mirrorShare * share;
}

/**
 * All null for the one search; where the author acts, only `searches` is known. Of the others two are of v2 visible to
 * everyone, the rest of v2 dark.
 */
export const theory: { readonly [Name in MeasureName]?: Theory<Config> } = {
  searches: (config, nowMs) => (config.traffic === 'one' ? null : (config.searchesPerMinute * nowMs) / MINUTE),
  harmed: visible(expectedHarmed),
  complaints: visible(expectedComplaints),
  compared: dark(({ searchesPerMinute, mirrorShare }, byMin) => searchesPerMinute * mirrorShare * byMin),
  comparedShare: dark(({ mirrorShare }) => mirrorShare),
  differentShare: dark((config) => shareOf(config, (query, ...ties) => !compared(config, query, ...ties).equal)),
  noiseShare: dark((config) =>
    config.noise
      ? shareOf(config, (query, ...ties) => !compareAnswers(askV1(query, ties[0]), askV1(query, ties[1])).equal)
      : null,
  ),
  mismatches: dark((config, byMin) => {
    const rate = alarmsPerMinute(config);
    return rate === null ? null : rate * byMin;
  }),
  firstMismatchMin: dark((config, byMin) => {
    const rate = alarmsPerMinute(config);
    return rate === null || rate === 0 ? null : minutesToFirstFound(rate, byMin);
  }),
};
