import { expect, test } from 'vitest';
import { askingTogether } from './together.ts';

/** Questions that are answered by hand, in their order. */
const byHand = () => {
  const open: { readonly key: string; readonly answer: PromiseWithResolvers<number> }[] = [];
  const asking = askingTogether<number>((key) => {
    const answer = Promise.withResolvers<number>();
    open.push({ key, answer });
    return answer.promise;
  });
  return { open, asking };
};

test('who comes while an answer is on its way shares the next one, and gets none that is older than the question', async () => {
  const { open, asking } = byHand();
  const first = asking('plan');
  const [second, third] = [asking('plan'), asking('plan')];
  expect(open).toHaveLength(1);
  open[0]?.answer.resolve(1);
  expect(await first).toBe(1);
  await Promise.resolve();
  expect(open).toHaveLength(2);
  const fourth = asking('plan');
  open[1]?.answer.resolve(2);
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  await Promise.resolve();
  open[2]?.answer.resolve(3);
  expect(await fourth).toBe(3);
  const later = asking('plan');
  open[3]?.answer.resolve(4);
  expect([await later, open.length]).toEqual([4, 4]);
});

test('another plan waits for nobody, and a question that failed is asked again', async () => {
  const { open, asking } = byHand();
  const one = asking('a');
  const waiting = asking('a');
  const other = asking('b');
  expect(open.map((o) => o.key)).toEqual(['a', 'b']);
  open[0]?.answer.reject(new Error('the database is away'));
  await expect(one).rejects.toThrow('away');
  await Promise.resolve();
  open[1]?.answer.resolve(5);
  open[2]?.answer.resolve(6);
  expect(await Promise.all([waiting, other])).toEqual([6, 5]);
});
