/** Content types of files that people may send: those of the formats that can be read. */
export const acceptedTypes = [
  'application/pdf',
  'text/plain',
  'image/png',
  'image/jpeg',
  'image/tiff',
  'application/xml',
  'text/xml',
  'application/json',
  'application/fhir+json',
] as const;

export const acceptedWords = 'PDF, text, PNG, JPEG, TIFF, C-CDA (XML) or FHIR (JSON)';

/** Whether files of this type are taken, whatever parameters it carries. */
export const isAcceptedType = (contentType: string): boolean =>
  (acceptedTypes as readonly string[]).includes(contentType.split(';')[0]?.trim().toLowerCase() ?? '');
