/** The starting situations. They differ in the way, the window, or loss. */
import type { Cue, Scenario } from '../../engine/simulation.ts';
import type { Config, Fact, Input } from './state.ts';

type CopyScenario = Scenario<Config, Input, Fact>;

const windowFull: Cue<Fact> = {
  id: 'window-full',
  say: 'The window is full. How full is the pipe?',
  onFact: (fact) => fact.type === 'windowFull',
};
const copied: Cue<Fact> = {
  id: 'copied',
  say: 'Bob has the whole file.',
  onFact: (fact) => fact.type === 'copied',
};

const file: CopyScenario = {
  title: 'A file, through headquarters',
  config: {},
  inputs: [],
  seed: 1,
  untilMs: 4500,
  pace: 250,
  cues: [windowFull, copied],
};

const fileDirect: CopyScenario = {
  ...file,
  title: 'The same file, across the building',
  config: { way: 'direct' },
  untilMs: 50,
  pace: 2.5,
};

const fileWide: CopyScenario = {
  ...file,
  title: 'The same file, with a wide window',
  config: { windowKB: 1024 },
  untilMs: 1000,
  pace: 50,
  cues: [
    {
      id: 'pipe-full',
      say: 'Now the pipe is full, and a wider one would help.',
      onFact: (fact) => fact.type === 'pipeFull',
    },
    copied,
  ],
};

const fileLossy: CopyScenario = {
  title: 'A long copy that loses one segment in 10,000',
  config: { windowKB: 640, lossShare: 0.0001, fileMB: 50 },
  inputs: [],
  // Five segments lost: the first while the pipe is full, the last two far enough apart to see the way back up.
  seed: 49,
  untilMs: 20_000,
  pace: 1000,
  cues: [
    {
      id: 'first-loss',
      say: 'One segment is lost, and half as much may be on the way.',
      onFact: (fact) => fact.type === 'halved',
    },
    {
      id: 'recovered',
      say: 'Back to where it was, one segment a round trip.',
      onFact: (fact) => fact.type === 'recovered',
    },
    copied,
  ],
};

/** Long enough for the largest file over the longest way; where losses are frequent, not for all. */
const fileOpen: CopyScenario = { ...file, title: 'A copy with everything open to change', untilMs: 20_000 };

/** By the names that lessons and links use. */
export const scenarios = { file, fileDirect, fileWide, fileLossy, fileOpen };
