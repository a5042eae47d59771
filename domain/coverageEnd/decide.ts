import type { CaseCommand } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import { invalid, isRefusal, type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { adverseDetermination } from '../determination/decide.ts';
import type { Authorized } from '../determination/determination.ts';
import { adverseProblem, authorizedProblem, qualificationProblem } from '../determination/guard.ts';
import { rationaleProblems } from '../determination/rationale.ts';
import { dateInZone, daysBetween } from '../time/instant.ts';
import type { CoverageEndCommand } from './command.ts';
import { type CoverageEnd, isMedicare, openReview, standingEnds } from './coverageEnd.ts';
import { authorizedNow, reductionProblem } from './reducible.ts';

type Command<T extends CoverageEndCommand['type']> = Extract<CaseCommand, { type: T }>;

const plan = (c: Case, command: Command<'PlanCoverageEnd'>): Decided => {
  const { endId, route, lastCoveredOn, reason, memberReason, requirement, actor, now } = command;
  const missing = required('reason', reason) ?? required('memberReason', memberReason);
  if (missing) return missing;
  if (!c.stay) return refuse('stayMissing');
  if (route === 'advanceNotice') return invalid('route', 'an authorization is made shorter by a decision of its own');
  if (!isMedicare(c)) return refuse('coverageEndNotMedicare');
  if ((route === 'hospitalDischarge') !== (c.request.setting === 'inpatient'))
    return invalid('route', 'hospital discharge is for inpatient stays, non-coverage for the others');
  const open = standingEnds(c).find((e) => e.route === route);
  if (open) return refuse('coverageEndPlanned', { on: open.lastCoveredOn });
  if (lastCoveredOn < dateInZone(now, c.request.zone)) return invalid('lastCoveredOn', 'it lies in the past');
  // The plan ends coverage here; in a hospital it is the attending physician who discharges.
  const no = route === 'nonCoverage' ? qualificationProblem(actor, c, requirement, now) : undefined;
  return no ?? [{ type: 'CoverageEndPlanned', data: { endId, route, lastCoveredOn, reason, memberReason } }];
};

const dayUnits: readonly string[] = ['d', 'day'];

/** What stays of a quantity is counted as it was, is not more, and in days it is the days of the period. */
const quantityProblem = (before: Authorized, after: Authorized | undefined): Refusal | undefined => {
  if (!before.quantity || !after) return undefined;
  const { unit, value } = before.quantity;
  const field = 'authorized.quantity';
  if (after.quantity?.unit !== unit) return invalid(field, `it is counted in ${unit}, as what is authorized`);
  if (after.quantity.value > value)
    return invalid(field, `it is not more than the ${value} ${unit} that are authorized`);
  const { start, end } = after.period;
  const days = end === undefined ? undefined : daysBetween(start, end) + 1;
  return dayUnits.includes(unit) && days !== undefined && after.quantity.value !== days
    ? invalid(field, `from ${start} through ${end} it is ${days} ${unit}`)
    : undefined;
};

const reduce = (c: Case, command: Command<'ReduceAuthorization'>): Decided => {
  const { decision, lastCoveredOn, advance, exception, endId } = command;
  const item = c.items.find((i) => i.sequence === decision.itemSequence);
  if (!item) return refuse('itemUnknown', { item: decision.itemSequence });
  const n = item.sequence;
  const before = authorizedNow(item);
  if (!before) return refuse('nothingToReduce', { item: n });
  const never = reductionProblem(c, item, command.approvalLocks, command.now);
  if (never) return never;
  const end = decision.authorized?.period.end;
  if (end !== lastCoveredOn) return invalid('lastCoveredOn', 'it is the last day of what stays authorized');
  const authorizedThrough = before.period.end;
  if (authorizedThrough !== undefined && lastCoveredOn >= authorizedThrough)
    return refuse('notAReduction', { item: n });
  if (exception && !advance.exceptions.includes(exception.ground))
    return refuse('advanceNoticeException', { grounds: [...advance.exceptions] });
  if (!exception && lastCoveredOn < advance.earliestEnd)
    return refuse('advanceNoticeShort', { earliest: advance.earliestEnd, citation: advance.citation });
  if (exception && exception.reason.trim() === '') return refuse('fieldMissing', { field: 'exception.reason' });

  const wrong =
    authorizedProblem(item, decision) ??
    quantityProblem(before, decision.authorized) ??
    adverseProblem(command, c, decision);
  if (wrong) return wrong;
  return [
    { type: 'ItemDetermined', data: adverseDetermination(command, decision) },
    {
      type: 'CoverageEndPlanned',
      data: {
        endId,
        route: 'advanceNotice',
        lastCoveredOn,
        itemSequence: n,
        reason: decision.rationale,
        memberReason: decision.memberRationale,
        ...(exception ? { exception } : {}),
      },
    },
  ];
};

const standing = (c: Case, endId: string): CoverageEnd | Refusal =>
  standingEnds(c).find((e) => e.endId === endId) ?? refuse('coverageEndUnknown');

const withdraw = (c: Case, { endId, reason }: Command<'WithdrawCoverageEnd'>): Decided => {
  const end = standing(c, endId);
  if (isRefusal(end)) return end;
  // What was decided is undone by a decision, not by taking the notice back.
  if (end.route === 'advanceNotice') return refuse('coverageEndDecided');
  return required('reason', reason) ?? [{ type: 'CoverageEndWithdrawn', data: { endId, reason } }];
};

const recordNotice = (c: Case, command: Command<'RecordMedicareNotice'>): Decided => {
  const { deliveryId, notice, to, how, signature, deliveredAt, by, documentId, now } = command;
  if (!c.stay) return refuse('stayMissing');
  const missing = required('to.name', to.name) ?? required('by', by);
  if (missing) return missing;
  if (deliveredAt > now) return invalid('deliveredAt', 'it lies in the future');
  if (deliveredAt < c.stay.admittedAt) return invalid('deliveredAt', 'it lies before the admission');
  if (signature === 'signed' && how !== 'inPerson' && how !== 'electronic')
    return invalid('signature', 'by phone or mail nobody signs; the record of the call or the mailing stands for it');
  if (documentId !== undefined && !c.documents.some((d) => d.documentId === documentId))
    return refuse('documentUnknown', { document: documentId });
  const data = { deliveryId, notice, to, how, signature, deliveredAt, by, ...(documentId ? { documentId } : {}) };
  return [{ type: 'MedicareNoticeDelivered', data }];
};

const requestReview = (c: Case, command: Command<'RecordQioRequest'>): Decided => {
  const { reviewId, endId, requestedAt, notifiedAt, requestedBy, now } = command;
  const end = standing(c, endId);
  if (isRefusal(end)) return end;
  if (end.route === 'advanceNotice') return invalid('endId', 'a reduction goes to appeal, not to this review');
  if (openReview(end)) return refuse('qioReviewOpen');
  if (requestedAt > now || notifiedAt > now) return invalid('requestedAt', 'it lies in the future');
  if (notifiedAt < requestedAt) return invalid('notifiedAt', 'it lies before the request');
  return (
    required('requestedBy', requestedBy) ?? [
      { type: 'QioReviewRequested', data: { reviewId, endId, requestedAt, notifiedAt, requestedBy } },
    ]
  );
};

const decideReview = (c: Case, command: Command<'RecordQioDecision'>): Decided => {
  const { reviewId, outcome, decidedAt, note, now } = command;
  const review = c.coverageEnds.flatMap((e) => e.reviews).find((r) => r.reviewId === reviewId && !r.decided);
  if (!review) return refuse('qioReviewUnknown');
  if (decidedAt > now || decidedAt < review.requestedAt)
    return invalid('decidedAt', 'it lies between the request and now');
  return required('note', note) ?? [{ type: 'QioReviewDecided', data: { reviewId, outcome, decidedAt, note } }];
};

const explain = (c: Case, command: Command<'ExplainCoverageEnd'>): Decided => {
  const { reviewId, facts, rule } = command;
  if (!standingEnds(c).some((e) => openReview(e)?.reviewId === reviewId)) return refuse('qioReviewUnknown');
  const [problem] = rationaleProblems(facts, [rule.name]);
  return (
    required('facts', facts) ??
    (problem === undefined ? undefined : invalid('facts', problem)) ??
    required('rule.name', rule.name) ??
    required('rule.citation', rule.citation) ??
    required('rule.text', rule.text) ?? [{ type: 'CoverageEndExplained', data: { reviewId, facts, rule } }]
  );
};

export const decideCoverageEnd = (c: Case, command: Command<CoverageEndCommand['type']>): Decided => {
  switch (command.type) {
    case 'PlanCoverageEnd':
      return plan(c, command);
    case 'ReduceAuthorization':
      return reduce(c, command);
    case 'WithdrawCoverageEnd':
      return withdraw(c, command);
    case 'RecordMedicareNotice':
      return recordNotice(c, command);
    case 'RecordQioRequest':
      return requestReview(c, command);
    case 'ExplainCoverageEnd':
      return explain(c, command);
    case 'RecordQioDecision':
      return decideReview(c, command);
    default: {
      const never: never = command;
      return never;
    }
  }
};
