import { verifyBenefits } from '../benefits/decide.ts';
import { required } from '../case/decided.ts';
import { invalid, isRefusal, type Refusal, refuse } from '../case/refusal.ts';
import { bindAppeal, failAppeal } from '../denial/appeal/decide.ts';
import { hearAppeal } from '../denial/appeal/hear.ts';
import { failPacket, makePacket, sendPacket } from '../packet/decide.ts';
import { addDocument, describeDocument, withdrawDocument } from '../practiceDocument/decide.ts';
import { hearTalk } from '../practiceTalk/hear.ts';
import { episodeMayNot } from './capability.ts';
import type { EpisodeCommand, EpisodeCommandOf } from './command.ts';
import { type EpisodeDecided, firstOf } from './decided.ts';
import type { RecordedEpisodeEvent } from './event.ts';
import {
  answerAppeal,
  appeal,
  applyRemittance,
  assignCause,
  recordAppealMoney,
  recordDenial,
  recordDenialLetter,
} from './moneyDecide.ts';
import {
  correctAuthorization,
  offerTalk,
  recordAnswer,
  recordAuthorization,
  recordSubmission,
  sendInformation,
  stepTalk,
  voidAuthorization,
} from './payerDecide.ts';
import { billServices, recordServices, withdrawServices } from './serviceDecide.ts';
import { type Episode, type EpisodeState, presentProgramme, programmeOn } from './state.ts';

const open = (command: EpisodeCommandOf<'OpenEpisode'>): EpisodeDecided => {
  const { type: _t, actor: _a, now: _n, today, occurredAt: _o, ...data } = command;
  return (
    firstOf(
      required('patient.family', data.patient.family),
      required('patient.given', data.patient.given),
      required('programme.levelOfCare', data.programme.levelOfCare),
      required('programme.code', data.programme.code),
      data.patient.birthDate > today ? invalid('patient.birthDate', 'it lies in the future') : undefined,
      data.admittedOn > today ? invalid('admittedOn', 'it lies in the future') : undefined,
    ) ?? [{ type: 'EpisodeOpened', data }]
  );
};

const setCoverage = (e: Episode, command: EpisodeCommandOf<'SetCoverage'>): EpisodeDecided => {
  const { type: _t, actor: _a, now: _n, today: _d, occurredAt: _o, ...data } = command;
  const clash = e.coverages.find((c) => c.order === data.order && c.coverageId !== data.coverageId);
  return (
    firstOf(
      required('payerName', data.payerName),
      required('memberNumber', data.memberNumber),
      data.from && data.to && data.to < data.from ? invalid('to', 'the last day lies before the first') : undefined,
      clash ? refuse('coverageOrderTaken', { payer: clash.payerName, order: clash.order }) : undefined,
    ) ?? [{ type: 'CoverageSet', data }]
  );
};

const changeLevel = (e: Episode, command: EpisodeCommandOf<'ChangeLevelOfCare'>): EpisodeDecided => {
  const { programme, from, reason, among, today } = command;
  const before = among ? programmeOn(e, from) : presentProgramme(e);
  return (
    firstOf(
      required('reason', reason),
      required('programme.levelOfCare', programme.levelOfCare),
      from < e.admittedOn ? invalid('from', 'it lies before the admission') : undefined,
      from > today ? invalid('from', 'it lies in the future') : undefined,
      e.discharge && from > e.discharge.on ? invalid('from', 'it lies after the discharge') : undefined,
      before.programmeId === programme.programmeId ? refuse('levelUnchanged') : undefined,
    ) ?? [{ type: 'LevelOfCareChanged', data: { programme, from, reason, ...(among ? { among } : {}) } }]
  );
};

const discharge = (e: Episode, command: EpisodeCommandOf<'DischargeEpisode'>): EpisodeDecided => {
  const { on, disposition, reason, today } = command;
  const later = e.services.find((s) => !s.withdrawn && s.on > on);
  const problem = firstOf(
    required('disposition', disposition),
    on < e.admittedOn ? invalid('on', 'it lies before the admission') : undefined,
    on > today ? invalid('on', 'it lies in the future') : undefined,
    later ? invalid('on', `a service is recorded on ${later.on}`) : undefined,
    e.discharge ? required('reason', reason) : undefined,
  );
  return problem ?? [{ type: 'EpisodeDischarged', data: { on, disposition, ...(reason ? { reason } : {}) } }];
};

