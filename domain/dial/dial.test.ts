import { person } from '@openum/testkit/case/actors.ts';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../case/refusal.ts';
import { calendarDate, instant } from '../time/instant.ts';
import { type DialCommand, decideDial } from './decide.ts';
import {
  approvalSettingOn,
  type Dial,
  type DialSetting,
  evolveDial,
  type GoldCard,
  goldCardOn,
  noDial,
} from './dial.ts';

const ana = person('ana', ['umDirector']);
const bo = person('bo', ['medicalDirector']);
const day = calendarDate;
const now = instant('2026-11-23T15:00:00Z');
const today = day('2026-11-23');

const off: DialSetting = { kind: 'automaticApproval', criteriaSetId: 'oxygen', approves: false, sources: [] };
const card: GoldCard = {
  kind: 'goldCard',
  npi: '1770000031',
  providerName: 'Peoria Lung Clinic',
  services: ['E1390'],
  decided: 20,
  approved: 19,
  periodFrom: day('2025-11-01'),
  periodThrough: day('2026-10-31'),
  citation: 'Tex. Ins. Code 4201.653',
};
const propose = (
  setting: DialSetting = off,
  change: Partial<Extract<DialCommand, { type: 'ProposeDial' }>> = {},
): DialCommand => ({
  type: 'ProposeDial',
  actor: ana,
  now,
  today,
  changeId: 'c-1',
  setting,
  bases: ['sampleAudit'],
  reason: 'Two of eight samples failed.',
  effectiveFrom: day('2026-12-01'),
  ...change,
});
const confirm = (actor = bo, changeId = 'c-1', on = today): DialCommand => ({
  type: 'ConfirmDial',
  actor,
  now,
  today: on,
  changeId,
});
const after = (...commands: readonly DialCommand[]): Dial =>
  commands.reduce((dial, command) => {
    const event = decideDial(dial, command);
    if (isRefusal(event)) throw new Error(`given: ${command.type} was refused: ${event.code}`);
    return evolveDial(dial, event);
  }, noDial);
const refused = (dial: Dial, command: DialCommand): string | undefined => {
  const event = decideDial(dial, command);
  return isRefusal(event) ? event.code : undefined;
};

describe('a change of the dial', () => {
  test('counts from its day on once a second person has confirmed it', () => {
    const proposed = after(propose());
    expect(approvalSettingOn(proposed, 'oxygen', day('2026-12-01'))).toBeUndefined();
    const confirmed = after(propose(), confirm());
    expect(approvalSettingOn(confirmed, 'oxygen', day('2026-11-30'))).toBeUndefined();
    expect(approvalSettingOn(confirmed, 'oxygen', day('2026-12-01'))?.setting.approves).toBe(false);
    expect(approvalSettingOn(confirmed, 'other', day('2026-12-01'))).toBeUndefined();
  });

  test('is not confirmed by who proposed it, nor twice, nor after it was declined', () => {
    expect(refused(after(propose()), confirm(ana))).toBe('dialSecondPerson');
    expect(refused(after(propose(), confirm()), confirm())).toBe('dialChangeSettled');
    const declined = after(propose(), {
      type: 'DeclineDial',
      actor: bo,
      now,
      today,
      changeId: 'c-1',
      reason: 'The samples were of another set.',
    });
    expect(refused(declined, confirm())).toBe('dialChangeSettled');
  });

  test.each(['cost', 'groupAverage', 'reviewerProductivity', 'denialRate'] as const)(
    'never rests on %s, even beside a lawful ground',
    (basis) => {
      expect(refused(noDial, propose(off, { bases: ['sampleAudit', basis] }))).toBe('dialBasisForbidden');
    },
  );

  test('needs a ground, a reason and a day that has not passed, at the proposal and at the confirmation', () => {
    expect(refused(noDial, propose(off, { bases: [] }))).toBe('fieldMissing');
    expect(refused(noDial, propose(off, { reason: '  ' }))).toBe('fieldMissing');
    expect(refused(noDial, propose(off, { effectiveFrom: day('2026-11-22') }))).toBe('fieldInvalid');
    expect(refused(after(propose()), confirm(bo, 'c-1', day('2026-12-02')))).toBe('fieldInvalid');
  });

  test('is made by those who answer for the rules only', () => {
    expect(refused(noDial, propose(off, { actor: person('nan', ['clinicalReviewer']) }))).toBe('roleMissing');
  });

  test('of two that count, the one that took effect last decides; of one day the later one', () => {
    const on: DialSetting = { ...off, approves: true, sources: ['resource'] };
    const dial = after(
      propose(),
      confirm(),
      propose(on, { changeId: 'c-2', effectiveFrom: day('2026-12-01') }),
      confirm(bo, 'c-2'),
      propose(off, { changeId: 'c-3', effectiveFrom: day('2026-11-25') }),
      confirm(bo, 'c-3'),
    );
    expect(approvalSettingOn(dial, 'oxygen', day('2026-11-26'))?.number).toBe(3);
    expect(approvalSettingOn(dial, 'oxygen', day('2026-12-05'))?.number).toBe(2);
  });
});

describe('a gold card', () => {
  const held = after(propose({ ...card, through: day('2027-01-31') }), confirm());

  test('exempts one provider for the services it names, on its days', () => {
    const on = (npi: string | undefined, service: string, at: string) =>
      goldCardOn(held, npi, service, day(at)) !== undefined;
    expect(on('1770000031', 'E1390', '2026-12-01')).toBe(true);
    expect(on('1770000031', 'E1390', '2027-01-31')).toBe(true);
    expect(on('1770000031', 'E1390', '2027-02-01')).toBe(false);
    expect(on('1770000031', 'E1390', '2026-11-30')).toBe(false);
    expect(on('1770000031', 'E0601', '2026-12-01')).toBe(false);
    expect(on('1770000049', 'E1390', '2026-12-01')).toBe(false);
    expect(on(undefined, 'E1390', '2026-12-01')).toBe(false);
  });

  test('ends when two people say so', () => {
    const end: DialSetting = { kind: 'goldCardEnd', npi: card.npi, services: ['E1390'] };
    const ended = after(
      propose(card),
      confirm(),
      propose(end, { changeId: 'c-2', effectiveFrom: day('2027-01-01') }),
      confirm(bo, 'c-2'),
    );
    expect(goldCardOn(ended, card.npi, 'E1390', day('2026-12-31'))?.number).toBe(1);
    expect(goldCardOn(ended, card.npi, 'E1390', day('2027-01-01'))).toBeUndefined();
  });

  test.each([
    ['four decided requests', { decided: 4, approved: 4 }],
    ['fewer than nine in ten approved', { decided: 20, approved: 17 }],
    ['more approved than decided', { decided: 10, approved: 11 }],
    ['no service', { services: [] }],
    ['no citation', { citation: ' ' }],
    ['a number that is no NPI', { npi: '12' }],
    ['a period that ends before it begins', { periodThrough: day('2025-01-01') }],
  ])('is refused with %s', (_, change) => {
    expect(refused(noDial, propose({ ...card, ...change }))).toBeDefined();
  });
});
