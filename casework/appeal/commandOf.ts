import type { Appeal } from '@openum/domain/appeal/appeal.ts';
import type { AppealCommand, ReconsiderationCommand } from '@openum/domain/appeal/command.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { addDays, type CalendarDate, dateInZone, type Instant, startOfDay } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { dayOf, momentOf, said } from '../case/given.ts';
import type { LoadedCase } from '../case/load.ts';
import { caseClock } from '../clock/receipts.ts';
import { criteriaOf } from '../determination/basis.ts';
import { fullApproval } from '../determination/fullApproval.ts';
import { authorizedOf } from '../determination/given.ts';
import { toldOf } from '../urgency/told.ts';
import type { AppealAct } from './act.ts';
import { clocksNamed, decisionClocks, effectuationClocks, nextOf, openingClocks } from './clocks.ts';
import { levelById, levelOf } from './level.ts';
import { appealRequirement, candidateOf, superiorsOf } from './people.ts';
import { reconsiderationRuleFor } from './reconsideration.ts';
import { filingDeadline } from './window.ts';

type Command = AppealCommand | ReconsiderationCommand;
type Act<T extends AppealAct['type']> = Extract<AppealAct, { type: T }>;

const file = (act: Act<'FileAppeal'>, acting: Acting, c: Case): Command | Refusal => {
  const { knowledge, environment } = acting.casework;
  const level = levelById(knowledge, act.levelId);
  if (!level) return refuse('fieldInvalid', { field: 'levelId', problem: 'there is no such level' });
  const receivedAt = momentOf('receivedAt', act.receivedAt);
  if (isRefusal(receivedAt)) return receivedAt;
  const shown = act.standingShownAt === undefined ? undefined : momentOf('standingShownAt', act.standingShownAt);
  if (isRefusal(shown)) return shown;
  const arrived = act.noticeReceivedOn ? dayOf('noticeReceivedOn', act.noticeReceivedOn) : undefined;
  if (isRefusal(arrived)) return arrived;
  const window = filingDeadline(c, level, act.itemSequences, knowledge, arrived);
  const { party, name, ...more } = act.filedBy;
  const about = {
    timing: act.timing,
    urgency: act.expedited ? ('expedited' as const) : ('standard' as const),
    lines: act.itemSequences,
  };
  const startsAt = shown && shown > receivedAt ? shown : receivedAt;
  return {
    type: 'FileAppeal',
    appealId: environment.newId(),
    number: environment.newNumber('AP'),
    level,
    filedBy: { party, name, ...said(more) },
    itemSequences: act.itemSequences,
    timing: act.timing,
    receivedAt,
    channel: act.channel,
    statement: act.statement,
    ...(act.expedited ? { expedited: act.expedited } : {}),
    ...(shown ? { standingShownAt: shown } : {}),
    ...(window ? { noticeDate: window.noticeDate, filingDeadline: window.deadline } : {}),
    clocks: openingClocks(c, level, about, startsAt, acting),
  };
};

/** The decision clocks of an appeal that is under way, as of `at`. */
const anew = (c: Case, a: Appeal, urgency: Appeal['urgency'], at: Instant, acting: Acting) => {
  const level = levelOf(acting.casework.knowledge, a);
  return decisionClocks(c, level, { timing: a.timing, urgency, lines: a.itemSequences }, at, acting);
};

/** When the appeal began to count: at its receipt, or when what was missing had come. */
const countsFrom = (a: Appeal): Instant => a.standingShown?.receivedAt ?? a.standingShownAt ?? a.receivedAt;

const decide = async (act: Act<'DecideAppeal'>, acting: Acting, loaded: LoadedCase, a: Appeal): Promise<Command> => {
  const { casework, tenant, actor, now } = acting;
  const scope = { tenantId: tenant.tenantId };
  const c = loaded.state;
  const level = levelOf(casework.knowledge, a);
  const next = nextOf(c, a, level, now, acting);
  const cited = act.lines.flatMap((l) =>
    l.criteriaCited ? [{ itemSequence: l.itemSequence, setId: 'cited', ...l.criteriaCited }] : [],
  );
  return {
    type: 'DecideAppeal',
    appealId: act.appealId,
    level,
    lines: act.lines.map(({ authorized, criteriaCited: _, ...line }) => ({
      ...line,
      ...(authorized ? { authorized: authorizedOf(authorized, acting) } : {}),
    })),
    criteria: [...criteriaOf(c), ...criteriaOfDenial(c, a), ...cited],
    requirement: appealRequirement(c, level, a.itemSequences, casework.knowledge),
    superiors: superiorsOf(actor.userId, await casework.reportingLines.all(scope)),
    attestation: act.attestation,
    evidenceOpened: await casework.readLog.openedBy(scope, loaded.caseId, actor.userId),
    newEvidence: act.newEvidence,
    clocks: effectuationClocks(c, a, level, now, acting),
    ...(next ? { next } : {}),
  };
};

