/** What a code of a payer is about, as far as it helps to find why a service was not paid. */
export const codeSubjects = [
  'authorization',
  'level',
  'documentation',
  'coding',
  'time',
  'eligibility',
  'contract',
  'patientShare',
  'other',
] as const;
export type CodeSubject = (typeof codeSubjects)[number];

export type DenialCode = {
  readonly code: string;
  /** Our own few words. */
  readonly label: string;
  readonly subject: CodeSubject;
};

export type DenialCodes = {
  /** Claim adjustment reason codes. */
  readonly adjustment: ReadonlyMap<string, DenialCode>;
  /** Remittance advice remark codes. */
  readonly remark: ReadonlyMap<string, DenialCode>;
};

/** A code that is in no list says nothing that could be known. */
const adjustmentSubject = (codes: DenialCodes, code: string): CodeSubject =>
  codes.adjustment.get(code)?.subject ?? 'other';

/** Less paid by agreement, or due from the patient: nothing was denied. */
export const isDenialCode = (codes: DenialCodes, code: string): boolean => {
  const subject = adjustmentSubject(codes, code);
  return subject !== 'contract' && subject !== 'patientShare';
};
