import { type Episode, openTalks, presentProgramme } from '../episode/state.ts';
import { openQuestions } from '../payer/unknown.ts';
import { agreedAt } from '../practiceTalk/standing.ts';
import { startOfDay } from '../time/instant.ts';
import { coverageOn, endOf, laterBy, payerFields, payerOf, type TaskContext, todayOf } from './context.ts';
import type { DueTask } from './task.ts';

/** Talks that a payer offered; the window first, then the agreed moment. */
export const talkTasks = (e: Episode): readonly DueTask[] =>
  openTalks(e).map((t) => {
    const submission = e.submissions.find((s) => s.submissionId === t.submissionId);
    const named = t.escalations.at(-1)?.to ?? t.scheduled?.clinician;
    return {
      key: `peerToPeer:${t.offerId}`,
      kind: 'peerToPeer',
      opensAt: t.offeredAt,
      dueAt: agreedAt(t) ?? t.closesAt,
      about: { offerId: t.offerId, ...(t.submissionId ? { submissionId: t.submissionId } : {}) },
      ...payerFields(payerOf(e, submission?.coverageId)),
      unknown: [],
      ...(named ? { named } : {}),
    };
  });

/** Benefits that nobody has verified, or whose verification runs out while the patient stays. */
export const benefitTasks = (e: Episode, context: TaskContext): readonly DueTask[] => {
  const coverage = coverageOn(e, todayOf(context));
  if (!coverage || e.discharge) return [];
  const last = e.verifications.filter((v) => v.coverageId === coverage.coverageId).at(-1);
  return [
    {
      key: `benefitsDue:${coverage.coverageId}:${last?.verificationId ?? 'first'}`,
      kind: 'benefitsDue',
      opensAt: last?.verifiedAt ?? startOfDay(e.admittedOn, context.place.zone),
      dueAt: endOf(last?.validThrough ?? e.admittedOn, context),
      about: { coverageId: coverage.coverageId },
      ...payerFields(coverage),
      unknown: [],
    },
  ];
};

/** What the card of the payer does not say for the present level. */
export const askPayerTasks = (e: Episode, context: TaskContext): readonly DueTask[] => {
  const coverage = coverageOn(e, todayOf(context));
  if (!coverage || e.discharge) return [];
  const { levelOfCare } = presentProgramme(e);
  const unknown = openQuestions(context.cardOf(coverage.payerId), levelOfCare);
  if (unknown.length === 0) return [];
  const opensAt = startOfDay(e.levels.at(-1)?.from ?? e.admittedOn, context.place.zone);
  return [
    {
      key: `askPayer:${coverage.payerId}:${levelOfCare}`,
      kind: 'askPayer',
      opensAt,
      dueAt: laterBy(opensAt, context.policy.askPayerWithin, context),
      about: { coverageId: coverage.coverageId },
      ...payerFields(coverage),
      unknown,
    },
  ];
};
