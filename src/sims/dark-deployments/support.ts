/** What follows when a shopper is shown the wrong thing: complaints, the emergency rollback, and the fix. */
import { exponential } from '../../engine/chance.ts';
import { kindOf, type Results } from './page.ts';
import { HOUR, MINUTE } from './clock.ts';
import { MARKS_KEPT, type Config, type DarkSim, type State, type WrongAnswer } from './state.ts';
import { isVisible } from './visibility.ts';

/** A shopper was shown something, and none of it was what was meant. Some say so, after a while. */
export function harm(state: State, id: number, query: string, answer: Results, config: Config, sim: DarkSim): State {
  const instead = kindOf(answer);
  sim.log({ type: 'shownWrong', search: id, query, instead });
  if (sim.random('complains', id) < config.complaintShare) {
    const delayMs = exponential(sim.random('complaint', id), config.complaintDelayMin * MINUTE);
    sim.schedule(delayMs, { type: 'complaint', search: id, query, instead });
  }
  return { ...state, harmed: state.harmed + 1 };
}

/** One more in the inbox. Enough of them start a rollback, if v2 is visible and none is under way. */
export function complain(
  state: State,
  { search: id, query, instead }: WrongAnswer,
  config: Config,
  sim: DarkSim,
): State {
  sim.log({ type: 'complained', search: id, query, instead });
  const unanswered = state.unanswered + 1;
  const complaint = { search: id, query, instead, atMs: sim.nowMs };
  const after = {
    ...state,
    complaints: state.complaints + 1,
    unanswered,
    inbox: [...state.inbox, complaint].slice(-MARKS_KEPT),
  };
  if (unanswered < config.complaintsToRollBack || state.rollback !== null || !isVisible(state, config)) return after;
  sim.log({ type: 'rollbackStarted', complaints: unanswered, minutes: config.rollbackMin });
  sim.schedule(config.rollbackMin * MINUTE, { type: 'rollbackDone', startedMs: sim.nowMs });
  return { ...after, rollback: { startedMs: sim.nowMs, doneMs: sim.nowMs + config.rollbackMin * MINUTE } };
}

/** The emergency way out takes v2 away altogether; flipping the switch to dark meanwhile makes it needless. */
export function finishRollback(state: State, startedMs: number, config: Config, sim: DarkSim): State {
  if (state.rollback?.startedMs !== startedMs) return state;
  const over = { ...state, rollback: null, unanswered: 0 };
  if (!isVisible(state, config)) {
    sim.log({ type: 'rollbackCalledOff' });
    return over;
  }
  sim.log({ type: 'rolledBack', harmed: state.harmed });
  const rollbackMin = (sim.nowMs - (state.visibleSinceMs ?? 0)) / MINUTE;
  return { ...over, withdrawn: true, seesV2: false, visibleSinceMs: null, rolledBackMs: sim.nowMs, rollbackMin };
}

/** What nobody has noticed cannot be fixed. */
export function beginFix(state: State, config: Config, sim: DarkSim): State {
  if (state.fix !== 'none') return state;
  if (state.foundWrong.length === 0 && state.complaints === 0) {
    sim.log({ type: 'nothingToFix' });
    return state;
  }
  sim.log({ type: 'fixStarted', hours: config.fixHours });
  sim.schedule(config.fixHours * HOUR, { type: 'fixReady' });
  return { ...state, fix: 'underway', fixDueMs: sim.nowMs + config.fixHours * HOUR };
}

/** A rollback that is under way is of the version before, and so are the complaints. */
export function deployFix(state: State, sim: DarkSim): State {
  sim.log({ type: 'fixShipped' });
  return { ...state, fix: 'shipped', withdrawn: false, rollback: null, unanswered: 0 };
}
