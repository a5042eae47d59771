import { calendarById } from '@openum/content/calendar/load.ts';
import { turnaroundRules } from '@openum/content/turnaround/load.ts';
import type { CaseCommand, CommandOf } from '@openum/domain/case/command.ts';
import type { AuthorizationRequest } from '@openum/domain/case/request.ts';
import type { RuleBook } from '@openum/domain/coverageEnd/duty.ts';
import type { NoticeDelivery } from '@openum/domain/coverageEnd/event.ts';
import { calendarDate, type Instant } from '@openum/domain/time/instant.ts';
import { nurse, physician } from './actors.ts';
import { denial, determine } from './acts.ts';
import { criteria } from './request.ts';
import { admission, approvedDays, daysGranted } from './stay.ts';
import { after, by, received, type Story } from './story.ts';

export const rules: RuleBook = (ruleId) => {
  const rule = turnaroundRules.find((r) => r.id === ruleId && r.enabled);
  return rule && { rule, calendar: calendarById(rule.calendar) };
};

/** A stay whose first days are approved. */
export const approvedStay = (change: Partial<AuthorizationRequest> = {}): Story =>
  after(received(admission(change)), determine([approvedDays()], { criteria: [] }));

export const plannedEnd = (
  change: Partial<CommandOf<'PlanCoverageEnd'>> = {},
  at?: Instant,
  actor = physician,
): CaseCommand =>
  by(
    actor,
    {
      type: 'PlanCoverageEnd',
      endId: 'end-1',
      route: 'hospitalDischarge',
      lastCoveredOn: calendarDate('2026-11-27'),
      reason: 'Walks without oxygen; the surgeon discharges on Friday.',
      memberReason: 'You can breathe well without help now and can go home on Friday.',
      requirement: { licence: 'memberState', citation: 'test' },
      ...change,
    },
    at,
  );

export const given = (change: Partial<NoticeDelivery> & { readonly deliveredAt: Instant }, at?: Instant): CaseCommand =>
  by(
    nurse,
    {
      type: 'RecordMedicareNotice',
      deliveryId: 'delivery-1',
      notice: 'im',
      to: { name: 'Rosalind Akerman', as: 'member' },
      how: 'inPerson',
      signature: 'signed',
      by: 'Peoria General Hospital',
      ...change,
    },
    at ?? change.deliveredAt,
  );

export const reviewAsked = (notifiedAt: Instant, requestedAt: Instant = notifiedAt, endId = 'end-1'): CaseCommand =>
  by(
    nurse,
    {
      type: 'RecordQioRequest',
      reviewId: 'review-1',
      endId,
      requestedAt,
      notifiedAt,
      requestedBy: 'Rosalind Akerman',
    },
    notifiedAt,
  );

/** The three approved days are cut to two. */
export const cut = (change: Partial<CommandOf<'ReduceAuthorization'>> = {}, at?: Instant): CaseCommand => {
  const lastCoveredOn = calendarDate('2026-11-24');
  const authorized = {
    ...daysGranted(undefined, 2),
    period: { start: calendarDate('2026-11-23'), end: lastCoveredOn },
  };
  return by(
    physician,
    {
      type: 'ReduceAuthorization',
      endId: 'end-1',
      decision: denial({ outcome: 'partiallyApproved', authorized }),
      lastCoveredOn,
      approvalLocks: [],
      advance: { earliestEnd: calendarDate('2026-11-24'), citation: '42 CFR 431.211', exceptions: ['memberAgrees'] },
      criteria: [{ ...criteria, itemSequence: 1 }],
      requirement: { licence: 'memberState', citation: 'test' },
      attestation: { noConflictOfInterest: true, reviewedRecord: true },
      evidenceOpened: ['original'],
      ...change,
    },
    at,
  );
};
