/** The run that somebody else has set up, in the lab. */
import type { Player } from '../../lab/player.ts';
import type { SetUp } from '../set-up.ts';

/** Begins with it: nothing of it is the learner's doing, and what is locked stays so from now on. */
export function begin(player: Player, { run, moment, vs, locked }: SetUp): void {
  player.begin(run, moment ?? { timeUs: 0 });
  player.lock(locked);
  player.compare(Object.keys(vs).length > 0 ? [{ vs }] : []);
}
