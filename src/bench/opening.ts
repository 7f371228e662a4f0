/** Everything the bench is made of, and its database started: loaded when somebody opens it. */
import { mount } from 'svelte';
import Bench from './Bench.svelte';
// By its address, and brought here: a style sheet that is imported would be linked in every lesson.
import styles from './bench.css?url&no-inline';
import { Desk } from './desk.ts';
import type { Host } from './host.ts';
import { readLink } from './link.ts';
import { naive, type Statements } from './statements.ts';
import { allTraces } from './traces.ts';

interface Asked {
  id: string;
  /** The lab in which a trace can be looked at. */
  lab: string;
  /** What was kept of the learner's statements, by any version of the page. */
  kept: unknown;
  host: Host;
}

/** Puts the open bench into its section. Fails with a DeskProblem where SQLite cannot be had. */
export async function openBench(target: Element, { id, lab, kept, host }: Asked): Promise<void> {
  const desk = new Desk(() => {
    // A frame without an origin: some browsers throw here by themselves, others only fail later and do not say why.
    if (self.origin === 'null') throw new DOMException('no worker without an origin', 'SecurityError');
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  });
  const traces = allTraces();
  const mine = readKept(kept);
  const linked = readLink(new URLSearchParams(location.search));
  const opening = linked ? { ...naive, ...linked } : (mine ?? naive);
  await Promise.all([desk.ready(), dress()]);
  mount(Bench, { target, props: { id, lab, traces, desk, host, opening, mine } });
}

/** null where it cannot be read. */
function readKept(kept: unknown): Statements | null {
  const { extract, merge } = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<
    Record<string, unknown>
  >;
  return typeof extract === 'string' && typeof merge === 'string' ? { extract, merge } : null;
}

/** Once the page has the styles of the bench. Without them it is plain, and works. */
function dress(): Promise<void> {
  return new Promise((done) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = styles;
    link.onload = link.onerror = () => done();
    document.head.append(link);
  });
}
