import { describe, expect, test } from 'vitest';
import { calendarDate, instant, zoneId } from '../time/instant.ts';
import type { ClockContext } from './context.ts';
import { matchRules } from './match.ts';
import type { TurnaroundRule } from './rule.ts';

const general: TurnaroundRule = {
  id: 'GENERAL',
  version: '1',
  name: 'General',
  jurisdiction: 'US-TX',
  authority: 'state',
  linesOfBusiness: ['commercialInsured', 'medicareAdvantage'],
  reviewTypes: ['prospective'],
  urgency: 'standard',
  clock: 'decisionAndNotice',
  actor: 'payer',
  startEvent: 'requestReceived',
  startTrigger: 'submission',
  direction: 'after',
  duration: { value: 7, unit: 'calendarDays' },
  calendar: 'US-TX',
  noticeTo: ['enrollee'],
  lapseEffect: 'none',
  citation: '0',
  confidence: 'verified',
  effectiveFrom: calendarDate('2020-01-01'),
  effectiveKey: 'received',
  enabled: true,
};
const narrow = (scope: TurnaroundRule['scope'], more: Partial<TurnaroundRule> = {}): TurnaroundRule => ({
  ...general,
  id: 'NARROW',
  ...(scope === undefined ? {} : { scope }),
  ...more,
});

const context: ClockContext = {
  lineOfBusiness: 'commercialInsured',
  stateOfIssue: 'TX',
  reviewType: 'prospective',
  urgency: 'standard',
  isDrug: false,
  authorizationRequired: true,
  channel: 'portal',
  setting: 'inpatient',
  receivedAt: instant('2026-11-23T10:00-06:00'),
  zone: zoneId('America/Chicago'),
};
const ids = (rules: readonly TurnaroundRule[], more: Partial<ClockContext> = {}): string[] =>
  matchRules(rules, { ...context, ...more }).map((r) => r.id);

describe('a narrower rule of the same source', () => {
  const forChildren = [general, narrow({ enrolleeAge: { to: 17 } })];

  test('takes the place of the general one when it holds', () => {
    expect(ids(forChildren, { enrolleeAge: 17 })).toEqual(['NARROW']);
  });

  test('is left out when it does not hold', () => {
    expect(ids(forChildren, { enrolleeAge: 18 })).toEqual(['GENERAL']);
  });

  test('runs beside it when nobody knows', () => {
    expect(ids(forChildren)).toEqual(['GENERAL', 'NARROW']);
  });

  test('of another source runs beside it', () => {
    const other = narrow({ settings: ['inpatient'] }, { jurisdiction: 'US-FED', authority: 'federal' });
    expect(ids([general, other])).toEqual(['NARROW', 'GENERAL']);
  });

  test('for a notice leaves the decision alone', () => {
    expect(ids([general, narrow({ settings: ['inpatient'] }, { clock: 'notice' })])).toEqual(['GENERAL', 'NARROW']);
  });

  test('that starts at another event leaves it alone', () => {
    expect(ids([general, narrow({ settings: ['inpatient'] }, { startEvent: 'decisionMade' })])).toEqual([
      'GENERAL',
      'NARROW',
    ]);
  });

  test.each([
    [{ behavioralHealth: true }, { behavioralHealth: false }],
    [{ channels: ['fax'] }, {}],
    [{ settings: ['home'] }, {}],
    [{ statesOfService: ['NJ'] }, { stateOfService: 'TX' }],
    [{ circumstance: 'wiser' }, {}],
    [{ isDrug: true }, {}],
    [{ authorizationRequired: false }, {}],
  ] as const)('with scope %j does not hold for %j', (scope, facts) => {
    expect(ids([general, narrow(scope)], facts)).toEqual(['GENERAL']);
  });
});

describe('rules that are not matched', () => {
  test.each<[string, Partial<TurnaroundRule>]>([
    ['a disabled one', { enabled: false }],
    ['one for another urgency', { urgency: 'expedited' }],
    ['one for another review type', { reviewTypes: ['concurrent'] }],
    ['one of another state', { jurisdiction: 'US-NY' }],
    ['one of a body that does not accredit the plan', { jurisdiction: 'NCQA' }],
    ['a time limit of the member', { actor: 'member', clock: 'filingWindow' }],
    ['one that is not yet in force', { effectiveFrom: calendarDate('2026-11-24') }],
    ['one that has ended', { effectiveTo: calendarDate('2026-11-22') }],
  ])('%s', (_name, change) => {
    expect(ids([{ ...general, ...change }])).toEqual([]);
  });

  test('a state rule for a line that state law does not reach', () => {
    expect(ids([general], { lineOfBusiness: 'medicareAdvantage' })).toEqual([]);
  });
});

describe('the date that a rule tests', () => {
  const from = { effectiveFrom: calendarDate('2026-07-01') };

  test('receipt is counted in the local day of the plan', () => {
    const rule = { ...general, effectiveTo: calendarDate('2026-11-22') };
    expect(ids([rule], { receivedAt: instant('2026-11-23T05:59Z') })).toEqual(['GENERAL']);
    expect(ids([rule], { receivedAt: instant('2026-11-23T06:00Z') })).toEqual([]);
  });

  test.each([
    ['planYear', { planYearStart: calendarDate('2026-01-01') }, []],
    ['planYear', { planYearStart: calendarDate('2026-07-01') }, ['GENERAL']],
    ['planYear', {}, ['GENERAL']],
    ['ratingPeriod', { ratingPeriodStart: calendarDate('2026-06-30') }, []],
    ['survey', { receivedAt: instant('2026-05-04T10:00-05:00') }, ['GENERAL']],
    ['decided', { receivedAt: instant('2026-06-29T10:00-05:00') }, ['GENERAL']],
  ] as const)('%s with %j', (effectiveKey, facts, expected) => {
    expect(ids([{ ...general, ...from, effectiveKey }], facts)).toEqual(expected);
  });

  test('a survey later than the receipt can no longer fall under a rule that has ended', () => {
    expect(ids([{ ...general, effectiveKey: 'survey', effectiveTo: calendarDate('2026-06-30') }])).toEqual([]);
  });
});
