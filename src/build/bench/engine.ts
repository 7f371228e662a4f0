/** How fast the engine is: events a second beside a bare loop. */
import { draw, exponential, streamSeed } from '../../engine/chance.ts';
import type { LogEntry } from '../../engine/log.ts';
import { Machine } from '../../engine/machine.ts';
import { load, servers, type Config } from './servers.ts';

export interface Row {
  what: string;
  value: string;
  wanted: string;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const EVENTS = 1_000_000;
const ROUNDS = 5;

/** Median million events a second over the rounds; the first round warms up and is not counted. */
function rate(play: () => void): number {
  const rates: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const began = performance.now();
    play();
    if (round > 0) rates.push(EVENTS / 1000 / (performance.now() - began));
  }
  return median(rates);
}

function machineRate(config: Config, keepLog: boolean): number {
  return rate(() => {
    const entries: LogEntry[] | null = keepLog ? [] : null;
    const model = servers as unknown as ConstructorParameters<typeof Machine>[0];
    new Machine(model, config, 1, [], entries).advance({ timeUs: Number.MAX_SAFE_INTEGER }, EVENTS);
  });
}

/** The same queue without any engine: two clocks in a loop, with the same draws. */
function bareLoopRate(): number {
  return rate(() => {
    const gaps = streamSeed(1, 'gap');
    const services = streamSeed(1, 'service');
    let arrivalMs = 0;
    let completionMs = Infinity;
    let inSystem = 0;
    for (let i = 0, arrived = 0, started = 0; i < EVENTS; i += 1) {
      if (arrivalMs <= completionMs) {
        inSystem += 1;
        if (inSystem === 1) completionMs = arrivalMs + exponential(draw(services, started++), 1);
        arrivalMs += exponential(draw(gaps, ++arrived), 1 / load);
      } else {
        inSystem -= 1;
        completionMs = inSystem > 0 ? completionMs + exponential(draw(services, started++), 1) : Infinity;
      }
    }
    if (inSystem < 0) throw new Error('a queue cannot be shorter than empty');
  });
}

export function engineRows(): Row[] {
  const bare = bareLoopRate();
  const row = (what: string, config: Config, keepLog: boolean, wanted: string): Row => {
    const measured = machineRate(config, keepLog);
    return { what, value: `${measured.toFixed(1)} M events/s, ${(measured / bare).toFixed(2)} of a bare loop`, wanted };
  };
  return [
    { what: 'bare loop, M/M/1', value: `${bare.toFixed(1)} M events/s`, wanted: '' },
    row('engine, M/M/1, no log', { servers: 1 }, false, '5'),
    row('engine, 100 servers, no log', { servers: 100 }, false, '3.5'),
    row('engine, M/M/1, with log', { servers: 1 }, true, '2.5'),
    row('engine, 100 servers, with log', { servers: 100 }, true, '2.5'),
  ];
}
