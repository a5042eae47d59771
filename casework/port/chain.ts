import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { canonicalEvent, type StoredEvent } from './caseStore.ts';

/** Stands before the first event of a case. */
export const noPreviousHash = '0'.repeat(64);

/** Numbers events and links each to the one before: the hash is SHA-256, in hex, of the previous hash, a line feed and the canonical text. */
export const chainEvents = (
  sha256Hex: (text: string) => string,
  caseId: string,
  last: { readonly sequence: number; readonly hash: string } | undefined,
  events: readonly RecordedEvent[],
): readonly StoredEvent[] => {
  let sequence = last?.sequence ?? 0;
  let previousHash = last?.hash ?? noPreviousHash;
  return events.map((event) => {
    sequence += 1;
    const hash = sha256Hex(`${previousHash}\n${canonicalEvent(event, caseId, sequence)}`);
    const stored: StoredEvent = { ...event, caseId, sequence, previousHash, hash };
    previousHash = hash;
    return stored;
  });
};

/** Number of the first event whose place, link or content is not what the chain says; undefined when all is well. */
export const firstBrokenLink = (
  sha256Hex: (text: string) => string,
  caseId: string,
  events: readonly StoredEvent[],
): number | undefined => {
  const expected = chainEvents(sha256Hex, caseId, undefined, events);
  const index = events.findIndex((e, i) => {
    const x = expected[i];
    return e.sequence !== x?.sequence || e.previousHash !== x.previousHash || e.hash !== x.hash;
  });
  return index < 0 ? undefined : index + 1;
};
