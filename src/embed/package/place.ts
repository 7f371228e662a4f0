/** Where a learner is: the lab they work in, and the run they made there. */
import { reach } from '../../lab/page.ts';
import type { Room } from '../../lab/room.ts';
import { begin } from '../page/beginning.ts';
import type { Suspended } from '../suspend-data.ts';
import type { Only } from './only.ts';

/** A run, as a lab opens it. */
interface Opened {
  lab: string;
  /** Of a run link. */
  query: string;
}

export class Place {
  /** The lab that was used last. */
  lab: string | null = null;
  /** A run is being put back or set up. */
  #isSettingUp = false;
  /** A run began to play by itself, and no hand has come yet. */
  #playsByItself = false;
  #left: Opened | null = null;
  readonly #rooms = new Map<string, Room>();
  readonly #moved: () => void;

  /** `moved` is called when the learner's run has changed, and rests. */
  constructor(moved: () => void) {
    this.#moved = moved;
  }

  /** What goes on in the lab is nobody's doing. */
  get isByItself(): boolean {
    return this.#isSettingUp || this.#playsByItself;
  }

  /** Follows the hand from lab to lab. */
  watch(article: HTMLElement): void {
    for (const type of ['pointerdown', 'keydown']) {
      article.addEventListener(type, ({ target }) => {
        const lab = (target as Element).closest<HTMLElement>('[data-lab]')?.dataset['lab'];
        if (lab === undefined) return;
        this.#playsByItself = false;
        void this.#enter(lab);
      });
    }
  }

  /** The link of the run the learner is at; null where there is none, or it is too long for one. */
  run(): string | null {
    const linked = this.#rooms.get(this.lab ?? '')?.link();
    return linked && 'query' in linked ? linked.query : null;
  }

  /** Where the learner was: it is put back once the labs are there. */
  resume({ run }: Suspended): void {
    const lab = new URLSearchParams(run ?? '').get('lab');
    if (run !== null && lab !== null) this.#left = { lab, query: run };
  }

  /** The labs are there: one is set up, if that was asked for, and what was left is opened. */
  async arrive(only: Only | null): Promise<void> {
    if (only) await this.#setUp(only);
    if (this.#left) await this.#open(this.#left);
    // Who left it goes on by hand, where there is something to play it with.
    if (only?.setUp.plays && !(this.#left && only.canPlay)) await this.#play(only);
  }

  async #setUp({ lab, setUp }: Only): Promise<void> {
    const { player } = await this.#enter(lab);
    this.#isSettingUp = true;
    begin(player, setUp);
    this.#isSettingUp = false;
  }

  async #play({ lab }: Only): Promise<void> {
    const { player } = await this.#enter(lab);
    this.#playsByItself = true;
    player.play();
  }

  /** Opens a run in a lab of the page, as its beginning. */
  async #open({ lab, query }: Opened): Promise<void> {
    if (!document.getElementById(lab)) return;
    const found = await reach(lab);
    await this.#enter(lab);
    this.#isSettingUp = true;
    await found.follow(query).finally(() => (this.#isSettingUp = false));
  }

  async #enter(lab: string): Promise<Room> {
    this.lab = lab;
    const known = this.#rooms.get(lab);
    if (known) return known;
    const room = await (await reach(lab)).enter();
    this.#rooms.set(lab, room);
    room.listen(({ playing }) => playing || this.#moved());
    return room;
  }
}
