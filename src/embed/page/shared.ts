/**
 * The link that a learner of an embed shares: the address of the embed as it is, with all that is set up and locked
 * in it, and behind its '#' the learner's run as a run link has it. So whoever opens it can begin as the instructor meant.
 */

/** What such a link begins with, up to the run. */
export function sharedFrom({ origin, pathname, search }: Location): string {
  return `${origin}${pathname}${search}#`;
}

/** The run that the address of this page brings; null where it brings none. WordPress keeps its secret there as well. */
export function sharedRun({ hash }: Location): URLSearchParams | null {
  const params = new URLSearchParams(hash.replace(/^#\??/, ''));
  params.delete('secret');
  return params.has('scenario') ? params : null;
}
