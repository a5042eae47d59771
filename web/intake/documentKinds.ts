import type { DocumentKind } from '@openum/domain/checklist/kind.ts';

export const documentKindWord: Record<DocumentKind, string> = {
  order: 'Order or prescription',
  historyAndPhysical: 'History and physical',
  progressNote: 'Progress note',
  imagingReport: 'Imaging report',
  labReport: 'Laboratory report',
  sleepStudy: 'Sleep study',
  oximetry: 'Oximetry or blood gas',
  pulmonaryFunction: 'Pulmonary function test',
  planOfCare: 'Plan of care',
  psychiatricEvaluation: 'Psychiatric evaluation',
  therapyNote: 'Therapy notes',
  weightHistory: 'Weight history',
  operativeNote: 'Operative note',
  dischargeSummary: 'Discharge summary',
  medicationList: 'Medication list',
  certificateOfNeed: 'Certification of need',
  correspondence: 'Letter or cover sheet',
  other: 'Something else',
};
