import diagnosis from './diagnosis.json' with { type: 'json' };

export type DiagnosisCode = { readonly code: string; readonly label: string };

/** ICD-10-CM codes that the entry form proposes; any other valid code may be typed. */
export const loadDiagnosisCodes = (): readonly DiagnosisCode[] => diagnosis.codes;
