/** Rows and syncs at random, written once more without the model: what formulas and model are both held to. */

export interface Setting {
  perSecond: number;
  /** The time from the stamp to the commit, and whether it is the same for all rows. */
  commitS: number;
  fixed?: boolean;
  mark: 'clock' | 'seen';
  lookbackS?: number;
  readDelayS?: number;
  everyS?: number;
  syncs: number;
  seed?: number;
}

/** Shares of all rows, each with the standard error of its mean. */
export interface Shares {
  lost: number;
  lostError: number;
  resent: number;
  resentError: number;
}

/** Mulberry32 (Ettinger, public domain). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One block of syncs is one sample: losses of neighbouring rows are not independent, those of blocks nearly are. */
const BLOCKS = 100;

export function simulated(setting: Setting): Shares {
  const { perSecond, commitS, fixed = false, mark: kind, lookbackS = 0, readDelayS = 0, everyS = 60, syncs } = setting;
  const random = generator(setting.seed ?? 1);
  const wait = (mean: number): number => -mean * Math.log(1 - random());
  const [lost, resent] = [new Float64Array(BLOCKS), new Float64Array(BLOCKS)];
  let stamp = wait(1 / perSecond);
  let open: [stamp: number, committed: number][] = [];
  let returned: number[] = [];
  let mark = 0;
  for (let sync = 1; sync <= syncs; sync += 1) {
    const now = sync * everyS;
    const block = Math.floor(((sync - 1) * BLOCKS) / syncs);
    for (; stamp <= now; stamp += wait(1 / perSecond)) open.push([stamp, stamp + (fixed ? commitS : wait(commitS))]);
    const from = mark - lookbackS;
    returned = returned.filter((before) => before > from);
    resent[block]! += returned.length;
    const waiting: typeof open = [];
    for (const row of open) {
      const [stamped, committed] = row;
      if (committed > now || stamped > now - readDelayS) waiting.push(row);
      else if (stamped <= from) lost[block]! += 1;
      else {
        returned.push(stamped);
        if (kind === 'seen') mark = Math.max(mark, stamped);
      }
    }
    open = waiting;
    if (kind === 'clock') mark = now - readDelayS;
  }
  const rows = (perSecond * everyS * syncs) / BLOCKS;
  const [lostShare, resentShare] = [meanOf(lost, rows), meanOf(resent, rows)];
  return { lost: lostShare.mean, lostError: lostShare.error, resent: resentShare.mean, resentError: resentShare.error };
}

function meanOf(counts: Float64Array, rows: number): { mean: number; error: number } {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  return { mean: mean / rows, error: Math.sqrt(squares / (counts.length - 1) / counts.length) / rows };
}
