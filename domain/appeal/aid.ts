import type { CommandOf } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { type Appeal, appealOutcome } from './appeal.ts';

export const effectuate = (a: Appeal, { appealId, how }: CommandOf<'EffectuateAppeal'>): Decided => {
  const outcome = appealOutcome(a);
  if (outcome === undefined || outcome === 'upheld' || a.effectuated) return refuse('appealNothingToEffectuate');
  return required('how', how) ?? [{ type: 'AppealEffectuated', data: { appealId, how } }];
};

/** 42 CFR 438.420: care that was authorized goes on when it was asked for in time and by somebody who may ask. */
export const decideAid = (a: Appeal, command: CommandOf<'DecideAidContinuing'>): Decided => {
  const { appealId, level, granted, askedBy, askedAt, askedInTimeUntil, previouslyAuthorized, period, reason, now } =
    command;
  const rule = level.aidContinuing;
  if (!rule) return refuse('aidContinuingNotOffered', { level: level.name });
  if (a.aid) return refuse('aidContinuingDecided');
  if (askedAt > now) return refuse('receiptInFuture');
  if (granted) {
    if (!rule.whoMayAsk.includes(askedBy)) return refuse('aidContinuingPartyNotAllowed', { citation: rule.citation });
    if (askedAt > askedInTimeUntil) return refuse('aidContinuingAskedLate', { citation: rule.citation });
    if (!previouslyAuthorized) return refuse('aidContinuingNotAuthorized', { citation: rule.citation });
    if (!period) return refuse('fieldMissing', { field: 'period' });
  }
  const data = { appealId, granted, askedBy, askedAt, ...(granted && period ? { period } : {}), reason };
  return required('reason', reason) ?? [{ type: 'AidContinuingDecided', data }];
};

export const endAid = (a: Appeal, { appealId, endedOn, reason }: CommandOf<'EndAidContinuing'>): Decided => {
  if (!a.aid?.granted || a.aidEnded) return refuse('aidContinuingNotRunning');
  return required('reason', reason) ?? [{ type: 'AidContinuingEnded', data: { appealId, endedOn, reason } }];
};

/** The appeal itself, or the last of those that went on from it. */
export const lastStep = (c: Pick<Case, 'appeals'>, a: Appeal): Appeal => {
  const next = c.appeals.findLast((x) => x.previousAppealId === a.appealId);
  return next ? lastStep(c, next) : a;
};

/** Care still goes on for an appeal that is over and has not been won: somebody looks whether it may end (42 CFR 438.420(c)). */
export const aidToEnd = (c: Pick<Case, 'appeals'>, a: Appeal): boolean => {
  if (!a.aid?.granted || a.aidEnded) return false;
  const last = lastStep(c, a);
  const outcome = appealOutcome(last);
  return (
    last.withdrawn !== undefined || last.dismissed !== undefined || (outcome !== undefined && outcome !== 'overturned')
  );
};
