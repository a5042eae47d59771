import { describe, expect, test } from 'vitest';
import { startWorker } from './worker.ts';

/** Never comes by itself within a test: only a wake does. */
const never = 2 ** 30;

const nobody = (): void => undefined;

/** A turn that is held until the test lets it go; `begun` resolves when the nth turn starts. */
const heldTurns = () => {
  const begun: PromiseWithResolvers<void>[] = [];
  const ends: PromiseWithResolvers<number>[] = [];
  const at = <T>(list: PromiseWithResolvers<T>[], n: number): PromiseWithResolvers<T> => {
    list[n] ??= Promise.withResolvers<T>();
    return list[n];
  };
  let turns = 0;
  return {
    turn: (): Promise<number> => {
      const n = turns++;
      at(begun, n).resolve();
      return at(ends, n).promise;
    },
    begun: (n: number) => at(begun, n).promise,
    end: (n: number, taken: number) => at(ends, n).resolve(taken),
    fail: (n: number, error: Error) => at(ends, n).reject(error),
    count: () => turns,
  };
};

describe('a worker', () => {
  test('looks again at once while there is work', async () => {
    const held = heldTurns();
    const worker = startWorker(held.turn, never, nobody);
    held.end(0, 10);
    held.end(1, 10);
    await held.begun(2);
    held.end(2, 0);
    await worker.stop();
    expect(held.count()).toBe(3);
  });

  test('rests when there is none, until it is woken', async () => {
    const held = heldTurns();
    const worker = startWorker(held.turn, never, nobody);
    held.end(0, 0);
    await held.begun(0);
    await new Promise(setImmediate);
    expect(held.count()).toBe(1);
    worker.wake();
    await held.begun(1);
    held.end(1, 0);
    await worker.stop();
  });

  test('loses no wake that comes while it is looking', async () => {
    const held = heldTurns();
    const worker = startWorker(held.turn, never, nobody);
    await held.begun(0);
    worker.wake();
    held.end(0, 0);
    await held.begun(1);
    held.end(1, 0);
    await worker.stop();
    expect(held.count()).toBe(2);
  });

  test('reports a turn that fails and tries again', async () => {
    const held = heldTurns();
    const reported: unknown[] = [];
    const worker = startWorker(held.turn, 0, (e) => reported.push(e));
    held.fail(0, new Error('the database is away'));
    await held.begun(1);
    expect(reported).toEqual([new Error('the database is away')]);
    held.end(1, 0);
    held.end(2, 0);
    await worker.stop();
  });

  test('ends after the work in hand, not in the middle of it', async () => {
    const held = heldTurns();
    const worker = startWorker(held.turn, never, nobody);
    await held.begun(0);
    let stopped = false;
    const stop = worker.stop().then(() => {
      stopped = true;
    });
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    held.end(0, 5);
    await stop;
    expect(held.count()).toBe(1);
  });
});
