import { required } from '../case/decided.ts';
import { invalid, refuse } from '../case/refusal.ts';
import { sendingProblem } from '../denial/appeal/decide.ts';
import type { DenialLetter } from '../denial/letter/record.ts';
import { standingDocument } from '../practiceDocument/decide.ts';
import type { EpisodeCommandOf } from './command.ts';
import { type EpisodeDecided, firstOf } from './decided.ts';
import type { AppealAnswer } from './record.ts';
import type { Episode } from './state.ts';

const cents = (field: string, value: number) =>
  Number.isInteger(value) && value >= 0 ? undefined : invalid(field, 'it must be whole cents, zero or more');

const letterProblem = (e: Episode, letter: DenialLetter | undefined) =>
  !letter || standingDocument(e, letter.documentId) ? undefined : refuse('episodeDocumentUnknown');

export const recordDenial = (e: Episode, command: EpisodeCommandOf<'RecordDenial'>): EpisodeDecided => {
  const { type: _t, actor: _a, now: _n, today, occurredAt: _o, ...data } = command;
  const problem = firstOf(
    e.coverages.some((c) => c.coverageId === data.coverageId) ? undefined : refuse('coverageUnknown'),
    e.denials.some((d) => d.denialId === data.denialId) ? refuse('denialRepeated') : undefined,
    data.to < data.from ? invalid('to', 'the last day lies before the first') : undefined,
    data.receivedOn > today ? invalid('receivedOn', 'it lies in the future') : undefined,
    cents('amount', data.amount),
    letterProblem(e, data.letter),
  );
  return problem ?? [{ type: 'DenialRecorded', data }];
};

/** The letter of a denial that is known already, from a call or an answer: what it says is added to it. */
export const recordDenialLetter = (e: Episode, command: EpisodeCommandOf<'RecordDenialLetter'>): EpisodeDecided => {
  const { type: _t, actor: _a, now: _n, today: _d, occurredAt: _o, ...data } = command;
  return (
    firstOf(
      e.denials.some((d) => d.denialId === data.denialId) ? undefined : refuse('denialUnknown'),
      letterProblem(e, data.letter),
    ) ?? [{ type: 'DenialLetterRecorded', data }]
  );
};

export const assignCause = (e: Episode, command: EpisodeCommandOf<'AssignCause'>): EpisodeDecided => {
  const { denialId, cause, reason } = command;
  if (!e.denials.some((d) => d.denialId === denialId)) return refuse('denialUnknown');
  return required('reason', reason) ?? [{ type: 'CauseAssigned', data: { denialId, cause, reason } }];
};

export const appeal = (e: Episode, command: EpisodeCommandOf<'DraftAppeal' | 'SendAppeal'>): EpisodeDecided => {
  const { type: _t, actor: _a, now: _n, today, occurredAt: _o, ...data } = command;
  const before = e.appeals.find((a) => a.appealId === data.appealId);
  const problem = firstOf(
    e.denials.some((d) => d.denialId === data.denialId) ? undefined : refuse('denialUnknown'),
    before?.sentOn ? refuse('practiceAppealSent') : undefined,
    required('letter', data.letter),
    sendingProblem(e, data, before),
    !Number.isInteger(data.level) || data.level < 1 ? invalid('level', 'the first level is 1') : undefined,
    'sentOn' in data && data.sentOn > today ? invalid('sentOn', 'it lies in the future') : undefined,
  );
  if (problem) return problem;
  return 'sentOn' in data ? [{ type: 'AppealSent', data }] : [{ type: 'AppealDrafted', data }];
};

const wasWon = ({ outcome }: AppealAnswer): boolean => outcome === 'overturned' || outcome === 'partlyOverturned';

export const answerAppeal = (e: Episode, command: EpisodeCommandOf<'RecordAppealAnswer'>): EpisodeDecided => {
  const { type: _t, actor: _a, now: _n, today, occurredAt: _o, ...data } = command;
  const sent = e.appeals.find((a) => a.appealId === data.appealId);
  if (!sent?.sentOn) return refuse('practiceAppealUnknown');
  if (sent.answered) return refuse('practiceAppealAnswered');
  if (data.answeredOn > today || data.answeredOn < sent.sentOn)
    return invalid('answeredOn', 'it lies between the day it was sent and today');
  const { recovered = 0 } = data;
  return (
    firstOf(
      cents('recovered', recovered),
      !wasWon(data) && recovered > 0 ? invalid('recovered', 'nothing is recovered by this outcome') : undefined,
    ) ?? [{ type: 'AppealAnswered', data }]
  );
};

/** What a won appeal brought: known later than its outcome, or otherwise than it was thought. */
export const recordAppealMoney = (e: Episode, command: EpisodeCommandOf<'RecordAppealMoney'>): EpisodeDecided => {
  const { appealId, recovered } = command;
  const answered = e.appeals.find((a) => a.appealId === appealId)?.answered;
  if (!answered) return refuse('practiceAppealUnknown');
  if (!wasWon(answered)) return invalid('recovered', 'nothing is recovered by this outcome');
  return cents('recovered', recovered) ?? [{ type: 'AppealMoneyRecorded', data: { appealId, recovered } }];
};

export const applyRemittance = (e: Episode, command: EpisodeCommandOf<'ApplyRemittance'>): EpisodeDecided => {
  // A payer dates a transfer ahead: the file comes before the money.
  const { type: _t, actor: _a, now: _n, today: _d, occurredAt: _o, ...data } = command;
  const problem = firstOf(
    e.services.some((s) => s.billed?.claimId === data.claimId) ? undefined : refuse('claimUnknown'),
    e.remittances.some((r) => r.remittanceId === data.remittanceId && r.claimId === data.claimId)
      ? refuse('remittanceRepeated')
      : undefined,
    cents('paid', data.paid),
  );
  return problem ?? [{ type: 'RemittanceApplied', data }];
};
