import { duplicateRules as rules } from '@openum/testkit/case/rules.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addElapsed, calendarDate, instant } from '../time/instant.ts';
import { type Compared, type Earlier, possibleDuplicates } from './duplicate.ts';

const now = instant('2026-11-23T15:00:00Z');
const item = (code = 'E1390', start = '2026-12-01', end = '2026-12-31', category = 'Home oxygen') => ({
  service: { system: 'hcpcs', code },
  period: { start: calendarDate(start), end: calendarDate(end) },
  category,
});
const asked = (change: Partial<Compared> = {}): Compared => ({
  receivedAt: now,
  channel: 'pas',
  requestingNpi: '1770000031',
  requestingName: 'Lake Clinic',
  items: [item()],
  ...change,
});
const earlier = (change: Partial<Earlier> = {}, hoursAgo = 50): Earlier => ({
  ...asked(),
  channel: 'fax',
  receivedAt: addElapsed(now, { hours: -hoursAgo }),
  caseId: 'c1',
  caseNumber: 'UM-1',
  decided: false,
  ...change,
});
const found = (a: Compared, ...e: Earlier[]) => possibleDuplicates(a, e, rules);

describe('a possible duplicate', () => {
  test('is found with its reasons in plain words', () => {
    expect(found(asked(), earlier())).toEqual([
      {
        caseId: 'c1',
        caseNumber: 'UM-1',
        score: 100,
        reasons: [
          'same member',
          'same service E1390',
          'dates overlap',
          'same provider, Lake Clinic',
          'asked 2 days before by fax',
        ],
      },
    ]);
  });

  test('is also a related service in the same days from the same provider', () => {
    const [one] = found(asked(), earlier({ items: [item('E0431')] }, 2));
    expect(one?.reasons).toContain('related service (Home oxygen)');
  });

  test('is not another service, another season, or long ago', () => {
    expect(found(asked(), earlier({ items: [item('70551', '2026-12-01', '2026-12-01', 'Imaging')] }))).toEqual([]);
    expect(found(asked(), earlier({ items: [item('E1390', '2026-06-01', '2026-06-30')] }, 24 * 60))).toEqual([]);
    expect(found(asked(), earlier({}, 24 * 200))).toEqual([]);
  });

  test('is not the request to go on after an authorization that ends', () => {
    const before = earlier({ decided: true, items: [item('E1390', '2026-11-01', '2026-11-30')] });
    expect(found(asked(), before)).toEqual([]);
    expect(found(asked(), { ...before, decided: false })).toHaveLength(1);
  });

  test('may have been decided already, which is said', () => {
    expect(found(asked(), earlier({ decided: true }))[0]?.reasons).toContain('decided already');
  });

  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-12-${String(n).padStart(2, '0')}`);
  const someItem = fc.tuple(fc.constantFrom('E1390', 'E0431', '70551', '43644'), day, day).map(([code, ...days]) => {
    const [from, to] = days.toSorted();
    return item(code, from, to, code.startsWith('E') ? 'Home oxygen' : code);
  });
  const request = fc
    .record({
      items: fc.array(someItem, { minLength: 1, maxLength: 4 }),
      requestingNpi: fc.constantFrom('1770000031', '1770000049'),
      hours: fc.integer({ min: 0, max: 24 * 120 }),
      decided: fc.boolean(),
    })
    .map(({ hours, ...r }) => earlier(r, hours));

  test('scores between the threshold and 100, best first, whatever is compared', () => {
    fc.assert(
      fc.property(request, fc.array(request, { maxLength: 6 }), (a, others) => {
        const scores = found(a, ...others).map((c) => c.score);
        expect(scores.every((s) => s >= rules.threshold && s <= 100)).toBe(true);
        expect(scores).toEqual(scores.toSorted((x, y) => y - x));
      }),
    );
  });

  test('is always the very same request sent again within days', () => {
    fc.assert(
      fc.property(request, fc.integer({ min: 0, max: 70 }), (r, hours) => {
        const again = { ...r, receivedAt: addElapsed(r.receivedAt, { hours }) };
        expect(found(again, r).map((c) => c.caseId)).toEqual(['c1']);
      }),
    );
  });

  test('does not hang on the order of lines', () => {
    fc.assert(
      fc.property(request, request, (a, b) => {
        const score = (x: Earlier, y: Earlier) => found(x, y)[0]?.score;
        expect(score({ ...a, items: a.items.toReversed() }, { ...b, items: b.items.toReversed() })).toBe(score(a, b));
      }),
    );
  });
});
