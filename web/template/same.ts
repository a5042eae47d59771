import type { NoticeTemplate } from '@openum/domain/notice/template.ts';

const sorted = (x: unknown): unknown => {
  if (Array.isArray(x)) return x.map(sorted);
  if (typeof x !== 'object' || x === null) return x;
  return Object.fromEntries(
    Object.entries(x)
      .filter(([, v]) => v !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
};

/** Whether two texts are the same, whatever the order in which a store gives back their fields. */
export const sameText = (a: NoticeTemplate, b: NoticeTemplate): boolean =>
  JSON.stringify(sorted({ ...a, version: '' })) === JSON.stringify(sorted({ ...b, version: '' }));