/** What the denial rested on is what the appeal is held against, where nothing newer was read. */
const criteriaOfDenial = (c: Case, a: Appeal) => {
  const read = criteriaOf(c);
  return c.items
    .filter((i) => a.itemSequences.includes(i.sequence) && !read.some((r) => r.itemSequence === i.sequence))
    .flatMap((i) => (i.determination?.criteria ?? []).map((r) => ({ ...r, itemSequence: i.sequence })));
};

const assign = async (
  act: Act<'AssignAppealReviewer'>,
  { casework, tenant }: Acting,
  c: Case,
  a: Appeal,
): Promise<Command | Refusal> => {
  const scope = { tenantId: tenant.tenantId };
  const user = await casework.identity.user(scope, act.toUserId);
  if (!user?.active) return refuse('fieldInvalid', { field: 'toUserId', problem: 'there is no such active user' });
  const level = levelOf(casework.knowledge, a);
  return {
    type: 'AssignAppealReviewer',
    appealId: act.appealId,
    to: candidateOf(user, await casework.reportingLines.all(scope)),
    level,
    requirement: appealRequirement(c, level, a.itemSequences, casework.knowledge),
    ...said({ reason: act.reason }),
  };
};

const external = (act: Act<'ReceiveExternalDecision'>, acting: Acting, c: Case, a: Appeal): Command | Refusal => {
  const decidedOn = dayOf('decidedOn', act.decidedOn);
  if (isRefusal(decidedOn)) return decidedOn;
  const level = levelOf(acting.casework.knowledge, a);
  const { type, appealId, decidedBy } = act;
  return {
    type,
    appealId,
    decidedBy,
    decidedOn,
    ...said({ reference: act.reference }),
    lines: act.lines.map(({ authorized, ...line }) => ({
      ...line,
      ...(authorized ? { authorized: authorizedOf(authorized, acting) } : {}),
    })),
    clocks: effectuationClocks(c, a, level, acting.now, acting),
  };
};

const aid = (act: Act<'DecideAidContinuing'>, acting: Acting, c: Case, a: Appeal): Command | Refusal => {
  const askedAt = momentOf('askedAt', act.askedAt);
  if (isRefusal(askedAt)) return askedAt;
  const effectiveOn = act.effectiveOn ? dayOf('effectiveOn', act.effectiveOn) : undefined;
  if (isRefusal(effectiveOn)) return effectiveOn;
  const level = levelOf(acting.casework.knowledge, a);
  const { zone } = c.request;
  const days = level.aidContinuing?.askWithinDays ?? 0;
  const from = a.noticeDate ?? dateInZone(a.receivedAt, zone);
  const byLetter = addDays(from, days);
  const last = effectiveOn && effectiveOn > byLetter ? effectiveOn : byLetter;
  const { period } = act;
  return {
    type: 'DecideAidContinuing',
    appealId: act.appealId,
    level,
    granted: act.granted,
    askedBy: act.askedBy,
    askedAt,
    askedInTimeUntil: startOfDay(addDays(last, 1), zone),
    previouslyAuthorized: act.previouslyAuthorized,
    ...(period
      ? { period: { start: period.start as CalendarDate, ...(period.end ? { end: period.end as CalendarDate } : {}) } }
      : {}),
    reason: act.reason,
  };
};

