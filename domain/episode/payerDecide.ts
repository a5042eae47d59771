import { required } from '../case/decided.ts';
import { invalid, type Refusal, refuse } from '../case/refusal.ts';
import { agreedAt, endWritten } from '../practiceTalk/standing.ts';
import type { EpisodeCommandOf } from './command.ts';
import { type EpisodeDecided, firstOf } from './decided.ts';
import type { EpisodeEvent } from './event.ts';
import type { PayerAuthorization } from './record.ts';
import { type Episode, type EpisodeTalk, finalAnswer, openTalks } from './state.ts';

const coverageKnown = (e: Episode, coverageId: string): Refusal | undefined =>
  e.coverages.some((c) => c.coverageId === coverageId) ? undefined : refuse('coverageUnknown');

const span = (from: string, to: string): Refusal | undefined =>
  to < from ? invalid('to', 'the last day lies before the first') : undefined;

export const authorizationProblem = (e: Episode, a: PayerAuthorization): Refusal | undefined =>
  firstOf(
    coverageKnown(e, a.coverageId),
    required('number', a.number),
    required('levelOfCare', a.levelOfCare),
    span(a.from, a.to),
    a.units !== undefined && (!Number.isInteger(a.units) || a.units < 1)
      ? invalid('units', 'it must be a whole number, one or more')
      : undefined,
  );

const numberTaken = (e: Episode, a: PayerAuthorization): Refusal | undefined =>
  e.authorizations.some(
    (x) =>
      !x.voided &&
      x.authorizationId !== a.authorizationId &&
      x.number === a.number &&
      x.coverageId === a.coverageId &&
      x.levelOfCare === a.levelOfCare &&
      x.from === a.from,
  )
    ? refuse('authorizationRepeated', { number: a.number })
    : undefined;

export const recordSubmission = (e: Episode, command: EpisodeCommandOf<'RecordSubmission'>): EpisodeDecided => {
  const { type: _t, actor: _a, now, today: _d, occurredAt: _o, noteChecks = [], ...data } = command;
  if (data.sentAt > now) return invalid('sentAt', 'it lies in the future');
  const noteCheckId = noteChecks.at(-1)?.noteCheckId;
  const spoken = data.channel === 'phone' || data.channel === 'portal';
  const problem = firstOf(
    coverageKnown(e, data.coverageId),
    required('levelOfCare', data.levelOfCare),
    required('clinicalSummary', data.clinicalSummary),
    span(data.from, data.to),
    // What was said on the phone or typed into a payer's page leaves no other trace.
    spoken && !data.reference?.trim() && !data.spokeWith?.trim()
      ? refuse('fieldMissing', { field: 'reference or spokeWith' })
      : undefined,
    data.kind === 'retrospective' && data.from > command.today
      ? invalid('from', 'a retrospective request is for days that have passed')
      : undefined,
    e.submissions.some((s) => s.submissionId === data.submissionId) ? refuse('submissionRepeated') : undefined,
  );
  return (
    problem ?? [
      ...noteChecks.map((check): EpisodeEvent => ({ type: 'NoteChecked', data: check })),
      { type: 'SubmissionRecorded', data: { ...data, ...(noteCheckId ? { noteCheckId } : {}) } },
    ]
  );
};

export const recordAnswer = (e: Episode, command: EpisodeCommandOf<'RecordAnswer'>): EpisodeDecided => {
  const { submissionId, answer, authorizations, denial, talk, now } = command;
  const submission = e.submissions.find((s) => s.submissionId === submissionId);
  if (!submission) return refuse('submissionUnknown');
  if (finalAnswer(submission)) return refuse('submissionAnswered');
  if (answer.answeredAt > now) return invalid('answeredAt', 'it lies in the future');
  const grants = ['approved', 'partiallyApproved', 'modified'].includes(answer.outcome);
  const refuses = ['denied', 'partiallyApproved', 'modified'].includes(answer.outcome);
  const problem = firstOf(
    grants && authorizations.length === 0 ? refuse('fieldMissing', { field: 'authorizations' }) : undefined,
    !grants && authorizations.length > 0 ? invalid('authorizations', 'this answer authorizes nothing') : undefined,
    refuses && !denial ? refuse('fieldMissing', { field: 'denial' }) : undefined,
    answer.outcome === 'rejected' ? required('reason', answer.reason ?? '') : undefined,
    answer.outcome === 'informationRequested' && !answer.wanted?.some((w) => w.trim())
      ? refuse('fieldMissing', { field: 'wanted' })
      : undefined,
    ...authorizations.map((a) => firstOf(authorizationProblem(e, a), numberTaken(e, a))),
  );
  if (problem) return problem;
  return [
    { type: 'SubmissionAnswered', data: { submissionId, ...answer } },
    ...authorizations.map((data): EpisodeEvent => ({ type: 'AuthorizationRecorded', data })),
    ...(denial ? [{ type: 'DenialRecorded', data: denial } as const] : []),
    ...(talk ? [{ type: 'PeerToPeerOffered', data: talk } as const] : []),
  ];
};

