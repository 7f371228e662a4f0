/** What theory expects of each measure in a run in which nobody acts: the thin line in charts. */
import type { Theory } from '../../engine/simulation.ts';
import { MINUTE } from './clock.ts';
import type { Config, MeasureName } from './state.ts';
import { expectedComplaints, expectedHarmed, minutesToFirstFound } from './theory.ts';

type Formula = (config: Config, byMin: number) => number | null;

/** In the finished week the author has acted, so only the traffic is as theory expects. */
const theoryOf = (formula: Formula): Theory<Config> => {
  return (config, nowMs, scenario) => {
    if (config.traffic === 'one' || scenario === 'week-done' || nowMs <= 0) return null;
    return formula(config, nowMs / MINUTE);
  };
};

/** A release to everyone at once, as long as nobody looks but the complaints. */
const visible = (formula: (...numbers: Parameters<typeof expectedComplaints>) => number): Theory<Config> =>
  theoryOf((config, byMin) => {
    if (!config.v2Visible || config.release !== 'everyone') return null;
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

/** v2 gets one query wrong, "laptop"; every copy of it is a wrong answer found. */
const foundPerMinute = ({ searchesPerMinute, laptopShare, mirrorShare }: Config): number =>
  searchesPerMinute * laptopShare * mirrorShare;

export const theory: { readonly [Name in MeasureName]?: Theory<Config> } = {
  searches: (config, nowMs) => (config.traffic === 'one' ? null : (config.searchesPerMinute * nowMs) / MINUTE),
  harmed: visible(expectedHarmed),
  complaints: visible(expectedComplaints),
  compared: dark(({ searchesPerMinute, mirrorShare }, byMin) => searchesPerMinute * mirrorShare * byMin),
  comparedShare: dark(({ mirrorShare }) => mirrorShare),
  mismatches: dark((config, byMin) => foundPerMinute(config) * byMin),
  firstMismatchMin: dark((config, byMin) =>
    foundPerMinute(config) === 0 ? null : minutesToFirstFound(foundPerMinute(config), byMin),
  ),
};
