import { isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { dueMoment } from '@openum/domain/clock/due.ts';
import type { DeliveryCommand, DeliveryReport } from '@openum/domain/delivery/command.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { momentOf } from '../case/given.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { DeliveryAct, GivenReport } from './act.ts';

const reportOf = (given: GivenReport): DeliveryReport | Refusal => {
  if (given.kind === 'queued') {
    const { sendTo, ...rest } = given;
    return { ...rest, ...(sendTo ? { sendTo } : {}) };
  }
  if (given.kind !== 'mailed') return given;
  const { trackingNumber, ...rest } = given;
  const mailedAt = momentOf('mailedAt', given.mailedAt);
  return isRefusal(mailedAt) ? mailedAt : { ...rest, mailedAt, ...(trackingNumber ? { trackingNumber } : {}) };
};

/** The rule by which a spoken notice stands on this case, and until when the written one must follow one given at `givenAt`. */
const oralBasis = (c: Case, givenAt: Instant, { delivery, calendars }: Knowledge) => {
  const rule = delivery.oralNoticeRules.find(
    (r) => r.urgency === c.urgency && r.linesOfBusiness.includes(c.request.coverage.lineOfBusiness),
  );
  if (!rule) return undefined;
  const limit = { duration: rule.writtenWithin, direction: 'after' } as const;
  const { dueAt } = dueMoment(limit, givenAt, c.request.zone, calendars(rule.calendar));
  return { rule: { ruleId: rule.id, citation: rule.citation }, writtenDueAt: dueAt };
};

export const deliveryCommandOf = (
  act: DeliveryAct,
  { casework }: Pick<Acting, 'casework'>,
  c: Case,
): DeliveryCommand | Refusal => {
  switch (act.type) {
    case 'ReportDelivery': {
      const report = reportOf(act.report);
      return isRefusal(report) ? report : { ...act, report };
    }
    case 'GiveOralNotice': {
      const givenAt = momentOf('givenAt', act.givenAt);
      if (isRefusal(givenAt)) return givenAt;
      const basis = oralBasis(c, givenAt, casework.knowledge);
      return { ...act, oralNoticeId: casework.environment.newId(), givenAt, ...basis };
    }
    default: {
      const never: never = act;
      return never;
    }
  }
};
