import type { LineOfBusiness, ReviewType, Setting } from '@openum/domain/case/request.ts';
import { rulesFor } from '@openum/domain/peerToPeer/matching.ts';
import { calendarDate } from '@openum/domain/time/instant.ts';
import { aRequest } from '@openum/testkit/case/request.ts';
import { describe, expect, test } from 'vitest';
import { peerToPeerRules, readPeerToPeerRules } from './load.ts';

const today = calendarDate('2026-11-23');
const rules = (
  lineOfBusiness: LineOfBusiness,
  stateOfIssue: string,
  setting: Setting = 'home',
  on = today,
  reviewType: ReviewType = 'concurrent',
) =>
  rulesFor(
    peerToPeerRules,
    aRequest({ coverage: { lineOfBusiness, planName: 'P', stateOfIssue }, setting, reviewType }),
    on,
  ).map((r) => `${r.id} ${r.demand}`);

const inform = 'NCQA-UM-7 inform';

describe('an offer before a denial is demanded', () => {
  test.each(['TX', 'PA', 'GA', 'OK'])('of insured commercial plans by %s', (state) => {
    expect(rules('commercialInsured', state)).toEqual([`${state}-P2P-BEFORE-DENIAL beforeDenial`, inform]);
    expect(rules('qhp', state)).toContain(`${state}-P2P-BEFORE-DENIAL beforeDenial`);
  });

  test('of Medicare Advantage while inpatient care goes on, since 2026, whatever the state', () => {
    expect(rules('medicareAdvantage', 'IL', 'inpatient')).toEqual(['MA-INPATIENT-INTENT beforeDenial', inform]);
    expect(rules('medicareAdvantage', 'IL', 'inpatient', calendarDate('2025-12-31'))).toEqual([inform]);
    expect(rules('medicareAdvantage', 'IL', 'inpatient', today, 'prospective')).toEqual([inform]);
    expect(peerToPeerRules.find((r) => r.id === 'MA-INPATIENT-INTENT')?.intentFirst).toBe(true);
  });

  test.each<readonly [LineOfBusiness, string, Setting]>([
    ['medicareAdvantage', 'TX', 'outpatient'],
    ['selfFundedErisa', 'TX', 'inpatient'],
    ['commercialInsured', 'IL', 'inpatient'],
    ['medicaidManagedCare', 'PA', 'home'],
  ])('not of %s in %s, %s: there the clinician is told of the possibility', (line, state, setting) => {
    expect(rules(line, state, setting)).toEqual([inform]);
  });
});

test('every line of business has a rule, so that a talk can be offered everywhere', () => {
  for (const line of [
    'medicareAdvantage',
    'medicaidManagedCare',
    'chip',
    'qhp',
    'commercialInsured',
    'selfFundedErisa',
    'fehb',
    'medicareFfs',
  ] as const)
    expect(rules(line, 'WY')).toContain(inform);
});

test('a window is between one hour and three days', () => {
  for (const r of peerToPeerRules) {
    const hours = r.window.unit === 'hours' ? r.window.value : r.window.value * 24;
    expect(hours).toBeGreaterThanOrEqual(1);
    expect(hours).toBeLessThanOrEqual(72);
  }
});

test('a bad table is refused with the rule and the field', () => {
  const [row] = peerToPeerRules;
  expect(() => readPeerToPeerRules([{ ...row, citation: '' }])).toThrow('MA-INPATIENT-INTENT: citation');
  expect(() => readPeerToPeerRules([row, row])).toThrow('occurs twice');
  expect(() => readPeerToPeerRules([{ ...row, states: ['Texas'] }])).toThrow('states');
});
