import type { ClockContext } from '@openum/domain/clock/context.ts';
import { emptyHistory } from '@openum/domain/clock/history.ts';
import { bindsReviewer, matchRules, startClocks } from '@openum/domain/clock/match.ts';
import { type ClockReceipt, clockReceipt, earliestHard } from '@openum/domain/clock/receipt.ts';
import type { TurnaroundRule } from '@openum/domain/clock/rule.ts';
import { calendarDate, instant, zoneId } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import { calendarById } from '../calendar/load.ts';
import { ruleOf, turnaroundRules } from './load.ts';

const base: ClockContext = {
  lineOfBusiness: 'medicareAdvantage',
  stateOfIssue: 'TX',
  reviewType: 'prospective',
  urgency: 'standard',
  isDrug: false,
  authorizationRequired: true,
  channel: 'pas',
  setting: 'outpatient',
  receivedAt: instant('2026-11-23T10:00-06:00'),
  zone: zoneId('America/Chicago'),
};
const commercial = (stateOfIssue: string, more: Partial<ClockContext> = {}): ClockContext => ({
  ...base,
  lineOfBusiness: 'commercialInsured',
  stateOfIssue,
  ...more,
});

const started = (context: ClockContext): string[] =>
  startClocks(turnaroundRules, context, 'requestReceived', context.receivedAt, (id) => id).map((c) => c.ruleId);

const receipts = (context: ClockContext): ClockReceipt[] =>
  startClocks(turnaroundRules, context, 'requestReceived', context.receivedAt, (id) => id).map((c) =>
    clockReceipt(ruleOf(c.ruleId, c.ruleVersion), c, emptyHistory, calendarById, context.receivedAt),
  );

