import type { CaseCommand } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { invalid, type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { localText } from '../clock/due.ts';
import { dateInZone } from '../time/instant.ts';
import type { StayCommand } from './command.ts';
import { requestContinuedStay } from './continued.ts';
import { presentLevel, type StayRecord } from './stay.ts';

type Command<T extends StayCommand['type']> = Extract<CaseCommand, { type: T }>;

const begin = (c: Case, { stay }: Command<'BeginStay'>): Decided =>
  c.stay && !c.stay.cancelled
    ? refuse('stayExists')
    : (required('facility.name', stay.facility.name) ??
      required('levelOfCare', stay.levelOfCare) ?? [{ type: 'StayBegun', data: { stay } }]);

const correctAdmission = (stay: StayRecord, command: Command<'CorrectAdmission'>): Decided => {
  const { admittedAt, facility, visitNumber, reason } = command;
  const missing = required('reason', reason) ?? (facility && required('facility.name', facility.name));
  if (missing) return missing;
  if (!admittedAt && !facility && !visitNumber) return refuse('fieldMissing', { field: 'admittedAt' });
  const left = stay.discharge?.dischargedAt;
  if (admittedAt && left && admittedAt > left) return invalid('admittedAt', 'it lies after the discharge');
  const changed = {
    ...(admittedAt ? { admittedAt } : {}),
    ...(facility ? { facility } : {}),
    ...(visitNumber ? { visitNumber } : {}),
  };
  return [{ type: 'AdmissionCorrected', data: { ...changed, reason } }];
};

/** Lines that nobody has decided are asked for no longer. When none was decided the whole request is taken back with them. */
const cancelAdmission = (c: Case, stay: StayRecord, { reason }: Command<'CancelAdmission'>): Decided => {
  const cancelled: CaseEvent = { type: 'AdmissionCancelled', data: { reason } };
  const withdrawn: CaseEvent = { type: 'Withdrawn', data: { requestedBy: stay.facility.name, reason } };
  return required('reason', reason) ?? [cancelled, ...(c.items.some((i) => i.determination) ? [] : [withdrawn])];
};

const recordUpdate = (command: Command<'RecordClinicalUpdate'>): Decided => {
  const { updateId, summary, from, channel, receivedAt, documents, now } = command;
  if (receivedAt > now) return refuse('receiptInFuture');
  const documentIds = documents.map((d) => d.documentId);
  return (
    required('summary', summary) ??
    required('from', from) ?? [
      { type: 'ClinicalUpdateReceived', data: { updateId, summary, from, channel, receivedAt, documentIds } },
      ...documents.map((data): CaseEvent => ({ type: 'DocumentAttached', data })),
    ]
  );
};

const chase = ({ chaseId, to, method, result, note }: Command<'ChaseClinicalUpdate'>): Decided => {
  const data = { chaseId, to, method, result, ...(note ? { note } : {}) };
  return required('to', to) ?? [{ type: 'ClinicalUpdateChased', data }];
};

const changeLevel = (stay: StayRecord, command: Command<'ChangeLevelOfCare'>): Decided => {
  const { to, effectiveAt, reason, now } = command;
  const missing = required('to', to) ?? required('reason', reason);
  if (missing) return missing;
  if (effectiveAt < stay.admittedAt) return invalid('effectiveAt', 'it lies before the admission');
  if (effectiveAt > now) return invalid('effectiveAt', 'it lies in the future');
  const from = presentLevel(stay);
  if (from === to) return refuse('levelUnchanged');
  return [{ type: 'LevelOfCareChanged', data: { from, to, effectiveAt, reason } }];
};

const assess = (c: Case, command: Command<'AssessTransition'>): Decided => {
  const { readiness, expectedDischargeOn, barriers, plan, now } = command;
  if (expectedDischargeOn && expectedDischargeOn < dateInZone(now, c.request.zone))
    return invalid('expectedDischargeOn', 'it lies in the past');
  if (readiness === 'notReady' && barriers.length === 0) return refuse('fieldMissing', { field: 'barriers' });
  const data = {
    readiness,
    barriers: [...new Set(barriers)],
    ...(expectedDischargeOn ? { expectedDischargeOn } : {}),
    ...(plan ? { plan } : {}),
  };
  return [{ type: 'TransitionAssessed', data }];
};

const discharge = (c: Case, stay: StayRecord, command: Command<'RecordDischarge'>): Decided => {
  const { dischargedAt, disposition, note, reason, now } = command;
  if (dischargedAt > now) return invalid('dischargedAt', 'it lies in the future');
  if (dischargedAt < stay.admittedAt)
    return invalid('dischargedAt', `it lies before the admission (${localText(stay.admittedAt, c.request.zone)})`);
  const data = { dischargedAt, disposition, ...(note ? { note } : {}) };
  if (!stay.discharge) return [{ type: 'DischargeRecorded', data }];
  return required('reason', reason ?? '') ?? [{ type: 'DischargeCorrected', data: { ...data, reason: reason ?? '' } }];
};

const cancelDischarge = (stay: StayRecord, { reason }: Command<'CancelDischarge'>): Decided =>
  stay.discharge
    ? (required('reason', reason) ?? [{ type: 'DischargeCancelled', data: { reason } }])
    : refuse('notDischarged');

/** What presupposes that the member is still in. */
const whileIn = (c: Case, stay: StayRecord): Refusal | undefined =>
  stay.discharge ? refuse('stayEnded', { at: localText(stay.discharge.dischargedAt, c.request.zone) }) : undefined;

export const decideStay = (c: Case, command: Command<StayCommand['type']>): Decided => {
  if (command.type === 'BeginStay') return begin(c, command);
  const { stay } = c;
  if (!stay) return refuse('stayMissing');
  if (stay.cancelled) return refuse('stayCancelled');
  switch (command.type) {
    case 'CorrectAdmission':
      return correctAdmission(stay, command);
    case 'CancelAdmission':
      return cancelAdmission(c, stay, command);
    case 'RequestContinuedStay':
      return whileIn(c, stay) ?? requestContinuedStay(c, stay, command);
    case 'RecordClinicalUpdate':
      return recordUpdate(command);
    case 'ChaseClinicalUpdate':
      return whileIn(c, stay) ?? chase(command);
    case 'ChangeLevelOfCare':
      return whileIn(c, stay) ?? changeLevel(stay, command);
    case 'AssessTransition':
      return whileIn(c, stay) ?? assess(c, command);
    case 'RecordDischarge':
      return discharge(c, stay, command);
    case 'CancelDischarge':
      return cancelDischarge(stay, command);
    default: {
      const never: never = command;
      return never;
    }
  }
};
