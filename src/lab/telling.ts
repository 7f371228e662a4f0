/** What a lab says aloud: after each change at rest, and while a run plays at most once a second. */
import type { Frame } from './frame.ts';
import { preference } from './page.ts';

/** What changes quicker than this, under a hand or a held key, is said once. */
const SETTLED_MS = 250;
/** While a run plays, no more than one thing in this time is said. */
const SAID_EVERY_MS = 1000;

/** What the latest event brought, as it happened: one event may bring several facts. */
function latest(rows: Frame['rows']): string {
  return rows
    .filter(({ timeUs, k }) => timeUs === rows[0]?.timeUs && k === rows[0].k)
    .map(({ say }) => say)
    .reverse()
    .join(' ');
}

/** What is worth saying when one frame follows another; null where nothing is. */
export function worthSaying(before: Frame, next: Frame): string | null {
  const [news, known] = [next.rows[0], before.rows[0]];
  const isNew = news !== undefined && (news.id !== known?.id || news.say !== known.say);
  if (next.playing) return before.playing ? (isNew ? latest(next.rows) : null) : 'Playing.';
  const isSame = !before.playing && !isNew && next.timeUs === before.timeUs && next.description === before.description;
  if (isSame) return null;
  const said = next.onCue ? next.line : isNew || before.playing ? latest(next.rows) : '';
  const over = next.timeUs === next.untilUs ? 'The run is over. ' : '';
  return `${next.label}. ${said} ${over}${next.description}`;
}

/** Hands on what is worth saying, as often as the reader wants it: preference `said`, "pauses" or "nothing". */
export class Telling {
  private readonly say: (words: string) => void;
  private waiting = 0;
  private saidMs = 0;

  constructor(say: (words: string) => void) {
    this.say = say;
  }

  hear(before: Frame, next: Frame): void {
    const wanted = preference('said');
    if (wanted === 'nothing') return;
    const isOnTheWay = before.playing && next.playing;
    if (isOnTheWay && (wanted === 'pauses' || Date.now() - this.saidMs < SAID_EVERY_MS)) return;
    const words = worthSaying(before, next);
    if (words === null) return;
    this.saidMs = Date.now();
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.say(words), SETTLED_MS);
  }
}
