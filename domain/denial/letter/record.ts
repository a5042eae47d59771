import type { CalendarDate } from '../../time/instant.ts';

/** What can be read from a letter of denial. */
export const letterFields = [
  'letterOn',
  'from',
  'to',
  'reference',
  'reason',
  'criteria',
  'appealBy',
  'appealWithin',
  'appealTo',
] as const;
export type LetterField = (typeof letterFields)[number];

/** Words of the letter on which a value rests. */
export type LetterMark = {
  readonly field: LetterField;
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
};

/** The letter of a denial, and what of the record was read from where in it. */
export type DenialLetter = { readonly documentId: string; readonly marks: readonly LetterMark[] };

/** What a letter says beyond days, money and reason. */
export type LetterFacts = {
  readonly letterOn?: CalendarDate;
  /** The payer's number of the denial. */
  readonly reference?: string;
  /** Criteria that the payer names. */
  readonly criteria?: string;
  /** Where an appeal goes. */
  readonly appealTo?: string;
  readonly letter?: DenialLetter;
};
