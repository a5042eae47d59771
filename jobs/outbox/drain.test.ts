import type { OutboxEntry } from '@openum/casework/port/outbox.ts';
import { addElapsed, type Instant, instant, millisecondsBetween } from '@openum/domain/time/instant.ts';
import { at, caseOf, caseRow } from '@openum/testkit/contract/samples.ts';
import { memoryStore } from '@openum/testkit/memory/store.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { drainOutbox, type Handled } from './drain.ts';

const changed = at('2026-11-20T14:00:00.000Z');
const scope = { tenantId: 'tenant-1' };
let store: ReturnType<typeof memoryStore>;
let now: Instant;

const enqueue = async (...caseIds: string[]): Promise<void> => {
  for (const caseId of caseIds) {
    const append = caseOf(caseRow(caseId, { changedAt: changed }));
    await store.cases.append(scope, { ...append, outbox: [{ outboxId: `o-${caseId}`, topic: 'notices.due', caseId }] });
  }
};

const nothing = async (): Promise<undefined> => undefined;
const none = {
  'physician.due': nothing,
  'letters.send': nothing,
  'documents.read': nothing,
  'episodeDocuments.read': nothing,
};

/** Handles with `handle`, and keeps what was tried when, and what failed. */
const worker = (handle: (entry: OutboxEntry) => Promise<Handled>) => {
  const tried: { readonly caseId: string; readonly at: Instant }[] = [];
  const failures: unknown[] = [];
  const turn = (): Promise<number> =>
    drainOutbox(
      store.outbox,
      {
        ...none,
        'notices.due': async (entry) => {
          tried.push({ caseId: entry.caseId, at: now });
          return handle(entry);
        },
      },
      () => now,
      (_entry, error) => failures.push(error),
    );
  return { tried, failures, turn };
};
const failing = async (): Promise<undefined> => {
  throw new TypeError('member Ana Núñez');
};

beforeEach(() => {
  store = memoryStore();
  now = changed;
});

describe('one turn of the outbox', () => {
  test('does what is due once, and then there is nothing left', async () => {
    await enqueue('c-1', 'c-2');
    const { turn, tried } = worker(nothing);
    expect([await turn(), await turn()]).toEqual([2, 0]);
    expect(tried.map((t) => t.caseId)).toEqual(['c-1', 'c-2']);
  });

  test('takes at most ten entries, so that several workers share a long list', async () => {
    await enqueue(...Array.from({ length: 23 }, (_, i) => `c-${String(i).padStart(2, '0')}`));
    const { turn } = worker(nothing);
    expect([await turn(), await turn(), await turn(), await turn()]).toEqual([10, 10, 3, 0]);
  });

  test('goes on with the others when one fails', async () => {
    await enqueue('c-1', 'c-2', 'c-3');
    const { turn, tried, failures } = worker(async (e) => (e.caseId === 'c-2' ? failing() : undefined));
    await turn();
    expect(tried.map((t) => t.caseId)).toEqual(['c-1', 'c-2', 'c-3']);
    expect(failures).toHaveLength(1);
    now = addElapsed(now, { hours: 2 });
    await turn();
    expect(tried.map((t) => t.caseId)).toEqual(['c-1', 'c-2', 'c-3', 'c-2']);
  });
});

describe('an entry that does a piece of its work', () => {
  test('goes on at the moment that it names, and the others do not wait for it', async () => {
    await enqueue('c-1', 'c-2');
    let pieces = 0;
    const { turn, tried, failures } = worker(async (e) =>
      e.caseId === 'c-1' && ++pieces < 3 ? { againAt: addElapsed(now, { seconds: 5 }) } : undefined,
    );
    expect(await turn()).toBe(2);
    expect(await turn()).toBe(0);
    for (let i = 0; i < 2; i++) {
      now = addElapsed(now, { seconds: 5 });
      expect(await turn()).toBe(1);
    }
    now = addElapsed(now, { hours: 2 });
    expect(await turn()).toBe(0);
    expect(tried.map((t) => t.caseId)).toEqual(['c-1', 'c-2', 'c-1', 'c-1']);
    expect(failures).toEqual([]);
  });
});

describe('an entry that fails', () => {
  /** Second by second until it is tried for the nth time. */
  const waits = async (times: number): Promise<number[]> => {
    await enqueue('c-1');
    const { turn, tried } = worker(failing);
    const step = times > 10 ? 60 : 1;
    while (tried.length < times) {
      await turn();
      now = addElapsed(now, { seconds: step });
    }
    return tried.slice(1).map((t, i) => millisecondsBetween(tried[i]!.at, t.at) / 1000);
  };

  test('is tried again after 2, 4, 8 ... seconds', async () => {
    expect(await waits(6)).toEqual([2, 4, 8, 16, 32]);
  });

  test('waits an hour at most, and is never given up', async () => {
    expect((await waits(30)).slice(-12)).toEqual(Array.from({ length: 12 }, () => 3600));
  });

  test('is done in the end, once its cause is gone', async () => {
    await enqueue('c-1');
    let broken = true;
    const { turn, tried } = worker(async () => (broken ? failing() : undefined));
    for (let i = 0; i < 20; i++) {
      await turn();
      now = addElapsed(now, { hours: 1 });
    }
    broken = false;
    await turn();
    now = addElapsed(now, { hours: 24 });
    expect(await turn()).toBe(0);
    expect(tried).toHaveLength(21);
  });

  test('is put back with the kind of its error, without the text that may quote a record', async () => {
    await enqueue('c-1');
    const reasons: string[] = [];
    const failed = async (_t: string, _o: string, _at: Instant, reason: string) => void reasons.push(reason);
    await drainOutbox({ ...store.outbox, failed }, { ...none, 'notices.due': failing }, () => now, nothing);
    const text = async (): Promise<undefined> => {
      throw 'member Ana Núñez';
    };
    now = addElapsed(now, { hours: 1 });
    await drainOutbox({ ...store.outbox, failed }, { ...none, 'notices.due': text }, () => now, nothing);
    expect(reasons).toEqual(['TypeError', 'unknown']);
  });
});

describe('a worker that dies in the middle', () => {
  test('leaves its entries to others after a minute', async () => {
    await enqueue('c-1');
    await store.outbox.take(now, 10, 60);
    const { turn, tried } = worker(nothing);
    expect(await turn()).toBe(0);
    now = instant('2026-11-20T14:00:59.999Z');
    expect(await turn()).toBe(0);
    now = instant('2026-11-20T14:01:00.000Z');
    expect(await turn()).toBe(1);
    expect(tried).toHaveLength(1);
  });
});
