/**
 * One session of a learner with a learning management system, by SCORM 1.2.
 *
 * Nothing here throws: an LMS may be slow, wrong or broken, and the learner goes on all the same. What it did not
 * take is told to `onRefused`, once in a session; what it need not have (error 401) is no refusal.
 */
import { plainText, timeOfDay, timespan } from './scorm-formats.ts';
import type { ScormApi } from './scorm-api.ts';

/** Something a learner did that is right or wrong. */
export interface Interaction {
  id: string;
  type: 'choice' | 'numeric' | 'performance';
  response: string;
  isRight: boolean;
}

/** What an LMS says at the start. */
export interface Opening {
  status: string;
  suspendData: string;
}

export interface SessionOptions {
  /** Wall clock. */
  now: () => Date;
  /** Hears the first thing the LMS did not take or do, in the LMS's own words where it has some. */
  onRefused: (what: string, reason: string) => void;
}

const NOT_IMPLEMENTED = '401';
/** Longest text in most elements. */
const LONGEST = 255;

export class ScormSession {
  readonly #api: ScormApi;
  readonly #options: SessionOptions;
  readonly #began: number;
  readonly #sent = new Map<string, string>();
  #interactions: number | null = null;
  #isDirty = false;
  #isOpen = false;
  #saidRefused = false;

  constructor(api: ScormApi, options: SessionOptions) {
    this.#api = api;
    this.#options = options;
    this.#began = options.now().getTime();
  }

  /** Whether the LMS takes anything: begun, and not finished. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Begins the session; null where the LMS does not. Then nothing else does anything. */
  open(): Opening | null {
    if (this.#ask(() => this.#api.LMSInitialize('')) !== 'true') {
      this.#refuse('to begin');
      return null;
    }
    this.#isOpen = true;
    const status = this.#get('cmi.core.lesson_status');
    const suspendData = this.#get('cmi.suspend_data');
    // So that a value the LMS has already is not sent again.
    this.#sent.set('cmi.core.lesson_status', status).set('cmi.suspend_data', suspendData);
    if (status === '' || status === 'not attempted') this.set('cmi.core.lesson_status', 'incomplete');
    const interactions = this.#get('cmi.interactions._count');
    this.#interactions = /^\d+$/.test(interactions) ? Number(interactions) : null;
    return { status, suspendData };
  }

  /** Sends a value, unless the LMS has it. */
  set(element: string, value: string): void {
    if (!this.#isOpen || this.#sent.get(element) === value) return;
    if (this.#ask(() => this.#api.LMSSetValue(element, value)) === 'true') {
      this.#sent.set(element, value);
      this.#isDirty = true;
    } else if (this.#ask(() => this.#api.LMSGetLastError()) !== NOT_IMPLEMENTED) this.#refuse(element);
  }

  /** From 0 to 100. */
  score(raw: number): void {
    this.set('cmi.core.score.min', '0');
    this.set('cmi.core.score.max', '100');
    this.set('cmi.core.score.raw', String(raw));
  }

  /** Tells what the learner did; an LMS without interactions hears nothing of it. */
  interaction({ id, type, response, isRight }: Interaction): void {
    if (this.#interactions === null) return;
    const at = `cmi.interactions.${this.#interactions}`;
    this.#interactions += 1;
    this.set(`${at}.id`, plainText(id, LONGEST));
    this.set(`${at}.type`, type);
    this.set(`${at}.time`, timeOfDay(this.#options.now()));
    this.set(`${at}.student_response`, plainText(response, LONGEST));
    this.set(`${at}.result`, isRight ? 'correct' : 'wrong');
  }

  /** Has the LMS write down what it was sent. */
  commit(): void {
    if (!this.#isOpen || !this.#isDirty) return;
    if (this.#ask(() => this.#api.LMSCommit('')) === 'true') this.#isDirty = false;
    else this.#refuse('to save');
  }

  /** Ends the session, once. The next one finds what was kept. */
  finish(): void {
    if (!this.#isOpen) return;
    this.set('cmi.core.session_time', timespan(this.#options.now().getTime() - this.#began));
    this.set('cmi.core.exit', 'suspend');
    this.commit();
    this.#isOpen = false;
    this.#ask(() => this.#api.LMSFinish(''));
  }

  #get(element: string): string {
    const value = this.#ask(() => this.#api.LMSGetValue(element));
    return value === 'undefined' || value === 'null' ? '' : value;
  }

  /** An answer of the LMS as text; '' where it threw. */
  #ask(call: () => unknown): string {
    try {
      return String(call());
    } catch {
      return '';
    }
  }

  #refuse(what: string): void {
    if (this.#saidRefused) return;
    this.#saidRefused = true;
    const code = this.#ask(() => this.#api.LMSGetLastError());
    const said = code === '' || code === '0' ? '' : this.#ask(() => this.#api.LMSGetErrorString(code));
    this.#options.onRefused(what, plainText(said, LONGEST));
  }
}
