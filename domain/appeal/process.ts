import type { CommandOf } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { extendedDue, extensionProblem, receiptOfClock } from '../clock/extension.ts';
import { toldProblem } from '../urgency/told.ts';
import { type Appeal, lateUndecided, openAppealRequest, standingMissing } from './appeal.ts';
import { credentialsText } from './credentials.ts';
import { reviewerProblem } from './reviewer.ts';

export const showStanding = (a: Appeal, command: CommandOf<'ShowAppealStanding'>): Decided => {
  const { appealId, by, receivedAt, documentId, clocks, now } = command;
  if (!standingMissing(a)) return refuse('appealStandingNotNeeded');
  if (receivedAt > now) return refuse('receiptInFuture');
  const data = { appealId, standing: a.standing, by, receivedAt, ...(documentId ? { documentId } : {}), clocks };
  return required('by', by) ?? [{ type: 'AppealStandingShown', data }];
};

export const acceptLate = (a: Appeal, command: CommandOf<'AcceptLateAppeal'>): Decided =>
  lateUndecided(a)
    ? (required('reason', command.reason) ?? [
        {
          type: 'AppealLateFilingDecided',
          data: { appealId: a.appealId, goodCause: true, reason: command.reason },
        },
      ])
    : refuse('appealNotLate');

export const askExpedited = (a: Appeal, command: CommandOf<'AskExpeditedAppeal'>): Decided => {
  const { appealId, by, reason, askedAt, clocks, level, now } = command;
  if (!level.expedited.offered) return refuse('expediteNotOffered', { level: level.name });
  if (a.urgency === 'expedited') return refuse('urgencyUnchanged', { urgency: 'expedited' });
  if (askedAt > now || askedAt < a.receivedAt)
    return refuse('fieldInvalid', { field: 'askedAt', problem: 'it lies between the receipt of the appeal and now' });
  const running = standingMissing(a) ? [] : clocks;
  return (
    required('reason', reason) ?? [
      { type: 'AppealExpediteAsked', data: { appealId, by, reason, askedAt, clocks: running } },
    ]
  );
};

/** A physician's word binds where the law says so (42 CFR 422.584(c)(2)(ii); 438.410(a); 29 CFR 2560.503-1(m)(1)(iii)). */
export const refuseExpedited = (a: Appeal, command: CommandOf<'RefuseExpeditedAppeal'>): Decided => {
  const { appealId, reason, clocks, noticeClocks, level, told, now } = command;
  if (a.urgency !== 'expedited' || !a.expediteAsked) return refuse('urgencyUnchanged', { urgency: a.urgency });
  if (a.expediteAsked.by === 'physician' && level.expedited.physicianBinds)
    return refuse('appealExpediteBinds', { level: level.name });
  const running = standingMissing(a) ? [] : clocks;
  const data = { appealId, reason, clocks: [...running, ...noticeClocks], ...(told ? { told } : {}) };
  return (
    required('reason', reason) ?? toldProblem(told, a.receivedAt, now) ?? [{ type: 'AppealExpediteRefused', data }]
  );
};

export const extendAppeal = (c: Case, a: Appeal, command: CommandOf<'ExtendAppeal'>): Decided => {
  const { appealId, clockId, ground, by, reason, rule, calendar, now } = command;
  const started = a.clocks.find((k) => k.clockId === clockId);
  if (!started) return refuse('clockUnknown', { clock: clockId });
  const clock = { started, rule, calendar };
  const asked = { ground, ...(by ? { by } : {}) };
  if (a.extensions.some((x) => x.clockId === clockId)) return refuse('clockAlreadyExtended', { rule: rule.id });
  const problem = extensionProblem(c, clock, asked, now) ?? required('reason', reason);
  if (problem) return problem;
  const dueBefore = receiptOfClock(c, clock, now).dueAt;
  const dueAfter = extendedDue(c, clock, asked, now);
  return [
    { type: 'AppealExtended', data: { appealId, clockId, ruleId: rule.id, ...asked, reason, dueBefore, dueAfter } },
  ];
};

export const addExhibit = (c: Case, a: Appeal, command: CommandOf<'AddAppealExhibit'>): Decided => {
  const { appealId, exhibitId, documentId, from } = command;
  const document = c.documents.find((d) => d.documentId === documentId);
  if (!document) return refuse('documentUnknown', { document: documentId });
  if (a.exhibits.some((x) => x.documentId === documentId)) return refuse('exhibitKnown', { title: document.title });
  return (
    required('from', from) ?? [
      { type: 'AppealExhibitAdded', data: { appealId, exhibitId, documentId, title: document.title, from } },
    ]
  );
};

export const assignReviewer = (c: Case, a: Appeal, command: CommandOf<'AssignAppealReviewer'>): Decided => {
  const { appealId, to, level, requirement, reason, now } = command;
  if (a.reviewer?.userId === to.userId) return refuse('alreadyAssigned', { name: to.name });
  const problem = reviewerProblem(c, a, to, level, requirement, now);
  if (problem) return problem;
  const reviewer = { userId: to.userId, name: to.name, credentials: credentialsText(to.qualification) };
  return [{ type: 'AppealReviewerAssigned', data: { appealId, to: reviewer, ...(reason ? { reason } : {}) } }];
};

export const askInformation = (a: Appeal, command: CommandOf<'AskAppealInformation'>): Decided => {
  const { appealId, requestId, from, text, dueAt, now } = command;
  if (openAppealRequest(a)) return refuse('informationRequestOpen');
  if (dueAt <= now) return refuse('fieldInvalid', { field: 'dueAt', problem: 'it must lie after now' });
  return (
    required('from', from) ??
    required('text', text) ?? [{ type: 'AppealInformationAsked', data: { appealId, requestId, from, text, dueAt } }]
  );
};

export const receiveInformation = (a: Appeal, command: CommandOf<'ReceiveAppealInformation'>): Decided => {
  const { appealId, requestId, summary } = command;
  if (openAppealRequest(a)?.requestId !== requestId) return refuse('informationRequestUnknown', { request: requestId });
  return (
    required('summary', summary) ?? [{ type: 'AppealInformationReceived', data: { appealId, requestId, summary } }]
  );
};

export const shareEvidence = (command: CommandOf<'ShareAppealEvidence'>): Decided => {
  const { appealId, summary, respondBy, now } = command;
  if (respondBy <= now) return refuse('fieldInvalid', { field: 'respondBy', problem: 'it must lie after now' });
  return required('summary', summary) ?? [{ type: 'AppealEvidenceShared', data: { appealId, summary, respondBy } }];
};
