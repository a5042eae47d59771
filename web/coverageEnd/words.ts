import type { DutyState } from '@openum/domain/coverageEnd/duty.ts';
import type { EndRoute, MedicareNotice, QioOutcome } from '@openum/domain/coverageEnd/event.ts';

export const routeWords: Record<EndRoute, string> = {
  hospitalDischarge: 'Discharge from the hospital',
  nonCoverage: 'Coverage of the stay ends',
  advanceNotice: 'Authorization reduced',
};

export const noticeWords: Record<MedicareNotice, string> = {
  im: 'Important Message (IM)',
  imCopy: 'Copy of the IM',
  nomnc: 'Notice of Medicare Non-Coverage (NOMNC)',
  denc: 'Detailed Explanation of Non-Coverage (DENC)',
  dnd: 'Detailed Notice of Discharge (DND)',
  moon: 'Outpatient observation notice (MOON)',
};

export const dutyWords: Record<DutyState, string> = {
  owed: 'Owed',
  late: 'Late',
  delivered: 'Given in time',
  deliveredLate: 'Given late',
};

export const qioWords: Record<QioOutcome, string> = {
  endUpheld: 'upheld the end of coverage',
  endOverturned: 'decided that coverage goes on',
};

export const wayWords = {
  inPerson: 'in person',
  phone: 'by phone',
  mail: 'by mail',
  electronic: 'electronically',
} as const;
export const signatureWords = { signed: 'signed', refused: 'refused to sign', notAsked: 'no signature asked' } as const;
export const recipientWords = { member: 'member', representative: 'representative' } as const;