describe('the clocks that a request starts', () => {
  const cases: [string, ClockContext, string[]][] = [
    ['Medicare Advantage, standard, under prior authorization', base, ['MA-PRE-STD-PA']],
    ['Medicare Advantage, no authorization needed', { ...base, authorizationRequired: false }, ['MA-PRE-STD-NONPA']],
    ['Medicare Advantage, expedited', { ...base, urgency: 'expedited' }, ['MA-PRE-EXP']],
    ['Medicare Advantage, Part B drug', { ...base, isDrug: true, drugBenefit: 'partB' }, ['MA-PARTB-STD']],
    [
      'Medicare Advantage, expedited Part B drug',
      { ...base, isDrug: true, drugBenefit: 'partB', urgency: 'expedited' },
      ['MA-PARTB-EXP'],
    ],
    ['Medicare Advantage, Part D drug', { ...base, isDrug: true, drugBenefit: 'partD' }, ['PARTD-STD']],
    ['Medicare Advantage, drug of unknown benefit: both', { ...base, isDrug: true }, ['MA-PARTB-STD', 'PARTD-STD']],
    [
      'Medicare Advantage, received in 2025',
      { ...base, receivedAt: instant('2025-12-31T23:30-06:00') },
      ['MA-PRE-STD-PA-LEGACY'],
    ],
    [
      'Medicare Advantage accredited by NCQA',
      { ...base, accreditations: ['NCQA'] },
      ['MA-PRE-STD-PA', 'NCQA-PRE-NONURG-2026'],
    ],
    [
      'Medicare Advantage, inpatient concurrent',
      { ...base, reviewType: 'concurrent', setting: 'inpatient' },
      ['MA-CONC-INPATIENT'],
    ],
    [
      'Medicaid, request to continue: the clocks of a first request',
      {
        ...base,
        lineOfBusiness: 'medicaidManagedCare',
        stateOfIssue: 'FL',
        reviewType: 'concurrent',
        ratingPeriodStart: calendarDate('2026-07-01'),
      },
      ['MCD-PRE-STD'],
    ],
    [
      'commercial in Pennsylvania, urgent request to continue',
      commercial('PA', { reviewType: 'concurrent', urgency: 'expedited' }),
      ['ERISA-CONC-URG-EXTEND', 'PA-CONC-URG'],
    ],
    [
      'commercial in Pennsylvania, asked a day before the approved days end: 24 hours',
      commercial('PA', { reviewType: 'concurrent', urgency: 'expedited', askedBeforeEnd: true }),
      ['ERISA-CONC-URG-EXTEND', 'PA-CONC-URG'],
    ],
    [
      'commercial in Pennsylvania, asked later than that: the clocks of an urgent request',
      commercial('PA', { reviewType: 'concurrent', urgency: 'expedited', askedBeforeEnd: false }),
      ['ERISA-PRE-URG', 'PA-PRE-URG'],
    ],
    [
      'accredited by URAC, asked a day before the certified days end: the shorter limit alone',
      {
        ...base,
        reviewType: 'concurrent',
        setting: 'inpatient',
        urgency: 'expedited',
        askedBeforeEnd: true,
        accreditations: ['URAC'],
      },
      ['MA-CONC-INPATIENT', 'URAC-CONC-URG-24'],
    ],
    [
      'accredited by URAC, asked later than that: 72 hours',
      {
        ...base,
        reviewType: 'concurrent',
        setting: 'inpatient',
        urgency: 'expedited',
        askedBeforeEnd: false,
        accreditations: ['URAC'],
      },
      ['MA-CONC-INPATIENT', 'URAC-CONC-LATE-72'],
    ],
    [
      'commercial in California, request to continue that is not urgent',
      commercial('CA', { reviewType: 'concurrent' }),
      ['ERISA-PRE-STD', 'CA-PRE-STD'],
    ],
    [
      'self-funded, after the service',
      commercial('TX', { lineOfBusiness: 'selfFundedErisa', reviewType: 'retrospective' }),
      ['ERISA-POST'],
    ],
    [
      'Medicare Advantage, after the service: its clocks wait for a claim',
      { ...base, reviewType: 'retrospective' },
      [],
    ],
    ['integrated D-SNP', { ...base, lineOfBusiness: 'dsnpIntegrated' }, ['AIP-PRE-STD']],
    [
      'Medicaid, rating period of 2026',
      {
        ...base,
        lineOfBusiness: 'medicaidManagedCare',
        stateOfIssue: 'FL',
        ratingPeriodStart: calendarDate('2026-07-01'),
      },
      ['MCD-PRE-STD'],
    ],
    [
      'Medicaid, rating period of 2025',
      {
        ...base,
        lineOfBusiness: 'medicaidManagedCare',
        stateOfIssue: 'FL',
        ratingPeriodStart: calendarDate('2025-12-01'),
      },
      ['MCD-PRE-STD-LEGACY'],
    ],
    [
      'Medicaid, rating period unknown: both',
      { ...base, lineOfBusiness: 'medicaidManagedCare', stateOfIssue: 'FL' },
      ['MCD-PRE-STD', 'MCD-PRE-STD-LEGACY'],
    ],
    [
      'Medicaid, rating period unknown in 2027: none of them began before 2026',
      {
        ...base,
        lineOfBusiness: 'medicaidManagedCare',
        stateOfIssue: 'FL',
        receivedAt: instant('2027-01-04T10:00-06:00'),
      },
      ['MCD-PRE-STD'],
    ],
    [
      'Medicaid in Texas',
      { ...base, lineOfBusiness: 'medicaidManagedCare', ratingPeriodStart: calendarDate('2026-09-01') },
      ['MCD-PRE-STD', 'TX-MCD-PRE'],
    ],
    [
      'Medicaid, expedited drug',
      { ...base, lineOfBusiness: 'medicaidManagedCare', stateOfIssue: 'FL', urgency: 'expedited', isDrug: true },
      ['MCD-DRUG-24H'],
    ],
    [
      'CHIP in Pennsylvania',
      { ...base, lineOfBusiness: 'chip', stateOfIssue: 'PA', ratingPeriodStart: calendarDate('2026-01-01') },
      ['CHIPMC-PRE-STD', 'PA-PRE-STD'],
    ],
    ['commercial in Texas', commercial('TX'), ['ERISA-PRE-STD', 'TX-PREAUTH-STD']],
    ['commercial in Pennsylvania', commercial('PA'), ['ERISA-PRE-STD', 'PA-PRE-STD']],
    ['commercial drug in Pennsylvania', commercial('PA', { isDrug: true }), ['ERISA-PRE-STD', 'PA-RX-STD']],
    ['commercial, urgent, Colorado', commercial('CO', { urgency: 'expedited' }), ['ERISA-PRE-URG', 'CO-PRE-URG']],
    [
      'commercial drug by portal in Colorado',
      commercial('CO', { isDrug: true, channel: 'portal' }),
      ['ERISA-PRE-STD', 'CO-RX-ELEC'],
    ],
    [
      'commercial drug by fax in Colorado',
      commercial('CO', { isDrug: true, channel: 'fax' }),
      ['ERISA-PRE-STD', 'CO-PRE-STD'],
    ],
    ['commercial in New York', commercial('NY'), ['ERISA-PRE-STD', 'NY-PRE-STD']],
    [
      'rehabilitation after a hospital stay in New York',
      commercial('NY', { circumstances: ['inpatientRehabilitation'] }),
      ['ERISA-PRE-STD', 'NY-PRE-INPT-REHAB'],
    ],
    [
      'commercial by portal in New Jersey',
      commercial('NJ', { channel: 'portal' }),
      ['ERISA-PRE-STD', 'NJ-PRE-STD-ELEC'],
    ],
    ['commercial by fax in New Jersey', commercial('NJ', { channel: 'fax' }), ['ERISA-PRE-STD', 'NJ-PRE-STD-PAPER']],
    [
      'drug of unknown benefit in New Jersey: the general rule runs beside the one for drugs',
      commercial('NJ', { channel: 'pas', isDrug: true }),
      ['ERISA-PRE-STD', 'NJ-PRE-STD-ELEC', 'NJ-RX-STD'],
    ],
    ['marketplace plan in Michigan', commercial('MI', { lineOfBusiness: 'qhp' }), ['ERISA-PRE-STD', 'MI-PRE-STD']],
    ['commercial in a state with a disabled rule', commercial('NM'), ['ERISA-PRE-STD']],
    ['Virginia before its act is in force', commercial('VA'), ['ERISA-PRE-STD']],
    ['self-funded in Texas', commercial('TX', { lineOfBusiness: 'selfFundedErisa' }), ['ERISA-PRE-STD']],
    [
      'self-funded, expedited, with both accreditations',
      commercial('NY', { lineOfBusiness: 'selfFundedErisa', urgency: 'expedited', accreditations: ['NCQA', 'URAC'] }),
      ['ERISA-PRE-URG', 'NCQA-PRE-URG', 'URAC-PRE-URG'],
    ],
  ];
  test.each(cases)('%s', (_name, context, rules) => {
    expect(started(context)).toEqual(rules);
  });

  test.each([
    [base, 7, 'calendarDays'],
    [{ ...base, authorizationRequired: false }, 14, 'calendarDays'],
    [{ ...base, urgency: 'expedited' }, 72, 'hours'],
    [{ ...base, isDrug: true, drugBenefit: 'partB' }, 72, 'hours'],
    [{ ...base, isDrug: true, drugBenefit: 'partB', urgency: 'expedited' }, 24, 'hours'],
  ] as const)('Medicare Advantage %#: %d %s', (context, value, unit) => {
    expect(matchRules(turnaroundRules, context).filter((r) => r.startEvent === 'requestReceived')[0]?.duration).toEqual(
      {
        value,
        unit,
      },
    );
  });

  test('no state rule ever binds a line that state law does not reach', () => {
    const listed = turnaroundRules.map((r): TurnaroundRule => ({ ...r, linesOfBusiness: ['medicareAdvantage'] }));
    const found = matchRules(listed, base).map((r) => r.jurisdiction);
    expect(found).not.toContain('US-TX');
  });
});

