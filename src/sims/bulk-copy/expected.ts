/** What theory expects of a run in which nobody acts: the thin line in charts. */
import type { Theory } from '../../engine/simulation.ts';
import type { Config, MeasureName } from './state.ts';
import { copyRounds, copySeconds } from './theory.ts';
import { capacityMbps, rttMs } from './way.ts';

/** Exact where nothing is lost. What loss allows is an average of long copies; the tests hold the model to that. */
export const theory: { readonly [Name in MeasureName]?: Theory<Config> } = {
  copyS: (config, nowMs) => whenDone(config, nowMs, seconds(config)),
  rounds: (config, nowMs) => whenDone(config, nowMs, copyRounds(config.fileMB, config.windowKB)),
};

function seconds(config: Config): number {
  return copySeconds(config.fileMB, config.windowKB, rttMs(config), capacityMbps(config));
}

function whenDone(config: Config, nowMs: number, value: number): number | null {
  return config.lossShare === 0 && nowMs >= 1000 * seconds(config) ? value : null;
}
