/** What a lab says aloud: after each change at rest, and while a run plays at most once a second. */
import type { Frame } from './frame.ts';
import { preference } from './page.ts';

/** What changes quicker than this, under a hand or a held key, is said once. */
const SETTLED_MS = 250;
/** While a run plays, no more than one thing in this time is said. */
const SAID_EVERY_MS = 1000;

/** What the latest event brought, as it happened: one event may bring several facts. What stood there before is not said again. */
function latest({ rows: before }: Frame, { rows }: Frame): string {
  const together = rows.filter(({ timeUs, k }) => timeUs === rows[0]?.timeUs && k === rows[0].k);
  const fresh = together.filter(({ id, say }) => !before.some((row) => row.id === id && row.say === say));
  return (fresh.length > 0 ? fresh : together)
    .map(({ say }) => say)
    .reverse()
    .join(' ');
}

/** What became of the futures: one more, another one shown, something undone or done again. */
function turned(before: Frame, next: Frame): string {
  const isRedone = before.redo !== null && next.undo === before.redo;
  if (next.redo !== before.redo && isRedone) return `Done again: ${next.undo}. `;
  if (next.redo !== before.redo && next.redo !== null) return `Undone: ${next.redo}. `;
  if (next.futures > before.futures) return `Future ${next.letter} begins here; ${before.letter} is kept. `;
  if (next.letter !== before.letter) return `Future ${next.letter}. `;
  // What leaves no line in the log of its own: a new seed, a future let go, a field of the beginning.
  const isNew = next.undo !== null && next.undo !== before.undo && next.redo === null;
  return isNew && next.rows.length <= before.rows.length ? `${next.undo}. ` : '';
}

/** The sentences of one description. */
function sentences(text: string): readonly string[] {
  return text.match(/\S.*?(?:[.?!](?= )|$)/g) ?? [];
}

/**
 * What of the scene is not as it was when it was last told. Of the runs beside this one only what goes otherwise there
 * is said, after their names.
 */
function changes(known: string, description: string): string {
  const [own = '', ...beside] = description.split('\n');
  const [ownBefore = '', ...besideBefore] = known.split('\n');
  const fresh = (now: string, ...said: string[]): string[] => {
    const old = said.flatMap(sentences);
    return sentences(now).filter((sentence) => !old.includes(sentence));
  };
  const told = fresh(own, ownBefore);
  for (let at = 0; at < beside.length; at += 2) {
    const isKnown = besideBefore[at] === beside[at];
    const other = fresh(beside[at + 1]!, own, isKnown ? besideBefore[at + 1]! : '');
    if (other.length > 0) told.push(beside[at]!, ...other);
  }
  return told.join(' ');
}

/**
 * What is worth saying when one frame follows another; null where nothing is. `known` is the scene as it was last told.
 * After an event or an act only what it changed is said of the scene; who goes to another moment, or stops a run, hears
 * all of it.
 */
export function worthSaying(before: Frame, next: Frame, known: string): string | null {
  const [news, old] = [next.rows[0], before.rows[0]];
  const isNew = news !== undefined && (news.id !== old?.id || news.say !== old.say);
  if (next.playing) return before.playing ? (isNew ? latest(before, next) : null) : 'Playing.';
  const turn = turned(before, next);
  const hasMoved = before.playing || next.timeUs !== before.timeUs;
  if (turn === '' && !hasMoved && !isNew && next.description === before.description) return null;
  // An older event would be heard as if it were now.
  const isNow = news !== undefined && news.label === next.label;
  const said = next.onCue ? next.line : isNow && (isNew || before.playing) ? latest(before, next) : '';
  const over = next.timeUs === next.untilUs ? 'The run is over.' : '';
  const isElsewhere = hasMoved && turn === '' && said === '' && over === '';
  const scene = isElsewhere ? next.description : changes(known, next.description);
  const told = [said, over, scene].filter((part) => part !== '').join(' ');
  return turn === '' && told === '' ? null : `${turn}${next.label}. ${told}`.trim();
}

/** Hands on what is worth saying, as often as the reader wants it: with the preference `said` "pauses" or "nothing" only at rest. */
export class Telling {
  private readonly say: (words: string) => void;
  /** The frame before, and the scene as it was last told. */
  private before: Frame;
  private known: string;
  private waiting = 0;
  private saidMs = 0;

  constructor(first: Frame, say: (words: string) => void) {
    this.before = first;
    this.known = first.description;
    this.say = say;
  }

  hear(next: Frame): void {
    const { before } = this;
    this.before = next;
    const isOften = !['pauses', 'nothing'].includes(preference('said') ?? '');
    const isOnTheWay = before.playing && next.playing;
    if (isOnTheWay && (!isOften || Date.now() - this.saidMs < SAID_EVERY_MS)) return;
    const words = worthSaying(before, next, this.known);
    if (words === null) return;
    this.saidMs = Date.now();
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => {
      // While a run plays nothing is said of the scene.
      if (!next.playing) this.known = next.description;
      this.say(words);
    }, SETTLED_MS);
  }
}
