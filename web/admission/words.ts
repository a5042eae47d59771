import type { VisitPhase } from '@openum/domain/admission/visit.ts';
import type { Stay } from '@openum/domain/case/request.ts';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { AdmissionReading } from '@openum/http/contract/admission.ts';
import { count, moment } from '../app/format.ts';

export const sourceWord: Record<NonNullable<Stay['admissionSource']>, string> = {
  emergency: 'Emergency',
  elective: 'Planned',
  transfer: 'Transfer from another facility',
  newborn: 'Newborn',
  other: 'Other',
};

export const phaseWord: Record<VisitPhase, string> = {
  emergency: 'Emergency',
  outpatient: 'Outpatient',
  inpatient: 'Inpatient',
  discharged: 'Discharged',
  cancelled: 'Cancelled',
};

const lateness = (seconds: number): string => {
  const hours = Math.floor(seconds / 3600);
  if (hours < 1) return count(Math.max(1, Math.round(seconds / 60)), 'minute');
  return hours < 48 ? count(hours, 'hour') : count(Math.floor(hours / 24), 'day');
};

/** Whether the notice of an admission came in time, and what the contract makes of it. */
export const noticeSentence = ({ notice }: AdmissionReading, zone: ZoneId): string => {
  if (!notice) return 'No rule asks for a notice of this admission.';
  const due = moment(notice.dueAt, zone);
  return notice.lateBySeconds === 0
    ? `The notice came in time: it was due by ${due} (${notice.name}).`
    : `The notice came ${lateness(notice.lateBySeconds)} late: it was due by ${due} (${notice.name}). What follows is ${notice.consequence}.`;
};
