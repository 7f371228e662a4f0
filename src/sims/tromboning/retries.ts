/** When a packet that is not answered is sent again, and when its sender stops. Milliseconds after it was first sent. */

/**
 * Linux doubles from 1 s and stops after six retries (tcp_syn_retries, tcp(7)): 1, 3, 7, 15, 31, 63, and 127 s in all.
 * From 6.5 on five retries come a second apart first (tcp_syn_linear_timeouts), and it ends at 131 s; other systems differ.
 */
export const SYN_RETRIES = 6;
const SYN_TIMEOUT_MS = 1000;

/** Linux's least retransmission timeout (TCP_RTO_MIN). */
const DATA_TIMEOUT_MS = 200;
/** How long Bob's program waits on an open connection before it says so. Allowance: 30 s is a common default. */
export const PATIENCE_MS = 30_000;

/** When to act after `retries` packets were sent again, and whether that is the end. */
export function timeoutAfter(retries: number, connected: boolean): { afterMs: number; isLast: boolean } {
  const firstMs = connected ? DATA_TIMEOUT_MS : SYN_TIMEOUT_MS;
  const afterMs = firstMs * (2 ** (retries + 1) - 1);
  if (!connected) return { afterMs, isLast: retries === SYN_RETRIES };
  return { afterMs: Math.min(afterMs, PATIENCE_MS), isLast: afterMs >= PATIENCE_MS };
}