describe('the start of a clock', () => {
  test('an upgrade to expedited starts from the receipt of that wish', () => {
    const at = instant('2026-11-24T09:00-06:00');
    const clocks = startClocks(
      turnaroundRules,
      { ...base, urgency: 'expedited' },
      'expediteRequested',
      at,
      (id) => `k-${id}`,
    );
    expect(clocks).toEqual([
      {
        clockId: 'k-MA-PRE-EXP',
        ruleId: 'MA-PRE-EXP',
        ruleVersion: '2026-11-21',
        startEvent: 'expediteRequested',
        startedAt: at,
        zone: base.zone,
      },
    ]);
  });

  test('a wish to expedite starts no standard clock', () => {
    expect(startClocks(turnaroundRules, base, 'expediteRequested', base.receivedAt, (id) => id)).toEqual([]);
  });

  test('an adverse decision starts the notice clock of Texas and no decision clock', () => {
    const clocks = startClocks(turnaroundRules, commercial('TX'), 'adverseDecisionMade', base.receivedAt, (id) => id);
    expect(clocks.map((c) => c.ruleId)).toEqual(['TX-ADVERSE-OUTPT']);
  });

  test('knee replacement, insured in Pennsylvania, NCQA plan: the work list shows day 7', () => {
    const first = earliestHard(
      receipts(commercial('PA', { accreditations: ['NCQA'], zone: zoneId('America/New_York') })),
    );
    expect([first?.ruleId, first?.dueAt]).toEqual(['NCQA-PRE-NONURG-2026', instant('2026-11-30T23:59:59.999-05:00')]);
  });
});

