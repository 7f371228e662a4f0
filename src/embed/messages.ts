/** What a host page may say to an embed, and how an embed says what the learner did. A public contract, version 1. */

/** A thing a host asks for. */
export type Command =
  | { does: 'set'; params: URLSearchParams }
  /** To resume is to play on, but not to begin again what has ended. */
  | { does: 'play' | 'resume' | 'pause' | 'restart' | 'getState' }
  | { does: 'seek'; ms: number };

/** More names, or longer values, are nothing a set-up needs. */
const MOST_NAMES = 100;
const LONGEST_VALUE = 4000;

/** What a message asks for; null where it is none of ours, or not well formed. Never throws. */
export function readCommand(data: unknown): Command | null {
  // reveal.js tells the slides it loads when they come and go.
  if (data === 'slide:start') return { does: 'resume' };
  if (data === 'slide:stop') return { does: 'pause' };
  if (typeof data !== 'object' || data === null) return null;
  const { type, params, t } = data as Partial<Record<string, unknown>>;
  switch (type) {
    case 'daybreak:play':
    case 'daybreak:pause':
    case 'daybreak:restart':
    case 'daybreak:getState':
      return { does: type.slice('daybreak:'.length) as 'play' };
    case 'daybreak:seek':
      return typeof t === 'number' && t >= 0 && Number.isFinite(t) ? { does: 'seek', ms: t } : null;
    case 'daybreak:set':
      return readParams(params);
    default:
      return null;
  }
}

/** Whether a message looks as if it were meant for us: then it is counted when it cannot be read. */
export function isForUs(data: unknown): boolean {
  const type = (data as { type?: unknown } | null)?.type;
  return typeof type === 'string' && type.startsWith('daybreak:');
}

function isPlain(given: object): boolean {
  return [Object.prototype, null].includes(Object.getPrototypeOf(given) as object | null);
}

function readParams(given: unknown): Command | null {
  // A list, a map or a date has entries of another kind, or none.
  if (typeof given !== 'object' || given === null || !isPlain(given)) return null;
  const entries = Object.entries(given as Record<string, unknown>);
  if (entries.length > MOST_NAMES) return null;
  const params = new URLSearchParams();
  for (const [name, value] of entries) {
    if (typeof value === 'number' ? !Number.isFinite(value) : !['string', 'boolean'].includes(typeof value))
      return null;
    const text = typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
    if (text.length > LONGEST_VALUE) return null;
    params.set(name, text);
  }
  return { does: 'set', params };
}

/** What the learner did, as an xAPI statement without its actor: the host knows who it is. */
export interface Statement {
  verb: { id: string; display: { 'en-US': string } };
  object: {
    objectType: 'Activity';
    id: string;
    definition: { name: { 'en-US': string }; type: string };
  };
  result?: { completion?: boolean; success?: boolean; score?: { scaled: number } };
  timestamp: string;
}

export type Verb = 'interacted' | 'answered' | 'completed';

/** `address` is where the same run can be seen again, or what was answered. Verbs and types are ADL's registered ones. */
export function statement(
  verb: Verb,
  { address, name, result, now }: { address: string; name: string; result?: Statement['result']; now: Date },
): Statement {
  const type = verb === 'answered' ? 'interaction' : 'simulation';
  return {
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { 'en-US': verb } },
    object: {
      objectType: 'Activity',
      id: address,
      definition: { name: { 'en-US': name }, type: `http://adlnet.gov/expapi/activities/${type}` },
    },
    ...(result && { result }),
    timestamp: now.toISOString(),
  };
}
