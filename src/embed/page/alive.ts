/** An embed that is alive: its lab set up as the address says, doing what its host asks, telling what the learner does. */
import type { Run } from '../../engine/simulation.ts';
import { reach } from '../../lab/page.ts';
import { pack, unpack } from '../../lab/packing.ts';
import type { Room } from '../../lab/room.ts';
import type { LabSettings } from '../../lab/settings.ts';
import { loadModel, makeLab } from '../../lesson/making.ts';
import type { Command } from '../messages.ts';
import { readSetUp, type SetUp } from '../set-up.ts';
import type { Asked } from './asked.ts';
import { begin } from './beginning.ts';
import type { Offer } from './labs.ts';
import { dress } from './look.ts';
import { showLocks, showNotices } from './said.ts';
import { sharedFrom, sharedRun } from './shared.ts';
import { readState, Telling } from './telling.ts';

/** What is only about how it looks: a host may change it without another run. */
const looks: readonly string[] = ['theme', 'motion', 'speed', 'controls', 'show', 'hide', 'lock', 'run'];

export class Alive {
  readonly #main: HTMLElement;
  readonly #room: Room;
  readonly #telling: Telling;
  #setUp: SetUp;
  /** The run as the address or the host has set it. */
  #given: Run;
  /** The address or the host has let it play: not the learner. */
  #isPlayed: boolean;
  readonly #asked: Asked | null;

  constructor(main: HTMLElement, room: Room, setUp: SetUp, asked: Asked | null) {
    this.#main = main;
    this.#room = room;
    this.#setUp = setUp;
    this.#asked = asked;
    this.#given = room.player.run;
    this.#isPlayed = setUp.plays;
    this.#telling = new Telling(main, room, () => setUp.challenge);
  }

  /** Sets the lab up; it is not the learner's doing. */
  begin(): void {
    const { player } = this.#room;
    begin(player, this.#setUp);
    if (this.#setUp.plays) player.play();
    this.follow();
    this.#given = player.run;
    this.#telling.settle();
  }

  /** Opens the run of a shared link, where the address has one. */
  follow(): void {
    const shared = sharedRun(location);
    if (shared) this.#notice([...this.#setUp.notices, ...this.#room.follow(shared.toString())]);
  }

  /** Does what the host asks; what is locked stays locked. */
  obey(command: Command): void {
    const { player } = this.#room;
    switch (command.does) {
      case 'play':
        this.#play();
        break;
      case 'resume':
        if (!player.atEnd) this.#play();
        break;
      case 'pause':
        player.pause();
        break;
      case 'restart':
        player.restart();
        break;
      case 'seek':
        player.seek({ timeUs: Math.round(command.ms * 1000) });
        break;
      case 'getState':
        this.#telling.tellState();
        break;
      case 'set':
        this.#set(command.params);
    }
    this.#telling.settle();
  }

  /** Goes on where the learner was at an earlier visit, unless they have begun anew; `given` is null where nothing was kept. */
  restore(given: unknown): void {
    const { player } = this.#room;
    const state = readState(given);
    const isUntouched = player.run === this.#given && (!player.playing || this.#isPlayed);
    const tried = state?.tried && this.#asked?.restore(state.tried);
    if (tried) this.#telling.recall(tried);
    if (state && state.query !== null && isUntouched) {
      const { run, moment } = readSetUp(player.simulation, new URLSearchParams(state.query), player.run.scenario);
      player.open(run, moment ?? undefined, 'Go on where you were');
    }
    if (isUntouched) this.#telling.settle();
    this.#telling.open(isUntouched);
  }

  #set(params: URLSearchParams): void {
    const { player } = this.#room;
    const next = readSetUp(player.simulation, params, player.run.scenario);
    const before = this.#setUp;
    const has = (...names: string[]): boolean => names.some((name) => params.has(name));
    // What a host does not name stays, and so does what the address has locked.
    this.#setUp = {
      ...before,
      ...(has('theme') && { theme: next.theme }),
      ...(has('motion') && { motion: next.motion }),
      ...(has('speed') && { speed: next.speed }),
      ...(has('controls') && { controls: next.controls }),
      ...(has('show', 'hide') && { hidden: next.hidden }),
    };
    dress(this.#setUp);
    this.#notice(next.notices);
    if ([...params.keys()].some((name) => !looks.includes(name))) {
      begin(player, { ...next, locked: before.locked });
      this.#given = player.run;
    }
    if (params.get('run') === '1') this.#play();
  }

  #play(): void {
    const { player } = this.#room;
    if (player.playing) return;
    player.play();
    this.#isPlayed = true;
  }

  #notice(notices: readonly string[]): void {
    showNotices(this.#main.querySelector('[data-said]')!, notices);
  }
}

/** Makes the lab of the page, as its address says; `kept` is what the host has of an earlier visit. */
export async function bringAlive(main: HTMLElement, kept: Promise<unknown>): Promise<Alive> {
  const { sim = '', scenario = '', offers = '' } = main.dataset;
  const simulation = await loadModel(sim);
  const setUp = readSetUp(simulation, new URLSearchParams(location.search), scenario);
  const { run, locked } = setUp;
  const asking = setUp.challenge === null ? null : import('./asked.ts');
  dress(setUp);
  const offer = (unpack(offers) as Record<string, Offer>)[run.scenario]!;
  const { scenario: shown, changed } = run;
  const settings: LabSettings = {
    id: sim,
    ...offer,
    scenario: shown,
    changed,
    vs: [],
    locked,
    address: sharedFrom(location),
  };
  main.querySelector('.lab-head h2')!.textContent = offer.title;
  // Once there is a lab nothing is waited for: what a hand does in it comes after it is set up and locked.
  const asked = asking && (await asking);
  const place = main.querySelector<HTMLElement>('[data-makes]');
  if (place) {
    const hadFocus = place.contains(document.activeElement);
    place.dataset['settings'] = pack(settings);
    await makeLab(place);
    if (hadFocus) main.querySelector<HTMLElement>('.stage')?.focus({ preventScroll: true });
  }
  const room = await (await reach(sim)).enter();
  delete document.documentElement.dataset['linked'];
  showNotices(main.querySelector('[data-said]')!, setUp.notices);
  showLocks(main.querySelector('[data-set-by]')!, simulation, setUp, location.pathname);
  const { challenge } = setUp;
  const alive = new Alive(main, room, setUp, asked && challenge !== null ? asked.ask(main, challenge) : null);
  alive.begin();
  void kept.then((state) => alive.restore(state));
  return alive;
}
