import { type SubmissionChannel, type SubmissionKind, submissionKinds } from '@openum/domain/episode/record.ts';
import type { RequestDesk } from '@openum/http/contract/practice/request.ts';

/** The kind of request with which the page begins, as its address names it. */
export const readRequestKind = (search: Record<string, unknown>): { readonly kind?: SubmissionKind } => {
  const kind = submissionKinds.find((k) => k === search.kind);
  return kind ? { kind } : {};
};

/** What a request of this kind would ask for, by the record. */
export const begin = (desk: RequestDesk, kind: SubmissionKind) => {
  const s = desk.suggestions.find((x) => x.kind === kind);
  return {
    kind,
    levelOfCare: s?.levelOfCare ?? desk.levelOfCare,
    codes: s?.codes.join(', ') ?? '',
    from: s?.from ?? desk.today,
    to: s?.to ?? '',
    units: s?.units === undefined ? '' : String(s.units),
  } as const;
};

/** Ways that a person may choose: the electronic ones only where a line leads to the payer. */
export const channelsOf = (
  payer: Pick<RequestDesk['payers'][number], 'line' | 'fileLine'> | undefined,
): readonly SubmissionChannel[] => [
  ...(payer?.line ? (['pas'] as const) : []),
  ...(payer?.fileLine ? (['x12'] as const) : []),
  'phone',
  'fax',
  'portal',
  'packet',
];

/** What was typed between commas or blanks. */
export const listed = (text: string): string[] =>
  text
    .split(/[,\s]+/)
    .map((x) => x.trim())
    .filter((x) => x !== '');
