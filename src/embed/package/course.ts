/** Joins what a learner does on the page to the LMS: what it knew is taken up, what is new is sent. */
import { ranEvent, type Ran } from '../../lab/page.ts';
import { findApi, type Frame } from '../scorm-api.ts';
import { plainText } from '../scorm-formats.ts';
import { ScormSession } from '../scorm.ts';
import { readSuspended, writeSuspended } from '../suspend-data.ts';
import type { Book } from './book.ts';
import type { Part } from './parts.ts';
import type { Place } from './place.ts';
import { showProgress, tellCourse, tellOnce } from './telling.ts';

/** An LMS that loads its API late is waited for so long, looked for so often. */
const WAITS_MS = 30_000;
const LOOKS_MS = 500;
/** What is done in quick succession is sent together. */
const SENDS_MS = 400;
/** Longest `cmi.core.lesson_location`. */
const LONGEST_LOCATION = 255;

const lines = {
  waiting: 'Looking for your course.',
  none: 'No course is connected: all of this works, and nothing is recorded.',
  open: 'Your course records what you do here.',
  refused: 'Your course does not record all of this.',
  ended: 'Your course has closed this session: nothing more is recorded.',
} as const;

/** What a part is called in an LMS. */
const nameOf = ({ kind, id }: Part): string => `${kind}-${id}`;

export class Course {
  readonly #book: Book;
  readonly #place: Place;
  #session: ScormSession | null = null;
  #line: keyof typeof lines = 'none';
  #status = '';
  /** What the LMS was last told of each part. */
  readonly #told = new Map<string, string>();
  #sending: ReturnType<typeof setTimeout> | undefined;

  constructor(book: Book, place: Place) {
    this.#book = book;
    this.#place = place;
  }

  /** Whether anything is recorded, in words. */
  get line(): string {
    return lines[this.#line];
  }

  /** Connects, now or once there is an API. What the LMS had kept is taken up at once where it is there at once. */
  begin(): void {
    document.addEventListener(ranEvent, (event) => this.#ran((event as CustomEvent<Ran>).detail.lab));
    for (const type of ['pagehide', 'beforeunload']) addEventListener(type, () => this.#finish());
    // Out of sight may be the last that is heard on a phone.
    document.addEventListener('visibilitychange', () => document.hidden && this.send());
    // A page that comes back from the browser's memory has a session that is over.
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
    if (this.#connect(false)) return;
    const isAlone = window.parent === window && !window.opener;
    this.#say(isAlone ? 'none' : 'waiting');
    if (!isAlone) this.#look();
  }

  /** Something changed: it is sent soon. */
  changed(): void {
    showProgress(this.#book, this.#book.progress());
    clearTimeout(this.#sending);
    this.#sending = setTimeout(() => this.send(), SENDS_MS);
  }

  /** Sends what the LMS does not have yet. */
  send(): void {
    clearTimeout(this.#sending);
    const session = this.#session;
    if (!session) return;
    if (!session.isOpen) {
      if (this.#line === 'ended')
        tellOnce('What you do now is not recorded. Open the lesson again, or download a record.');
      return;
    }
    const { isComplete, score } = this.#book.progress();
    if (score !== null) session.score(score);
    if (isComplete && !/^(completed|passed)$/.test(this.#status)) session.set('cmi.core.lesson_status', 'completed');
    const { text, dropped } = writeSuspended(this.#book.suspended(this.#place.run()));
    session.set('cmi.suspend_data', text);
    if (dropped > 0)
      tellOnce(
        'Your course keeps 4,096 characters of this lesson, and you did more: the last of it will not be back next time.',
      );
    session.set('cmi.core.lesson_location', plainText(this.#place.lab ?? '', LONGEST_LOCATION));
    for (const part of this.#book.parts) {
      const given = this.#book.given(part);
      const id = nameOf(part);
      if (given === null || this.#told.get(id) === JSON.stringify(given)) continue;
      this.#told.set(id, JSON.stringify(given));
      session.interaction({ id, ...given });
    }
    session.commit();
  }

  #ran(lab: string): void {
    if (!this.#place.isByItself && this.#book.run(lab)) this.changed();
  }

  #look(): void {
    const until = Date.now() + WAITS_MS;
    const looking = setInterval(() => {
      const isThere = this.#connect(true);
      if (!isThere && Date.now() < until) return;
      clearInterval(looking);
      if (!isThere) this.#say('none');
    }, LOOKS_MS);
  }

  /** Whether there was an API. */
  #connect(isLate: boolean): boolean {
    const api = findApi(window as unknown as Frame);
    if (!api) return false;
    const session = new ScormSession(api, {
      now: () => new Date(),
      onRefused: (...refused) => this.#refused(...refused),
    });
    const opening = session.open();
    if (!opening) return true;
    this.#session = session;
    this.#status = opening.status;
    this.#say(this.#line === 'refused' ? 'refused' : 'open');
    this.#resume(opening.suspendData, isLate);
    this.changed();
    return true;
  }

  #resume(text: string, isLate: boolean): void {
    if (text === '') return;
    const kept = readSuspended(text);
    if (!kept) {
      tellOnce('What your course had kept of this lesson cannot be read, so you start afresh.');
      return;
    }
    for (const part of this.#book.take(kept)) this.#told.set(nameOf(part), JSON.stringify(this.#book.given(part)));
    if (!isLate) this.#place.resume(kept);
    else
      tellOnce(
        'Your course answered late. What you did here before counts; a part you had begun already shows it next time.',
      );
  }

  #refused(what: string, reason: string): void {
    this.#say('refused');
    const said = reason === '' ? '' : `, saying “${reason}”`;
    tellOnce(
      `Your course did not take all of this (${what}${said}). Go on working: nothing here is lost while the page is open, ` +
        'and at its end you can download a record.',
    );
  }

  #finish(): void {
    if (!this.#session?.isOpen) return;
    this.send();
    this.#session.finish();
    this.#say('ended');
  }

  #say(line: keyof typeof lines): void {
    this.#line = line;
    tellCourse(lines[line]);
  }
}
