/**
 * What a stateful firewall remembers of a connection, and which packets it lets through for that.
 *
 * It passes a packet only as the next one of a connection whose every packet so far it has seen (strict mode, as
 * `nf_conntrack_tcp_loose=0` of Linux with invalid packets dropped). Left out: entries that expire, sequence numbers.
 */

/** Nothing; a connection was asked for; both sides agreed. */
export type Table = 'nothing' | 'asked' | 'open';
/** The request for a connection, the answer to it, and everything after. */
export type Packet = 'SYN' | 'SYN-ACK' | 'data';

/** What the table becomes when the packet is let through; null when it is dropped. */
export function pass(table: Table, packet: Packet): Table | null {
  if (packet === 'SYN') return table === 'open' ? 'open' : 'asked';
  if (packet === 'SYN-ACK') return table === 'nothing' ? null : 'open';
  return table === 'open' ? 'open' : null;
}
