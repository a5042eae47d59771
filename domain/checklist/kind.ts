/** What a document is, as far as a checklist asks for it. */
export const documentKinds = [
  'order',
  'historyAndPhysical',
  'progressNote',
  'imagingReport',
  'labReport',
  'sleepStudy',
  'oximetry',
  'pulmonaryFunction',
  'planOfCare',
  'psychiatricEvaluation',
  'therapyNote',
  'weightHistory',
  'operativeNote',
  'dischargeSummary',
  'medicationList',
  'certificateOfNeed',
  'correspondence',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