/** A request that the rule was written for. */
const madeFor = (rule: TurnaroundRule): ClockContext => {
  const s = rule.scope ?? {};
  const date = rule.effectiveTo ?? (rule.effectiveFrom > '2026-11-23' ? rule.effectiveFrom : '2026-11-23');
  return {
    ...base,
    lineOfBusiness: rule.linesOfBusiness[0] ?? 'commercialInsured',
    stateOfIssue: rule.authority === 'state' ? rule.jurisdiction.slice(3) : 'FL',
    stateOfService: s.statesOfService?.[0] ?? 'FL',
    urgency: rule.urgency === 'any' ? 'standard' : rule.urgency,
    isDrug: s.isDrug ?? false,
    authorizationRequired: s.authorizationRequired ?? true,
    channel: s.channels?.[0] ?? 'pas',
    setting: s.settings?.[0] ?? 'outpatient',
    circumstances: s.circumstance === undefined ? [] : [s.circumstance],
    ...(s.drugBenefit === undefined ? {} : { drugBenefit: s.drugBenefit }),
    accreditations: rule.authority === 'accreditation' ? [rule.jurisdiction] : [],
    receivedAt: instant(`${date}T15:00:00Z`),
    ratingPeriodStart: calendarDate(date),
  };
};

describe('every enabled rule for a decision or notice before the service', () => {
  const rules = turnaroundRules.filter((r) => r.enabled && bindsReviewer(r) && r.reviewTypes.includes('prospective'));

  test('there are about a hundred of them', () => {
    expect(rules.length).toBeGreaterThan(95);
  });

  test.each(rules.map((r) => [r.id, r] as const))('%s is matched by a request and yields a receipt', (id, rule) => {
    const context = madeFor(rule);
    expect(matchRules(turnaroundRules, context).map((r) => r.id)).toContain(id);
    const clock = startClocks(turnaroundRules, context, rule.startEvent, context.receivedAt, (r) => r).find(
      (c) => c.ruleId === id,
    );
    if (clock === undefined) throw new Error(`${id} did not start`);
    const r = clockReceipt(rule, clock, emptyHistory, calendarById, context.receivedAt);
    expect(rule.direction === 'after' ? r.dueAt > r.startedAt : r.dueAt < r.startedAt).toBe(true);
    expect([r.state, r.citation, r.lines[0]?.kind]).toEqual([
      rule.direction === 'after' ? 'running' : 'missed',
      rule.citation,
      'start',
    ]);
  });
});
