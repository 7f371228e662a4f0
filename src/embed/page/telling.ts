/** Tells the host what the learner does here: a statement for each thing, and the state to go on from. Nothing personal. */
import { ranEvent } from '../../lab/page.ts';
import type { Room } from '../../lab/room.ts';
import type { Run } from '../../engine/simulation.ts';
import { readTries, triedEvent, type Tried } from '../../lesson/challenge-tries.ts';
import { tell } from '../host.ts';
import { statement, type Statement, type Verb } from '../messages.ts';
import { reportScore, sendEvent } from '../splice.ts';

/** All it takes to go on later; travels through the host. */
export interface State {
  version: 1;
  /** The run and moment as a link has them; of one that is too long to be read, only the beginning comes back. */
  query: string | null;
  tried: Tried | null;
}

/** null where it is none of ours. */
export function readState(given: unknown): State | null {
  if (typeof given !== 'object' || given === null) return null;
  const { version, query, tried } = given as Partial<Record<string, unknown>>;
  if (version !== 1) return null;
  const id = (tried as { id?: unknown } | null | undefined)?.id;
  return {
    version,
    query: typeof query === 'string' ? query : null,
    tried: typeof id === 'string' ? { id, ...readTries(tried) } : null,
  };
}

/** What a learner does in one go is told once. */
const RESTS_MS = 400;
/** Where a learner is has rested for so long before a host is asked to keep it. */
const STAYS_MS = 1000;

export class Telling {
  readonly #sim: string;
  readonly #room: Room;
  readonly #asked: () => string | null;
  #tried: State['tried'] = null;
  #known: Run;
  #ended: Run | null = null;
  #resting = 0;
  /** The state that the host has, as text; null while it may yet hand one back, which is not to be lost. */
  #kept: string | null = null;
  #staying = 0;

  /** `asked` names the challenge that is set; null where none is. */
  constructor(main: HTMLElement, room: Room, asked: () => string | null) {
    this.#sim = main.dataset['sim'] ?? '';
    this.#room = room;
    this.#asked = asked;
    this.#known = room.player.run;
    room.listen(() => {
      clearTimeout(this.#resting);
      this.#resting = window.setTimeout(() => this.#look(), RESTS_MS);
      clearTimeout(this.#staying);
      this.#staying = window.setTimeout(() => this.report(), STAYS_MS);
    });
    // Who leaves does not rest. A page that is closed or sent elsewhere may say only one of the two.
    document.addEventListener('visibilitychange', () => document.hidden && this.report());
    addEventListener('pagehide', () => this.report());
    document.addEventListener(ranEvent, () => this.#finish());
    document.addEventListener(triedEvent, (event) => this.#hear((event as CustomEvent<Tried>).detail));
  }

  /** What an earlier visit had come to. */
  recall(tried: Tried): void {
    this.#tried = tried;
  }

  /** What is there now is not the learner's doing. */
  settle(): void {
    this.#known = this.#room.player.run;
  }

  /** From now on the host keeps where the learner is: what it had kept has come, or will not come any more. `isKept`: what is there now needs no keeping. */
  open(isKept: boolean): void {
    this.#kept = isKept ? JSON.stringify(this.#state()) : '';
    this.report();
  }

  /** Has a host that speaks SPLICE keep where the learner is, unless it has. */
  report(): void {
    clearTimeout(this.#staying);
    const score = this.#score();
    // Without a challenge there is nothing to grade, and the protocol has no state without a score. A win is told at
    // once: it cannot make worse what the host has kept.
    if (score === null || (this.#kept === null && score === 0)) return;
    const state = this.#state();
    const text = JSON.stringify(state);
    if (text === this.#kept) return;
    this.#kept = text;
    reportScore(score, state);
  }

  tellState(): void {
    tell({ type: 'daybreak:state', version: 1, sim: this.#sim, score: this.#score(), state: this.#state() });
  }

  #look(): void {
    const { run } = this.#room.player;
    if (run === this.#known) return;
    this.#known = run;
    this.#tell('interacted', this.#room.settings.title);
    this.tellState();
  }

  #finish(): void {
    const { player, settings } = this.#room;
    if (this.#ended === player.run || !player.atEnd) return;
    this.#ended = player.run;
    this.#tell('completed', settings.title, { completion: true });
    this.tellState();
  }

  #hear(tried: Tried): void {
    const { id, won } = tried;
    if (id !== this.#asked()) return;
    this.#tried = tried;
    const success = won !== null;
    const score = this.#score() ?? 0;
    const { say } = this.#room.player.simulation.challenges.find((each) => each.id === id)!;
    this.#tell('answered', say, { success, score: { scaled: score } });
    this.tellState();
    this.report();
  }

  /** 1 when the challenge is won, 0 while it is not; null where none is set. */
  #score(): number | null {
    if (this.#asked() === null) return null;
    return this.#tried !== null && this.#tried.won !== null ? 1 : 0;
  }

  #state(): State {
    // The host keeps more than an address would hold.
    const linked = this.#room.link(-Infinity);
    return { version: 1, query: 'query' in linked ? linked.query : null, tried: this.#tried };
  }

  #tell(verb: Verb, name: string, result?: Statement['result']): void {
    const { address = '' } = this.#room.settings;
    const linked = this.#room.link(address.length);
    const where = `${address}${'query' in linked ? linked.query : ''}`;
    const told = statement(verb, { address: where, name, result, now: new Date() });
    tell({ type: 'daybreak:event', version: 1, sim: this.#sim, statement: told });
    sendEvent(verb, told);
  }
}
