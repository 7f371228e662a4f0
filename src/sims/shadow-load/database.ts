/** Caches, and the databases behind them: each a line in order of arrival before one or more servers. */
import { timeOf } from './chances.ts';
import type { Config, Job, LoadEvent, LoadSim, State, Station, StationName } from './state.ts';

/** The lengths of the line that are told of, each once. */
const LINE_LENGTHS: readonly number[] = [5, 10, 20, 50, 100, 200, 400];
/** A line of fewer comes and goes all the time. */
const LONG_LINE = 20;
const TENTH_MS = 100;
/** So many tenths of a second are looked back on. */
const TENTHS = 11;

/** Looks in the version's own cache, then asks the database. `found` when the answer is there already. */
export function lookUp(state: State, job: Job, config: Config, sim: LoadSim): { state: State; found: boolean } {
  if (config.cacheTtlS === 0) {
    return config.databaseMs === 0 ? { state, found: true } : { state: join(state, job, config, sim), found: false };
  }
  const version = job.copy ? 'v2' : 'v1';
  const loadedMs = state.caches[version][job.query] ?? null;
  if (loadedMs !== null && sim.nowMs - loadedMs < config.cacheTtlS * 1000) {
    return { state: { ...state, hits: { ...state.hits, [version]: state.hits[version] + 1 } }, found: true };
  }
  const missed = { ...state, misses: { ...state.misses, [version]: state.misses[version] + 1 } };
  if (config.databaseMs === 0) return { state: load(missed, job, sim), found: true };
  return { state: join(missed, job, config, sim), found: false };
}

/** An entry lives from when it was loaded; being used does not renew it. */
function load(state: State, job: Job, sim: LoadSim): State {
  const version = job.copy ? 'v2' : 'v1';
  const entries = state.caches[version].map((loadedMs, query) => (query === job.query ? sim.nowMs : loadedMs));
  return { ...state, caches: { ...state.caches, [version]: entries } };
}

function join(state: State, job: Job, config: Config, sim: LoadSim): State {
  const name: StationName = job.copy && config.v2Database === 'own' ? 'own' : 'shared';
  const station = state.databases[name];
  if (station.serving.length < config.databaseServers) {
    return withStation(state, name, serve(counted(station, sim.nowMs), job, name, config, sim));
  }
  const waiting = [...station.waiting, job];
  const joined = withStation(state, name, { ...station, waiting });
  if (name === 'own') return joined;
  const linePeak = Math.max(state.linePeak, waiting.length);
  if (waiting.length <= state.lineTold || !LINE_LENGTHS.includes(waiting.length)) return { ...joined, linePeak };
  sim.log({ type: 'lineReached', waiting: waiting.length });
  return { ...joined, linePeak, lineTold: waiting.length };
}

/** A server is free again and takes the next in line. */
export function finishLookUp(
  state: State,
  { job, database, serviceMs }: Extract<LoadEvent, { type: 'lookedUp' }>,
  config: Config,
  sim: LoadSim,
): State {
  const { live, copies } = state.workMs;
  const workMs = job.copy ? { live, copies: copies + serviceMs } : { live: live + serviceMs, copies };
  const busy = counted(state.databases[database], sim.nowMs);
  const serving = busy.serving.filter(({ request, copy }) => request !== job.request || copy !== job.copy);
  const [next, ...waiting] = busy.waiting;
  const freed = { ...busy, serving, waiting };
  const station = next === undefined ? freed : serve(freed, next, database, config, sim);
  const loaded = config.cacheTtlS === 0 ? state : load(state, job, sim);
  const after = { ...withStation(loaded, database, station), workMs };
  if (database === 'own' || waiting.length > 0 || state.linePeak < LONG_LINE) return after;
  sim.log({ type: 'lineCleared', peak: state.linePeak });
  return { ...after, linePeak: 0 };
}

function serve(station: Station, job: Job, database: StationName, config: Config, sim: LoadSim): Station {
  // Keyed by the request and whether it is the copy, not by the order of serving.
  const serviceMs = timeOf(sim, 'db', 2 * job.request + (job.copy ? 1 : 0), config.databaseMs, config.times);
  sim.schedule(serviceMs, { type: 'lookedUp', job, database, serviceMs });
  return { ...station, serving: [...station.serving, job] };
}

/** Counts the servers' time up to now. */
function counted(station: Station, nowMs: number): Station {
  const busyMs = busyUntil(station, nowMs);
  const { past } = station;
  const isDue = nowMs - past[past.length - 1]!.atMs >= TENTH_MS;
  return {
    ...station,
    busyMs,
    countedMs: nowMs,
    past: isDue ? [...past.slice(1 - TENTHS), { atMs: nowMs, busyMs }] : past,
  };
}

function busyUntil({ busyMs, serving, countedMs }: Station, nowMs: number): number {
  return busyMs + serving.length * (nowMs - countedMs);
}

/** The share of server time that was spent serving in the last second, or since the last look-up before it where few come. */
export function busyShare(station: Station, servers: number, nowMs: number): number {
  const { past } = station;
  const since = past.findLast(({ atMs }) => atMs <= nowMs - TENTH_MS * (TENTHS - 1)) ?? past[0]!;
  if (nowMs <= since.atMs) return 0;
  return (busyUntil(station, nowMs) - since.busyMs) / (servers * (nowMs - since.atMs));
}

function withStation(state: State, name: StationName, station: Station): State {
  return { ...state, databases: { ...state.databases, [name]: station } };
}
