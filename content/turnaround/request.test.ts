import type { AuthorizationRequest, RequestedItem } from '@openum/domain/case/request.ts';
import { clockContexts, type PlanFacts, startRequestClocks } from '@openum/domain/clock/request.ts';
import { calendarDate, instant, zoneId } from '@openum/domain/time/instant.ts';
import { expect, test } from 'vitest';
import { turnaroundRules } from './load.ts';

const item = (sequence: number, isDrug: boolean): RequestedItem => ({
  sequence,
  service: { system: 'http://example.org/codes', code: `S${sequence}` },
  diagnoses: [],
  isDrug,
});
const request = (items: readonly RequestedItem[]): AuthorizationRequest => ({
  channel: 'pas',
  receivedAt: instant('2026-11-23T10:00-06:00'),
  zone: zoneId('America/Chicago'),
  reviewType: 'prospective',
  urgency: 'standard',
  setting: 'outpatient',
  member: { memberNumber: 'M1', family: 'Doe', given: 'Ann', birthDate: calendarDate('1950-11-24'), sex: 'female' },
  coverage: { lineOfBusiness: 'medicareAdvantage', planName: 'Plan', stateOfIssue: 'TX' },
  requestingProvider: { name: 'Clinic' },
  diagnoses: [],
  items,
  authorizationRequired: true,
});
const started = (items: readonly RequestedItem[], plan: PlanFacts = {}): string[] => {
  const r = request(items);
  return startRequestClocks(turnaroundRules, clockContexts(r, plan), 'requestReceived', r.receivedAt, (id) => id).map(
    (c) => c.ruleId,
  );
};

test('two items of one kind start each clock once', () => {
  expect(started([item(1, false), item(2, false)])).toEqual(['MA-PRE-STD-PA']);
});

test('a drug beside a service brings its own clock', () => {
  expect(started([item(1, false), item(2, true)], { drugBenefit: 'partB' })).toEqual(['MA-PRE-STD-PA', 'MA-PARTB-STD']);
});

test('a rule that binds both kinds starts once', () => {
  const ids = started([item(1, false), item(2, true)], { drugBenefit: 'partB', accreditations: ['NCQA'] });
  expect(ids.filter((id) => id === 'NCQA-PRE-NONURG-2026')).toHaveLength(1);
});

test('age is counted on the day of receipt', () => {
  expect(clockContexts(request([item(1, false)]), {})[0]?.enrolleeAge).toBe(75);
});
