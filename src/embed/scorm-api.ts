/** The SCORM 1.2 run-time API, and where a learning management system (LMS) puts it. */

/** What an LMS offers. Every answer is text by the standard; some give booleans and numbers. */
export interface ScormApi {
  LMSInitialize(none: ''): unknown;
  LMSFinish(none: ''): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(none: ''): unknown;
  LMSGetLastError(): unknown;
  LMSGetErrorString(code: string): unknown;
}

/** The part of a window that is looked at. */
export interface Frame {
  readonly API?: unknown;
  readonly parent?: Frame | null;
  readonly opener?: unknown;
}

/** So many frames up, as the standard's own example looks. */
const MOST_PARENTS = 7;

/** Reads what may belong to somebody else's page: a window of another origin throws. */
function look<Seen>(read: () => Seen): Seen | null {
  try {
    return read() ?? null;
  } catch {
    return null;
  }
}

function isApi(found: unknown): found is ScormApi {
  // An element with the id "API" is a property of its window too.
  return typeof found === 'object' && found !== null && 'LMSInitialize' in found;
}

function upFrom(start: Frame): { api: ScormApi | null; openers: Frame[] } {
  const openers: Frame[] = [];
  let frame: Frame | null = start;
  for (let parents = 0; frame !== null && parents <= MOST_PARENTS; parents += 1) {
    const here: Frame = frame;
    const api = look(() => here.API);
    if (isApi(api)) return { api, openers };
    const opener = look(() => here.opener);
    if (typeof opener === 'object' && opener !== null) openers.push(opener as Frame);
    const parent: Frame | null = look(() => here.parent ?? null);
    frame = parent === here ? null : parent;
  }
  return { api: null, openers };
}

/** The API in this window, in one above it, or in the window that opened one of those; null where there is none. */
export function findApi(start: Frame): ScormApi | null {
  const { api, openers } = upFrom(start);
  return api ?? openers.map((opener) => upFrom(opener).api).find((found) => found !== null) ?? null;
}