const cancelDischarge = (e: Episode, { reason }: EpisodeCommandOf<'CancelDischarge'>): EpisodeDecided =>
  e.discharge
    ? (required('reason', reason) ?? [{ type: 'DischargeCorrected', data: { reason } }])
    : refuse('episodeNotDischarged');

const takeTask = ({ task, actor }: EpisodeCommandOf<'TakeTask'>): EpisodeDecided =>
  actor.kind === 'person'
    ? (required('task', task) ?? [
        { type: 'TaskTaken', data: { task, by: { userId: actor.userId, name: actor.name } } },
      ])
    : refuse('personRequired');

const onEpisode = (e: Episode, command: Exclude<EpisodeCommand, { type: 'OpenEpisode' }>): EpisodeDecided => {
  switch (command.type) {
    case 'SetCoverage':
      return setCoverage(e, command);
    case 'RecordBenefits':
      return verifyBenefits(e, command);
    case 'ChangeLevelOfCare':
      return changeLevel(e, command);
    case 'DischargeEpisode':
      return discharge(e, command);
    case 'CancelDischarge':
      return cancelDischarge(e, command);
    case 'RecordServices':
      return recordServices(e, command);
    case 'WithdrawServices':
      return withdrawServices(e, command);
    case 'BillServices':
      return billServices(e, command);
    case 'RecordSubmission':
      return recordSubmission(e, command);
    case 'RecordAnswer':
      return recordAnswer(e, command);
    case 'RecordInformationSent':
      return sendInformation(e, command);
    case 'RecordAuthorization':
      return recordAuthorization(e, command);
    case 'CorrectAuthorization':
      return correctAuthorization(e, command);
    case 'VoidAuthorization':
      return voidAuthorization(e, command);
    case 'HearTalk':
      return hearTalk(e, command);
    case 'RecordTalkOffer':
      return offerTalk(e, command);
    case 'ScheduleTalk':
    case 'RecordTalkHeld':
    case 'RecordTalkMissed':
    case 'DeclineTalk':
    case 'EscalateTalk':
      return stepTalk(e, command);
    case 'RecordDenial':
      return recordDenial(e, command);
    case 'RecordDenialLetter':
      return recordDenialLetter(e, command);
    case 'AssignCause':
      return assignCause(e, command);
    case 'DraftAppeal':
    case 'SendAppeal':
      return appeal(e, command);
    case 'BindAppeal':
      return bindAppeal(e, command);
    case 'RecordAppealFailure':
      return failAppeal(e, command);
    case 'RecordAppealAnswer':
      return answerAppeal(e, command);
    case 'HearAppeal':
      return hearAppeal(e, command);
    case 'RecordAppealMoney':
      return recordAppealMoney(e, command);
    case 'ApplyRemittance':
      return applyRemittance(e, command);
    case 'KeepNoteCheck': {
      const { type: _t, actor: _a, now: _n, today: _d, occurredAt: _o, ...data } = command;
      return [{ type: 'NoteChecked', data }];
    }
    case 'AddDocument':
      return addDocument(e, command);
    case 'DescribeDocument':
      return describeDocument(e, command);
    case 'WithdrawDocument':
      return withdrawDocument(e, command);
    case 'MakePacket':
      return makePacket(e, command);
    case 'SendPacket':
      return sendPacket(e, command);
    case 'RecordPacketFailure':
      return failPacket(e, command);
    case 'TakeTask':
      return takeTask(command);
    case 'HandOver': {
      const { to, note } = command;
      return required('to.name', to.name) ?? required('note', note) ?? [{ type: 'HandedOver', data: { to, note } }];
    }
    case 'AddNote': {
      const { noteId, text } = command;
      return required('text', text) ?? [{ type: 'NoteAdded', data: { noteId, text } }];
    }
    default: {
      const never: never = command;
      return never;
    }
  }
};

/** What happens when `command` meets `state`: new events, or a refusal. Pure; `command.now` and `command.today` are the only time. */
export const decideEpisode = (
  command: EpisodeCommand,
  state: EpisodeState,
): readonly RecordedEpisodeEvent[] | Refusal => {
  const no = episodeMayNot(command.type, command.actor);
  if (no) return no;
  const decided =
    command.type === 'OpenEpisode'
      ? state.kind === 'none'
        ? open(command)
        : refuse('episodeExists')
      : state.kind === 'none'
        ? refuse('episodeNotFound')
        : onEpisode(state, command);
  if (isRefusal(decided)) return decided;
  return decided.map((e) => ({
    ...e,
    actor: command.actor,
    occurredAt: command.occurredAt ?? command.now,
    recordedAt: command.now,
  }));
};
