import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { canonicalEvent, type Loggable, type StoredEvent } from './caseStore.ts';

/** Stands before the first event of a log. */
export const noPreviousHash = '0'.repeat(64);

/** Where an event stands in its log. `sequence` is 1 for the first one, without gaps. */
export type Link = { readonly sequence: number; readonly previousHash: string; readonly hash: string };

/** Numbers events and links each to the one before: the hash is SHA-256, in hex, of the previous hash, a line feed and the canonical text. */
export const linkEvents = <E extends Loggable>(
  sha256Hex: (text: string) => string,
  logId: string,
  last: Pick<Link, 'sequence' | 'hash'> | undefined,
  events: readonly E[],
): readonly (E & Link)[] => {
  let sequence = last?.sequence ?? 0;
  let previousHash = last?.hash ?? noPreviousHash;
  return events.map((event) => {
    sequence += 1;
    const hash = sha256Hex(`${previousHash}\n${canonicalEvent(event, logId, sequence)}`);
    const linked = { ...event, sequence, previousHash, hash };
    previousHash = hash;
    return linked;
  });
};

export const chainEvents = (
  sha256Hex: (text: string) => string,
  caseId: string,
  last: Pick<Link, 'sequence' | 'hash'> | undefined,
  events: readonly RecordedEvent[],
): readonly StoredEvent[] => linkEvents(sha256Hex, caseId, last, events).map((e) => ({ ...e, caseId }));

/** Number of the first event whose place, link or content is not what the chain says; undefined when all is well. */
export const firstBrokenLink = (
  sha256Hex: (text: string) => string,
  logId: string,
  events: readonly (Loggable & Link)[],
): number | undefined => {
  const expected = linkEvents(sha256Hex, logId, undefined, events);
  const index = events.findIndex((e, i) => {
    const x = expected[i];
    return e.sequence !== x?.sequence || e.previousHash !== x.previousHash || e.hash !== x.hash;
  });
  return index < 0 ? undefined : index + 1;
};
