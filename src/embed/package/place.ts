/** Where a learner is: the lab they work in, and the run they made there. */
import { reach } from '../../lab/page.ts';
import type { Room } from '../../lab/room.ts';
import type { Suspended } from '../suspend-data.ts';

/** A run, as a lab opens it. */
export interface Opened {
  lab: string;
  /** Of a run link, or of a set-up. */
  query: string;
}

export class Place {
  /** The lab that was used last. */
  lab: string | null = null;
  /** A run is being put back or set up: that it is there is nobody's doing. */
  isSettingUp = false;
  #left: Opened | null = null;
  readonly #rooms = new Map<string, Room>();
  readonly #moved: () => void;

  /** `moved` is called when the learner's run has changed, and rests. */
  constructor(moved: () => void) {
    this.#moved = moved;
  }

  /** Follows the hand from lab to lab. */
  watch(article: HTMLElement): void {
    for (const type of ['pointerdown', 'keydown']) {
      article.addEventListener(type, ({ target }) => {
        const lab = (target as Element).closest<HTMLElement>('[data-lab]')?.dataset['lab'];
        if (lab !== undefined) void this.#enter(lab);
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

  /** The labs are there: what was left is opened, or else what is set up. */
  async arrive(setUp: Opened | null): Promise<void> {
    const opened = this.#left ?? setUp;
    if (opened) await this.#open(opened);
  }

  /** Opens a run in a lab of the page, as its beginning. */
  async #open({ lab, query }: Opened): Promise<void> {
    if (!document.getElementById(lab)) return;
    const found = await reach(lab);
    await this.#enter(lab);
    this.isSettingUp = true;
    await found.follow(query).finally(() => (this.isSettingUp = false));
  }

  async #enter(lab: string): Promise<void> {
    this.lab = lab;
    if (this.#rooms.has(lab)) return;
    const room = await (await reach(lab)).enter();
    this.#rooms.set(lab, room);
    room.listen(({ playing }) => playing || this.#moved());
  }
}
