import { acted, admitted, authorization, dayOf, episodeOf, service } from '@openum/testkit/practice/episode.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BilledClaim, BilledLine } from './claim.ts';
import { type ClaimRules, planBilledClaim, servicesOf } from './plan.ts';

const rules: ClaimRules = {
  uncovered: 'block',
  levelOf: (code) => (code === 'H0035' ? 'partialHospitalization' : undefined),
  today: dayOf(23),
};
const line = (from: number, to = from, change: Partial<BilledLine> = {}): BilledLine => ({
  code: 'H0018',
  modifiers: [],
  units: to - from + 1,
  charge: 90_000 * (to - from + 1),
  from: dayOf(from),
  to: dayOf(to),
  ...change,
});
const claim = (change: Partial<BilledClaim> = {}): BilledClaim => ({
  kind: 'institutional',
  claimId: 'C-1',
  frequency: '1',
  charge: 90_000,
  billedOn: dayOf(20),
  billingNpi: '1467512343',
  payerName: 'Prairie Harbor',
  payerId: 'PH1',
  memberNumber: 'PHP1000017',
  patient: { family: 'Quigley', given: 'Maeve' },
  diagnoses: [],
  lines: [line(0)],
  position: 1,
  ...change,
});
const authorized = acted(admitted, { type: 'RecordAuthorization', authorization: authorization() });
const plan = (c: BilledClaim, story = authorized, change: Partial<ClaimRules> = {}) =>
  planBilledClaim({ episodeId: 'e1', episode: episodeOf(story) }, c, { ...rules, ...change });

describe('a claim that is about to go, or has gone', () => {
  test('is ready where every day of it is covered, attended or not', () => {
    const attended = acted(authorized, { type: 'RecordServices', services: [service(0)], policy: 'warn' });
    const ready = plan(claim({ lines: [line(0, 1)], authorizationNumber: 'pa100' }), attended);
    expect(ready).toMatchObject({ standing: 'ready', atStake: 0, problems: [], warnings: [] });
    expect(ready.days.map((d) => [d.service.on, d.was, d.covered])).toEqual([
      [dayOf(0), 'attended', 'covered'],
      [dayOf(1), 'new', 'covered'],
    ]);
    expect(servicesOf(episodeOf(attended), ready)).toMatchObject({
      fresh: [{ on: dayOf(1) }],
      serviceIds: ['service-0', `C-1:1:${dayOf(1)}`],
    });
  });

  test('stops for a day that nothing covers, or goes with a warning, as the practice has it', () => {
    const c = claim({ lines: [line(4, 5)] });
    expect(plan(c)).toMatchObject({ standing: 'blocked', atStake: 90_000 });
    expect(plan(c, authorized, { uncovered: 'warn' })).toMatchObject({ standing: 'ready', atStake: 90_000 });
  });

  test('is warned of an authorization number that is absent or another one', () => {
    expect(plan(claim()).warnings[0]).toContain('names no authorization; its days are covered by PA-100');
    expect(plan(claim({ authorizationNumber: 'PA-9' })).warnings[0]).toContain('names authorization PA-9');
  });

  test('is warned of a price that is not the one of the attendance', () => {
    const attended = acted(authorized, { type: 'RecordServices', services: [service(0)], policy: 'warn' });
    const dearer = claim({ lines: [line(0, 0, { charge: 98_000 })], authorizationNumber: 'PA-100' });
    expect(plan(dearer, attended).warnings).toEqual([
      'One day: of H0018 the claim charges $980.00, the attendance $900.00.',
    ]);
  });

  test('that was recorded is known, and a day on another claim keeps a claim out', () => {
    const billed = acted(
      authorized,
      { type: 'RecordServices', services: [service(0)], policy: 'warn' },
      { type: 'BillServices', serviceIds: ['service-0'], claimId: 'C-1', billedOn: dayOf(20), policy: 'warn' },
    );
    expect(plan(claim(), billed)).toMatchObject({ standing: 'known' });
    expect(plan(claim({ frequency: '7' }), billed)).toMatchObject({ standing: 'known' });
    expect(plan(claim({ claimId: 'C-2' }), billed)).toMatchObject({
      standing: 'problem',
      problems: [expect.stringContaining('stands on claim C-1')],
    });
  });

  test('that replaces or voids another is for a person', () => {
    expect(plan(claim({ frequency: '8' }))).toMatchObject({ standing: 'correction' });
  });

  test('names the line and the rule of what is wrong in it', () => {
    const problems = (...lines: BilledLine[]) => plan(claim({ lines })).problems;
    expect(problems(line(0, 1, { units: 3 }))[0]).toContain('Line 1 (H0018): 3 units do not divide among 2 days');
    expect(problems(line(0, 0, { code: 'X1' }))[0]).toContain('no programme of the practice bills by this code');
    expect(problems(line(-1))[0]).toContain('before the admission');
    expect(problems(line(22, 24)).at(-1)).toContain('in the future');
    expect(problems(line(0), line(0))[0]).toContain('stands on two lines');
    expect(problems()[0]).toContain('no line');
    const attended = acted(authorized, { type: 'RecordServices', services: [service(0)], policy: 'warn' });
    expect(plan(claim({ lines: [line(0, 0, { units: 2 })] }), attended).problems[0]).toContain(
      'the claim has 2 units, the attendance 1',
    );
  });

  test('of nobody here says so', () => {
    expect(planBilledClaim(undefined, claim(), rules)).toMatchObject({ standing: 'unknownPatient', days: [] });
  });

  test('loses no cent of a line when it is spread over its days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(1_000_000), (days, charge) => {
        const { days: spread } = plan(claim({ lines: [line(0, days - 1, { charge })] }));
        expect(spread).toHaveLength(days);
        expect(spread.reduce((sum, d) => sum + d.service.charge, 0)).toBe(charge);
      }),
      { numRuns: 40 },
    );
  });
});
