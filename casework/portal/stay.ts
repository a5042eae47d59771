import { mayNot } from '@openum/domain/case/capability.ts';
import { refusalSentence, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { localText } from '@openum/domain/clock/due.ts';
import { isOpenStay } from '@openum/domain/stay/stay.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import { readStay } from '../stay/view.ts';
import type { AtPortal } from './portal.ts';

/** A stay as the facility sees it at the plan: what is approved, and when the plan looks at it next. */
export type OwnStay = {
  readonly facilityName: string;
  readonly admittedAt: Instant;
  readonly level: string;
  readonly levels: readonly { readonly code: string; readonly label: string }[];
  readonly approvedDays: number;
  readonly approvedThrough?: CalendarDate;
  readonly reviewDueAt?: Instant;
  /** First day of a further wish for days. */
  readonly nextDay: CalendarDate;
  readonly dischargedAt?: Instant;
  /** Why more days cannot be asked for now; absent when they can. */
  readonly closed?: string;
};

const closedOf = (at: AtPortal, c: Case): string | undefined => {
  const { stay } = c;
  const no =
    mayNot('RequestContinuedStay', at.actor, c, at.practice.name) ??
    (!stay || isOpenStay(stay)
      ? undefined
      : stay.discharge
        ? refuse('stayEnded', { at: localText(stay.discharge.dischargedAt, c.request.zone) })
        : refuse('stayCancelled'));
  return no && refusalSentence(no);
};

export const ownStay = (at: AtPortal, c: Case): OwnStay | undefined => {
  const stay = readStay(c, at.casework.knowledge, at.now);
  if (!stay) return undefined;
  const closed = closedOf(at, c);
  const left = stay.record.discharge?.dischargedAt;
  return {
    facilityName: stay.record.facility.name,
    admittedAt: stay.record.admittedAt,
    level: stay.level,
    levels: stay.levels,
    approvedDays: stay.count.approved,
    ...(stay.approvedThrough ? { approvedThrough: stay.approvedThrough } : {}),
    ...(stay.review.kind === 'due' ? { reviewDueAt: stay.review.dueAt } : {}),
    nextDay: stay.nextDay,
    ...(left ? { dischargedAt: left } : {}),
    ...(closed ? { closed } : {}),
  };
};
