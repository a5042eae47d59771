import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { EpisodeCommandOf } from '@openum/domain/episode/command.ts';
import type { AnswerOutcome, Clinician, TalkResult } from '@openum/domain/episode/record.ts';
import { type Episode, programmeOn } from '@openum/domain/episode/state.ts';
import { appealDue } from '@openum/domain/payer/question.ts';
import type { TaskContext } from '@openum/domain/practiceTask/context.ts';
import { type CalendarDate, dateInZone, daysBetween, type Instant } from '@openum/domain/time/instant.ts';
import { byAt, type PracticeActing } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';
import { taskReading } from '../task/context.ts';

export type GivenAnswer = {
  readonly outcome: AnswerOutcome;
  readonly answeredAt?: Instant;
  readonly spokeWith?: string;
  readonly reference?: string;
  readonly reason?: string;
  readonly wanted?: readonly string[];
  readonly informationDueAt?: Instant;
  readonly authorizations?: readonly {
    readonly number: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly units?: number;
    readonly nextReviewOn?: CalendarDate;
    readonly contact?: string;
  }[];
  readonly denied?: { readonly from: CalendarDate; readonly to: CalendarDate; readonly appealBy?: CalendarDate };
};

type Keyed = { readonly commandId: string; readonly expectedVersion: number };

const answerCommand = (
  me: PracticeActing,
  e: Episode,
  submissionId: string,
  given: GivenAnswer,
  context: TaskContext,
): EpisodeCommandOf<'RecordAnswer'> | Refusal => {
  const s = e.submissions.find((x) => x.submissionId === submissionId);
  if (!s) return refuse('submissionUnknown');
  const { authorizations = [], denied, answeredAt = me.now, ...answer } = given;
  if (denied && denied.to < denied.from)
    return refuse('fieldInvalid', { field: 'denied.to', problem: 'the last day lies before the first' });
  const { newId } = me.casework.environment;
  const receivedOn = dateInZone(answeredAt, context.place.zone);
  const payerId = e.coverages.find((c) => c.coverageId === s.coverageId)?.payerId;
  const appeal = appealDue(payerId ? context.cardOf(payerId) : undefined, 1, receivedOn, context.place);
  const appealBy =
    denied?.appealBy ?? (appeal.kind === 'known' ? dateInZone(appeal.said.value, context.place.zone) : undefined);
  return {
    type: 'RecordAnswer',
    ...byAt(me),
    submissionId,
    answer: { ...answer, answeredAt },
    authorizations: authorizations.map((a) => ({
      ...a,
      authorizationId: newId(),
      coverageId: s.coverageId,
      submissionId,
      levelOfCare: s.levelOfCare,
      codes: s.codes,
    })),
    ...(denied
      ? {
          denial: {
            denialId: newId(),
            coverageId: s.coverageId,
            source: 'answer' as const,
            receivedOn,
            from: denied.from,
            to: denied.to,
            levelOfCare: s.levelOfCare,
            submissionId,
            adjustmentCodes: [],
            remarkCodes: [],
            ...(given.reason ? { reason: given.reason } : {}),
            amount: (daysBetween(denied.from, denied.to) + 1) * programmeOn(e, denied.from).charge,
            ...(appealBy ? { appealBy } : {}),
          },
        }
      : {}),
  };
};

/** An answer that came by telephone, fax, letter or a payer's page, as somebody writes it down. */
export const recordAnswer = async (
  me: PracticeActing,
  episodeId: string,
  submissionId: string,
  { commandId, expectedVersion }: Keyed,
  given: GivenAnswer,
): Promise<EpisodeActed> => {
  const { context } = await taskReading(me.casework, me.scope, me.practice.zone, me.now);
  return actOnEpisode(me.casework, me.scope, {
    episodeId,
    commandId,
    expectedVersion,
    command: ({ state }) => answerCommand(me, state, submissionId, given, context),
  });
};

export type TalkAct =
  | {
      readonly type: 'offer';
      readonly submissionId?: string;
      readonly opensAt?: Instant;
      readonly closesAt: Instant;
      readonly phone?: string;
      readonly payerPhysician?: string;
      readonly reason?: string;
    }
  | { readonly type: 'schedule'; readonly offerId: string; readonly at: Instant; readonly clinician: Clinician }
  | { readonly type: 'held'; readonly offerId: string; readonly result: TalkResult; readonly notes: string }
  | { readonly type: 'missed' | 'decline'; readonly offerId: string; readonly reason: string }
  | { readonly type: 'escalate'; readonly offerId: string; readonly to: Clinician; readonly reason: string };

const talkCommand = (me: PracticeActing, e: Episode, commandId: string, act: TalkAct) => {
  const by = byAt(me);
  switch (act.type) {
    case 'offer': {
      const { type: _, opensAt = me.now, ...offer } = act;
      if (offer.submissionId !== undefined && !e.submissions.some((s) => s.submissionId === offer.submissionId))
        return refuse('submissionUnknown');
      return { type: 'RecordTalkOffer', ...by, ...offer, opensAt, offerId: commandId } as const;
    }
    case 'schedule':
      return { type: 'ScheduleTalk', ...by, offerId: act.offerId, at: act.at, clinician: act.clinician } as const;
    case 'held':
      return { type: 'RecordTalkHeld', ...by, offerId: act.offerId, result: act.result, notes: act.notes } as const;
    case 'missed':
      return { type: 'RecordTalkMissed', ...by, offerId: act.offerId, reason: act.reason } as const;
    case 'decline':
      return { type: 'DeclineTalk', ...by, offerId: act.offerId, reason: act.reason } as const;
    case 'escalate':
      return { type: 'EscalateTalk', ...by, offerId: act.offerId, to: act.to, reason: act.reason } as const;
  }
};

/** One step of a talk with a payer's physician, from the offer to its end. */
export const actOnTalk = (
  me: PracticeActing,
  episodeId: string,
  { commandId, expectedVersion }: Keyed,
  act: TalkAct,
): Promise<EpisodeActed> =>
  actOnEpisode(me.casework, me.scope, {
    episodeId,
    commandId,
    expectedVersion,
    command: ({ state }) => talkCommand(me, state, commandId, act),
  });

/** Somebody takes a task that is to be done at this moment. */
export const takeTask = async (
  me: PracticeActing,
  episodeId: string,
  commandId: string,
  task: string,
): Promise<EpisodeActed> =>
  actOnEpisode(me.casework, me.scope, {
    episodeId,
    commandId,
    command: () => ({ type: 'TakeTask', ...byAt(me), task }),
  });