export const sendInformation = (e: Episode, command: EpisodeCommandOf<'RecordInformationSent'>): EpisodeDecided => {
  const { submissionId, summary, sentAt, now, noteChecks = [] } = command;
  const submission = e.submissions.find((s) => s.submissionId === submissionId);
  if (!submission) return refuse('submissionUnknown');
  if (finalAnswer(submission)) return refuse('submissionAnswered');
  if (sentAt > now) return invalid('sentAt', 'it lies in the future');
  return (
    required('summary', summary) ?? [
      ...noteChecks.map((check): EpisodeEvent => ({ type: 'NoteChecked', data: check })),
      { type: 'InformationSent', data: { submissionId, summary, sentAt } },
    ]
  );
};

export const recordAuthorization = (
  e: Episode,
  { authorization }: EpisodeCommandOf<'RecordAuthorization'>,
): EpisodeDecided =>
  authorizationProblem(e, authorization) ??
  numberTaken(e, authorization) ?? [{ type: 'AuthorizationRecorded', data: authorization }];

export const correctAuthorization = (e: Episode, command: EpisodeCommandOf<'CorrectAuthorization'>): EpisodeDecided => {
  const { authorization, reason } = command;
  if (!e.authorizations.some((a) => a.authorizationId === authorization.authorizationId))
    return refuse('authorizationUnknown');
  return (
    authorizationProblem(e, authorization) ??
    numberTaken(e, authorization) ??
    required('reason', reason) ?? [{ type: 'AuthorizationCorrected', data: { authorization, reason } }]
  );
};

export const voidAuthorization = (e: Episode, command: EpisodeCommandOf<'VoidAuthorization'>): EpisodeDecided => {
  const { authorizationId, reason } = command;
  const a = e.authorizations.find((x) => x.authorizationId === authorizationId);
  if (!a || a.voided) return refuse('authorizationUnknown');
  return required('reason', reason) ?? [{ type: 'AuthorizationVoided', data: { authorizationId, reason } }];
};

export const offerTalk = (e: Episode, command: EpisodeCommandOf<'RecordTalkOffer'>): EpisodeDecided => {
  const { type: _t, actor: _a, now: _n, today: _d, occurredAt: _o, ...data } = command;
  if (data.closesAt <= data.opensAt) return invalid('closesAt', 'the window ends before it begins');
  if (e.talks.some((t) => t.offerId === data.offerId)) return refuse('peerToPeerAlreadyOpen', { item: 1 });
  const said = openTalks(e).some((t) => t.said.length > 0 && t.submissionId === data.submissionId);
  if (said && data.submissionId !== undefined) return refuse('talkSaidByPayer');
  return [{ type: 'PeerToPeerOffered', data }];
};

const openTalk = (e: Episode, offerId: string): EpisodeTalk | Refusal => {
  const talk = e.talks.find((t) => t.offerId === offerId);
  if (!talk) return refuse('peerToPeerUnknown');
  return endWritten(talk) ? refuse('peerToPeerEnded') : talk;
};

type TalkStep = 'ScheduleTalk' | 'RecordTalkHeld' | 'RecordTalkMissed' | 'DeclineTalk' | 'EscalateTalk';

export const stepTalk = (e: Episode, command: EpisodeCommandOf<TalkStep>): EpisodeDecided => {
  const talk = openTalk(e, command.offerId);
  if ('code' in talk) return talk;
  const { offerId, now } = command;
  switch (command.type) {
    case 'ScheduleTalk': {
      const { at, clinician } = command;
      if (at < talk.opensAt || at > talk.closesAt) return invalid('at', 'it lies outside the window of the offer');
      return (
        required('clinician.name', clinician.name) ?? [
          { type: 'PeerToPeerScheduled', data: { offerId, at, clinician } },
        ]
      );
    }
    case 'RecordTalkHeld': {
      const { result, notes } = command;
      return required('notes', notes) ?? [{ type: 'PeerToPeerHeld', data: { offerId, result, notes } }];
    }
    case 'RecordTalkMissed':
      // Nobody has missed what can still be held.
      if (now < (agreedAt(talk) ?? talk.closesAt)) return refuse('peerToPeerNotYetMissed');
      return (
        required('reason', command.reason) ?? [{ type: 'PeerToPeerMissed', data: { offerId, reason: command.reason } }]
      );
    case 'DeclineTalk':
      return (
        required('reason', command.reason) ?? [
          { type: 'PeerToPeerDeclined', data: { offerId, reason: command.reason } },
        ]
      );
    case 'EscalateTalk': {
      const { to, reason } = command;
      return (
        required('to.name', to.name) ??
        required('reason', reason) ?? [{ type: 'PeerToPeerEscalated', data: { offerId, to, reason } }]
      );
    }
  }
};
