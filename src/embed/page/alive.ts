/** An embed that is alive: its lab set up as the address says, doing what its host asks, telling what the learner does. */
import type { AnySimulation } from '../../engine/fields.ts';
import type { Run } from '../../engine/simulation.ts';
import { reach } from '../../lab/page.ts';
import { pack, unpack } from '../../lab/packing.ts';
import type { Room } from '../../lab/room.ts';
import type { LabSettings } from '../../lab/settings.ts';
import { challenge as takeUp, type TakenUp } from '../../lesson/challenging.ts';
import { makeLab } from '../../lesson/making.ts';
import { learner } from '../../learner/store.ts';
import type { Command } from '../messages.ts';
import { readSetUp, type SetUp } from '../set-up.ts';
import { begin } from './beginning.ts';
import type { Offer } from './labs.ts';
import { dress } from './look.ts';
import { showLocks, showNotices } from './said.ts';
import { readState, Telling, type State } from './telling.ts';

const models = import.meta.glob<{ simulation: AnySimulation }>('/src/sims/*/index.ts');

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
  #challenge: { id: string; card: TakenUp } | null = null;

  constructor(main: HTMLElement, room: Room, setUp: SetUp) {
    this.#main = main;
    this.#room = room;
    this.#setUp = setUp;
    this.#given = room.player.run;
    this.#isPlayed = setUp.plays;
    this.#telling = new Telling(main, room, () => setUp.challenge);
  }

  /** Sets the lab up; it is not the learner's doing. */
  begin(): void {
    const { player } = this.#room;
    begin(player, this.#setUp);
    this.#given = player.run;
    this.#ask();
    if (this.#setUp.plays) player.play();
    this.#telling.settle();
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

  /** Goes on where the learner was at an earlier visit, unless they have begun anew. */
  restore(given: unknown): void {
    const { player } = this.#room;
    const state = readState(given);
    const isUntouched = player.run === this.#given && (!player.playing || this.#isPlayed);
    if (!state || !isUntouched) return;
    this.#restoreTries(state);
    if (state.query !== null) {
      const { run, moment } = readSetUp(player.simulation, new URLSearchParams(state.query), player.run.scenario);
      player.open(run, moment ?? undefined, 'Go on where you were');
    }
    this.#telling.settle();
  }

  #restoreTries({ tried }: State): void {
    if (!tried || tried.id !== this.#challenge?.id) return;
    const { id, tries, won } = tried;
    learner.keep('challenge', this.#main.dataset['lesson'] ?? '', id, { lab: this.#main.dataset['sim'], tries, won });
    this.#challenge.card.recall();
    this.#telling.recall(tried);
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
    showNotices(this.#main.querySelector('[data-said]')!, next.notices);
    if ([...params.keys()].some((name) => !looks.includes(name))) {
      player.open(next.run, next.moment ?? undefined, 'Set by the page around');
      this.#given = player.run;
      player.compare(Object.keys(next.vs).length > 0 ? [{ vs: next.vs }] : []);
    }
    if (params.get('run') === '1') this.#play();
  }

  #play(): void {
    const { player } = this.#room;
    if (player.playing) return;
    player.play();
    this.#isPlayed = true;
  }

  /** Shows the challenge that is set, and follows it. */
  #ask(): void {
    const { challenge: id } = this.#setUp;
    const section = id === null ? null : this.#main.querySelector<HTMLElement>(`[data-challenge="${id}"]`);
    if (!section || id === null) return;
    section.hidden = false;
    const card = takeUp(section, this.#main.dataset['lesson'] ?? '', id);
    this.#challenge = { id, card };
    void card.enter();
  }
}

/** Makes the lab of the page, as its address says. */
export async function bringAlive(main: HTMLElement): Promise<Alive> {
  const { sim = '', scenario = '', offers = '' } = main.dataset;
  const { simulation } = await models[`/src/sims/${sim}/index.ts`]!();
  const setUp = readSetUp(simulation, new URLSearchParams(location.search), scenario);
  dress(setUp);
  const { run, locked } = setUp;
  const offer = (unpack(offers) as Record<string, Offer>)[run.scenario]!;
  const settings: LabSettings = { id: sim, ...offer, scenario: run.scenario, changed: run.changed, vs: [], locked };
  main.querySelector('.lab-head h2')!.textContent = offer.title;
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
  const alive = new Alive(main, room, setUp);
  alive.begin();
  return alive;
}
