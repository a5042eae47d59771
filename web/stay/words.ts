import type { DayState } from '@openum/domain/stay/days.ts';
import type {
  chaseMethods,
  chaseResults,
  Disposition,
  Readiness,
  TransitionBarrier,
} from '@openum/domain/stay/event.ts';

export const readinessWords: Record<Readiness, string> = {
  notReady: 'Not ready',
  nearing: 'Nearing readiness',
  ready: 'Ready for transition',
};

export const barrierWords: Record<TransitionBarrier, string> = {
  clinical: 'Not yet clinically stable',
  placement: 'No bed or programme found',
  homeSupport: 'No support at home',
  equipment: 'Equipment not in place',
  medication: 'Medication not arranged',
  authorization: 'Next level waits for authorization',
  transport: 'Transport',
  familyDecision: 'Family decision',
  other: 'Other',
};

export const dispositionWords: Record<Disposition, string> = {
  home: 'Home',
  homeHealth: 'Home with home health',
  skilledNursing: 'Skilled nursing facility',
  inpatientRehabilitation: 'Inpatient rehabilitation',
  longTermAcute: 'Long-term acute care',
  otherAcute: 'Another hospital',
  psychiatric: 'Psychiatric hospital',
  residential: 'Residential treatment',
  partialHospitalization: 'Partial hospitalization',
  intensiveOutpatient: 'Intensive outpatient',
  hospice: 'Hospice',
  againstAdvice: 'Left against medical advice',
  expired: 'Died',
  other: 'Other',
};

export const methodWords: Record<(typeof chaseMethods)[number], string> = {
  phone: 'Telephone',
  fax: 'Fax',
  portal: 'Portal',
  email: 'E-mail',
};

export const resultWords: Record<(typeof chaseResults)[number], string> = {
  reached: 'Reached',
  messageLeft: 'Message left',
  noAnswer: 'No answer',
  sent: 'Sent',
};

export const dayWords: Record<DayState, string> = {
  approved: 'Approved',
  continued: 'Goes on during an appeal',
  requested: 'Requested',
  denied: 'Denied',
  notReviewed: 'Not reviewed',
};

/** A level of care by its code, where the label of the catalogue is not at hand: `stepDown` is `step down`. */
export const levelWords = (code: string): string => code.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);

export const levelLabelOf = (
  levels: readonly { readonly code: string; readonly label: string }[],
  code: string,
): string => levels.find((l) => l.code === code)?.label ?? levelWords(code);
