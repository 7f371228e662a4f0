/** What mathematics says, in plain numbers: charts, lesson and tests share these. */

/**
 * Mean response time of one server with random arrivals and exponential service, M/M/1: 1 / (μ − λ).
 * Kleinrock, Queueing Systems I (1975), 3.2. Infinite where more comes than can be served.
 */
export function mm1ResponseMs(arrivalsPerSecond: number, servedPerSecond: number): number {
  return arrivalsPerSecond < servedPerSecond ? 1000 / (servedPerSecond - arrivalsPerSecond) : Infinity;
}

/** How busy one server is with the requests and their copies: ρ = λ (1 + s) / μ. Above 1 the line grows without end. */
export function mirroredLoad(arrivalsPerSecond: number, servedPerSecond: number, mirrorShare: number): number {
  return (arrivalsPerSecond * (1 + mirrorShare)) / servedPerSecond;
}

/**
 * Mean number of jobs at one server when a share s of the requests brings its copy along at the same
 * moment: a batch queue, with L = ρ (1 + E[X²]/E[X]) / (2 (1 − ρ)), and E[X²]/E[X] = (1 + 3s)/(1 + s)
 * for batches of one or two. Gross & Harris, Fundamentals of Queueing Theory, 3.1 (M^[X]/M/1).
 */
export function mirroredInSystem(arrivalsPerSecond: number, servedPerSecond: number, mirrorShare: number): number {
  const load = mirroredLoad(arrivalsPerSecond, servedPerSecond, mirrorShare);
  return load < 1 ? (load * (1 + (1 + 3 * mirrorShare) / (1 + mirrorShare))) / (2 * (1 - load)) : Infinity;
}

/** Mean response time of all jobs of that queue, live and copies together, by Little's law: L / (λ (1 + s)). */
export function mirroredResponseMs(arrivalsPerSecond: number, servedPerSecond: number, mirrorShare: number): number {
  const jobsPerSecond = arrivalsPerSecond * (1 + mirrorShare);
  return (1000 * mirroredInSystem(arrivalsPerSecond, servedPerSecond, mirrorShare)) / jobsPerSecond;
}

/** Mean response time of a live request that is served before its own copy: it meets L jobs and is one more, (L + 1) / μ. */
export function mirroredLiveResponseMs(
  arrivalsPerSecond: number,
  servedPerSecond: number,
  mirrorShare: number,
): number {
  return (1000 * (mirroredInSystem(arrivalsPerSecond, servedPerSecond, mirrorShare) + 1)) / servedPerSecond;
}

/** The share of copies at which one server has no time left: s = μ/λ − 1. */
export function criticalMirrorShare(arrivalsPerSecond: number, servedPerSecond: number): number {
  return servedPerSecond / arrivalsPerSecond - 1;
}

/**
 * Chance that an arrival finds all c servers busy and waits; `load` is λ/μ in servers. Erlang (1917),
 * computed by the recursion of his loss formula B: C = B / (1 − ρ (1 − B)).
 */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  let lost = 1;
  for (let n = 1; n <= servers; n += 1) lost = (load * lost) / (n + load * lost);
  return lost / (1 - (load / servers) * (1 - lost));
}

/** Mean time in line at c servers, M/M/c: C / (cμ − λ). */
export function mmcWaitMs(arrivalsPerSecond: number, servedPerSecond: number, servers: number): number {
  const spare = servers * servedPerSecond - arrivalsPerSecond;
  return spare > 0 ? (1000 * erlangC(servers, arrivalsPerSecond / servedPerSecond)) / spare : Infinity;
}

/** Mean answer when v2 starts after v1 and the user waits for both: the sum. */
export function sequentialMs(v1Ms: number, v2Ms: number): number {
  return v1Ms + v2Ms;
}

/** Mean of the slower of two exponential times: a + b − 1 / (1/a + 1/b). */
export function awaitBothMs(v1Ms: number, v2Ms: number): number {
  return v1Ms + v2Ms - (v1Ms * v2Ms) / (v1Ms + v2Ms);
}

/** Mean answer when nothing waits for v2: v1's own, whatever v2 takes. */
export function detachedMs(v1Ms: number): number {
  return v1Ms;
}

/**
 * Share of look-ups found in a cache whose entries live so long after they were loaded, for a key
 * asked for at random at that rate: rT hits for each load, so rT / (1 + rT).
 */
export function ttlHitShare(requestsPerSecond: number, ttlS: number): number {
  return (requestsPerSecond * ttlS) / (1 + requestsPerSecond * ttlS);
}
