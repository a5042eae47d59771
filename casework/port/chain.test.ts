import { createHash } from 'node:crypto';
import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { noteAdded, physician } from '@openum/testkit/contract/samples.ts';
import { describe, expect, test } from 'vitest';
import type { StoredEvent } from './caseStore.ts';
import { chainEvents, firstBrokenLink, noPreviousHash } from './chain.ts';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const chain = (events: readonly RecordedEvent[]) => chainEvents(sha256Hex, 'c1', undefined, events);
const broken = (events: readonly StoredEvent[], caseId = 'c1') => firstBrokenLink(sha256Hex, caseId, events);

const three = chain([noteAdded('one'), noteAdded('two'), noteAdded('three')]);
const [one, two, three3] = three as [StoredEvent, StoredEvent, StoredEvent];
const changed = (change: object): readonly StoredEvent[] => [one, { ...two, ...change } as StoredEvent, three3];

describe('the chain of a case', () => {
  test('starts from nothing and links each event to the one before', () => {
    expect(three.map((e) => e.sequence)).toEqual([1, 2, 3]);
    expect(one.previousHash).toBe(noPreviousHash);
    expect(two.previousHash).toBe(one.hash);
    expect(broken(three)).toBeUndefined();
    expect(broken([])).toBeUndefined();
  });

  test('goes on from the last event as if all had come at once', () => {
    expect([one, ...chainEvents(sha256Hex, 'c1', one, [noteAdded('two'), noteAdded('three')])]).toEqual(three);
  });

  test.each([
    ['its text', { data: { noteId: 'note-1', text: 'TWO' } }],
    ['its author', { actor: physician }],
    ['on whose behalf it was', { onBehalfOf: 'Somebody' }],
    ['when it happened', { occurredAt: '2026-11-20T15:00:00.001Z' }],
    ['when it was written down', { recordedAt: '2026-11-20T15:00:00.008Z' }],
    ['its type', { type: 'Voided' }],
    ['its number', { sequence: 4 }],
    ['its hash', { hash: 'f'.repeat(64) }],
    ['its link', { previousHash: 'f'.repeat(64) }],
  ])('shows an event of which somebody changed %s', (_, change) => {
    expect(broken(changed(change))).toBe(2);
  });

  test('shows an event that was taken out, put elsewhere or moved to another case', () => {
    expect(broken([one, three3])).toBe(2);
    expect(broken([two, one, three3])).toBe(1);
    expect(broken(three, 'c2')).toBe(1);
  });

  test('does not depend on the order of names in the data', () => {
    const turned = changed({ data: { text: 'two', noteId: 'note-1' } });
    expect(broken(turned)).toBeUndefined();
  });
});
