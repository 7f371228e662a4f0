/** What is true in every state a run can reach. */
import type { Invariant } from '../../engine/simulation.ts';
import { full, isEven, wholeMs } from './plan.ts';
import type { Config, State } from './state.ts';

/** Each by the sentence that a failing test would print. */
export const invariants: Readonly<Record<string, Invariant<State, Config>>> = {
  'the incremental load never merges more rows than the table has': ({ plan }) =>
    plan.rows > 0 && plan.rows <= full.rows,
  'the incremental load is done when all tenths of its rows are merged, and not before': ({ deltaTenths, deltaMs }) =>
    (deltaTenths === 10) === (deltaMs !== null),
  'the full load is done when all tenths of the table are copied, and not before': ({ fullTenths, fullMs }) =>
    (fullTenths === 10) === (fullMs !== null),
  'the full load takes the same whatever is changed': ({ fullMs }) => fullMs === null || fullMs === wholeMs(full),
  'the incremental load takes what its plan says': ({ plan, deltaMs }) => deltaMs === null || deltaMs === wholeMs(plan),
  'where both take the same it has been told': ({ plan, plans, evenFound }) =>
    plans === 0 || evenFound || !isEven(plan),
};
