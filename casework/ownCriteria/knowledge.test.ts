import { caseworkOf } from '@openum/testkit/case/plan.ts';
import { memoryStore } from '@openum/testkit/memory/store.ts';
import { expect, test } from 'vitest';
import type { Casework } from '../casework.ts';
import { withOwnCriteria } from './knowledge.ts';

const by = { userId: 'u1', name: 'Ada' };
const at = '2026-11-23T16:00:00.000Z' as never;
const scope = { tenantId: 'plan' };

/** Two processes on one store, each with what it keeps; and how often the logs themselves are read. */
const processes = () => {
  const store = memoryStore();
  let read = 0;
  const one = (): Casework => {
    const casework = caseworkOf(store);
    return {
      ...casework,
      planStamps: { read: (s) => store.planStamps.read(s) },
      dialLog: {
        ...store.dialLog,
        events: (s) => {
          read += 1;
          return store.dialLog.events(s);
        },
      },
    };
  };
  return { store, here: one(), there: one(), reads: () => read };
};

const declined = { type: 'DialDeclined', by, at, data: { change: 1, reason: 'Not now.' } } as never;
const dialOf = async (casework: Casework) => (await withOwnCriteria(casework, scope)).knowledge.dial?.sequence ?? 0;

test('what a plan settles in one process counts in the next act of every other one', async () => {
  const { store, here, there } = processes();
  expect([await dialOf(here), await dialOf(there)]).toEqual([0, 0]);
  await store.dialLog.append(scope, 0, declined);
  expect([await dialOf(here), await dialOf(there)]).toEqual([1, 1]);
});

test('the logs are read again only when they have grown, and the knowledge stays the same object until then', async () => {
  const { store, here, reads } = processes();
  await store.dialLog.append(scope, 0, declined);
  const first = await withOwnCriteria(here, scope);
  const again = await withOwnCriteria(here, scope);
  expect(again.knowledge).toBe(first.knowledge);
  expect(reads()).toBe(1);
  await store.dialLog.append(scope, 1, declined);
  expect((await withOwnCriteria(here, scope)).knowledge).not.toBe(first.knowledge);
  expect(reads()).toBe(2);
});

test('one plan never gets what another has settled', async () => {
  const { store, here } = processes();
  await store.dialLog.append(scope, 0, declined);
  await dialOf(here);
  expect((await withOwnCriteria(here, { tenantId: 'other' })).knowledge).toBe(here.knowledge);
});
