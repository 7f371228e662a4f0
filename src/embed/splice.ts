/**
 * SPLICE, the protocol by which a page in a frame becomes gradeable: https://cssplice.org/slcp/iframe-protocol-specification.html
 * A host that does not speak it never answers, and nothing waits for it.
 */
import { tell } from './host.ts';

/** After so long an answer would come too late: the learner has begun. */
const ANSWER_MS = 15_000;

let count = 0;
function newId(): string {
  count += 1;
  return `daybreak-${Date.now().toString(36)}-${count}`;
}

/** What the host kept of this learner's last visit; null where it kept nothing, or did not answer in 15 seconds. */
export function askState(): Promise<unknown> {
  if (parent === window) return Promise.resolve(null);
  const id = newId();
  return new Promise((answer) => {
    const end = (state: unknown): void => {
      removeEventListener('message', listen);
      clearTimeout(waiting);
      answer(state ?? null);
    };
    const listen = ({ source, data }: MessageEvent): void => {
      if (source !== parent || typeof data !== 'object' || data === null) return;
      const { subject, message_id, state } = data as Partial<Record<string, unknown>>;
      if (subject === 'SPLICE.getState.response' && message_id === id) end(state);
    };
    const waiting = setTimeout(() => end(null), ANSWER_MS);
    addEventListener('message', listen);
    tell({ subject: 'SPLICE.getState', message_id: id });
  });
}

/** `score` is from 0 to 1; `state` is handed back at the next visit. */
export function reportScore(score: number, state: unknown): void {
  tell({ subject: 'SPLICE.reportScoreAndState', message_id: newId(), score, state });
}

/** Something that happened, for a host that logs. */
export function sendEvent(name: string, data: unknown): void {
  tell({ subject: 'SPLICE.sendEvent', message_id: newId(), name, data });
}
