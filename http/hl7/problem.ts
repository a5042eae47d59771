/** Error codes of HL7 table 0357 that are used here. */
export const hl7ErrorText = {
  100: 'Segment sequence error',
  101: 'Required field missing',
  102: 'Data type error',
  103: 'Table value not found',
  200: 'Unsupported message type',
  201: 'Unsupported event code',
  202: 'Unsupported processing id',
  203: 'Unsupported version id',
  204: 'Unknown key identifier',
  205: 'Duplicate key identifier',
  207: 'Application internal error',
} as const;

/** What is wrong with a message, where, and by which rule; without any content of it. */
export type Hl7Problem = {
  readonly code: keyof typeof hl7ErrorText;
  /** `PID^1^7`: segment, its number, field. */
  readonly location: string;
  readonly text: string;
};

/** `AR`: not for this receiver or not readable; sending it again changes nothing. `AE`: readable, and something in it is missing or unknown. */
export type AckCode = 'AA' | 'AE' | 'AR';
