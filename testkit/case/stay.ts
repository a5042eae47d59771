import type { Actor } from '@openum/domain/actor/actor.ts';
import type { CaseCommand, CommandOf } from '@openum/domain/case/command.ts';
import type { AuthorizationRequest, RequestedItem, Stay } from '@openum/domain/case/request.ts';
import { calendarDate, type Instant, instant } from '@openum/domain/time/instant.ts';
import { nurse } from './actors.ts';
import { approval } from './acts.ts';
import { aRequest, clock } from './request.ts';
import { by, now } from './story.ts';

const revenueCodes = 'https://www.nubc.org/CodeSystem/RevenueCodes';

/** Admitted on Monday, 23 November 2026, at nine in the morning in Chicago. */
export const admittedAt = instant('2026-11-23T15:00:00Z');

export const aStay = (change: Partial<Stay> = {}): Stay => ({
  facility: { npi: '1770000064', name: 'Peoria General Hospital' },
  admittedAt,
  levelOfCare: 'medicalSurgical',
  admissionSource: 'emergency',
  ...change,
});

/** Whole days on a ward; three from 23 November unless said otherwise. */
export const daysItem = (change: Partial<RequestedItem> = {}): RequestedItem => ({
  sequence: 1,
  service: { system: revenueCodes, code: '0121' },
  quantity: { value: 3, unit: 'd' },
  period: { start: calendarDate('2026-11-23'), end: calendarDate('2026-11-25') },
  diagnoses: ['J44.1'],
  levelOfCare: 'medicalSurgical',
  isDrug: false,
  ...change,
});

export const admission = (change: Partial<AuthorizationRequest> = {}): AuthorizationRequest =>
  aRequest({
    reviewType: 'concurrent',
    urgency: 'expedited',
    urgencyRequestedBy: 'provider',
    setting: 'inpatient',
    requestingProvider: aStay().facility,
    diagnoses: [{ sequence: 1, code: 'J44.1', principal: true }],
    items: [daysItem()],
    stay: aStay(),
    ...change,
  });

export const daysGranted = (item: RequestedItem = daysItem(), days = item.quantity?.value ?? 1) => ({
  authorizationNumber: `PA-${item.sequence}`,
  service: item.service,
  quantity: { value: days, unit: 'd' },
  period: item.period ?? { start: calendarDate('2026-11-23') },
});

export const approvedDays = (item: RequestedItem = daysItem()) =>
  approval({ itemSequence: item.sequence, authorized: daysGranted(item) });

/** Three more days, 26 to 28 November. */
export const moreDays = (change: Partial<RequestedItem> = {}): RequestedItem =>
  daysItem({
    sequence: 2,
    reviewType: 'concurrent',
    period: { start: calendarDate('2026-11-26'), end: calendarDate('2026-11-28') },
    ...change,
  });

export const continued = (
  change: Partial<CommandOf<'RequestContinuedStay'>> = {},
  actor: Actor = nurse,
  at: Instant = now,
): CaseCommand =>
  by(
    actor,
    {
      type: 'RequestContinuedStay',
      requestId: 'continued-1',
      items: [moreDays()],
      levelOfCare: 'medicalSurgical',
      clinicalUpdate: 'Still on four litres of oxygen; first walk planned for tomorrow.',
      receivedAt: at,
      channel: 'phone',
      urgency: 'expedited',
      requestedBy: 'Utilization review, Peoria General Hospital',
      documents: [],
      clocks: [clock('clock-2', { ruleId: 'MA-CONC-INPATIENT', startedAt: at })],
      facts: [],
      evaluations: [],
      ...change,
    },
    at,
  );

export const discharged = (dischargedAt: Instant, at: Instant = dischargedAt, reason?: string): CaseCommand =>
  by(nurse, { type: 'RecordDischarge', dischargedAt, disposition: 'home', ...(reason ? { reason } : {}) }, at);