const onAppeal = async (
  act: Exclude<AppealAct, { type: 'FileAppeal' | 'RequestReconsideration' | 'DecideReconsideration' }>,
  acting: Acting,
  loaded: LoadedCase,
): Promise<Command | Refusal> => {
  const c = loaded.state;
  const a = c.appeals.find((x) => x.appealId === act.appealId);
  if (!a) return refuse('appealUnknown');
  const { knowledge, environment } = acting.casework;
  const level = levelOf(knowledge, a);
  switch (act.type) {
    case 'ShowAppealStanding': {
      const receivedAt = momentOf('receivedAt', act.receivedAt);
      if (isRefusal(receivedAt)) return receivedAt;
      const { type, appealId, by } = act;
      const about = { timing: a.timing, urgency: a.urgency, lines: a.itemSequences };
      const clocks = openingClocks(c, level, about, receivedAt, acting);
      return { type, appealId, by, receivedAt, ...said({ documentId: act.documentId }), clocks };
    }
    case 'AskExpeditedAppeal': {
      const askedAt = momentOf('askedAt', act.askedAt);
      return isRefusal(askedAt)
        ? askedAt
        : { ...act, askedAt, level, clocks: anew(c, a, 'expedited', askedAt, acting) };
    }
    case 'RefuseExpeditedAppeal': {
      const told = toldOf(act.told);
      if (isRefusal(told)) return told;
      const { type, appealId, reason } = act;
      const rules = level.expedited.declinedRules ?? [];
      const from = told?.at ?? acting.now;
      return {
        type,
        appealId,
        reason,
        level,
        clocks: anew(c, a, 'standard', countsFrom(a), acting),
        noticeClocks: clocksNamed(c, rules, 'expedited', from, a.itemSequences, acting),
        ...(told ? { told } : {}),
      };
    }
    case 'ExtendAppeal': {
      const started = a.clocks.find((k) => k.clockId === act.clockId);
      if (!started) return refuse('clockUnknown', { clock: act.clockId });
      const { rule, calendar } = caseClock(started, knowledge);
      const { by, ...rest } = act;
      return { ...rest, ...(by ? { by } : {}), rule, calendar };
    }
    case 'AddAppealExhibit':
      return { ...act, exhibitId: environment.newId() };
    case 'AssignAppealReviewer':
      return assign(act, acting, c, a);
    case 'AskAppealInformation': {
      const dueAt = momentOf('dueAt', act.dueAt);
      return isRefusal(dueAt) ? dueAt : { ...act, dueAt, requestId: environment.newId() };
    }
    case 'ShareAppealEvidence': {
      const respondBy = momentOf('respondBy', act.respondBy);
      return isRefusal(respondBy) ? respondBy : { ...act, respondBy };
    }
    case 'DecideAppeal':
      return decide(act, acting, loaded, a);
    case 'NameReviewOrganization': {
      const { type, appealId, name, reference } = act;
      const clocks = clocksNamed(c, level.documentRules, a.urgency, acting.now, a.itemSequences, acting);
      return { type, appealId, name, ...said({ reference }), clocks };
    }
    case 'ChaseExternalAnswer': {
      const askAgainAt = momentOf('askAgainAt', act.askAgainAt);
      return isRefusal(askAgainAt) ? askAgainAt : { ...act, askAgainAt };
    }
    case 'ReceiveExternalDecision':
      return external(act, acting, c, a);
    case 'DecideAidContinuing':
      return aid(act, acting, c, a);
    case 'EndAidContinuing': {
      const endedOn = dayOf('endedOn', act.endedOn);
      return isRefusal(endedOn) ? endedOn : { ...act, endedOn };
    }
    case 'AcceptLateAppeal':
    case 'ReceiveAppealInformation':
    case 'DismissAppeal':
    case 'WithdrawAppeal':
    case 'EffectuateAppeal':
      return act;
    default: {
      const never: never = act;
      return never;
    }
  }
};

const reconsider = (act: Act<'RequestReconsideration'>, acting: Acting, c: Case): Command | Refusal => {
  const { knowledge, environment } = acting.casework;
  const rule = reconsiderationRuleFor(c, knowledge);
  if (!rule) return refuse('reconsiderationNotOffered');
  const receivedAt = momentOf('receivedAt', act.receivedAt);
  if (isRefusal(receivedAt)) return receivedAt;
  const clocks = clocksNamed(c, [rule.ruleId], 'standard', receivedAt, act.itemSequences, acting);
  return { ...act, reconsiderationId: environment.newId(), ruleId: rule.id, receivedAt, clocks };
};

const answer = (act: Act<'DecideReconsideration'>, acting: Acting, c: Case): Command => {
  const { knowledge, environment } = acting.casework;
  const asked = c.reconsiderations.find((r) => r.reconsiderationId === act.reconsiderationId);
  const items = c.items.filter((i) => asked?.itemSequences.includes(i.sequence));
  const authorized = items.map((item) => ({
    itemSequence: item.sequence,
    authorized: {
      ...fullApproval(c, item, knowledge, acting.now),
      authorizationNumber: environment.newNumber('PA'),
    },
  }));
  return { ...act, authorized: act.outcome === 'approved' ? authorized : [] };
};

/** The command of an act around an appeal, with the level, the rules, the clocks and the people that it needs. */
export const appealCommandOf = async (
  act: AppealAct,
  acting: Acting,
  loaded: LoadedCase,
): Promise<Command | Refusal> => {
  switch (act.type) {
    case 'FileAppeal':
      return file(act, acting, loaded.state);
    case 'RequestReconsideration':
      return reconsider(act, acting, loaded.state);
    case 'DecideReconsideration':
      return answer(act, acting, loaded.state);
    default:
      return onAppeal(act, acting, loaded);
  }
};
