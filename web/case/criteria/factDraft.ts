import type { FactValue } from '@openum/domain/fact/fact.ts';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { CommandBody } from '@openum/http/contract/case.ts';

type RecordFacts = Extract<CommandBody, { type: 'RecordFacts' }>;
export type FactBody = RecordFacts['facts'][number];

export type FactDraft = {
  readonly key: string;
  /** As typed; `yes` or `no` for a boolean. */
  readonly value: string;
  readonly at: string;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly basis: string;
};

/** The one qualifier value that a leaf takes; a choice of several is left to the person. */
export const onlyQualifiers = (
  wanted: Readonly<Record<string, string | readonly string[]>> | undefined,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(wanted ?? {}).flatMap(([name, v]): [string, string][] => {
      const one = typeof v === 'string' ? v : v.length === 1 ? v[0] : undefined;
      return one === undefined ? [] : [[name, one]];
    }),
  );

const readValue = (kind: string, text: string, unit: string): FactValue | undefined => {
  const plain = text.trim();
  switch (kind) {
    case 'quantity':
      return plain !== '' && Number.isFinite(Number(plain)) ? { kind, value: Number(plain), unit } : undefined;
    case 'boolean':
      return plain === 'yes' || plain === 'no' ? { kind, value: plain === 'yes' } : undefined;
    case 'date':
      return isCalendarDateText(plain) ? { kind, value: plain as never } : undefined;
    case 'code':
    case 'text':
      return plain === '' ? undefined : { kind, value: plain };
    default:
      return undefined;
  }
};

export type FactProblem = { readonly field: keyof FactDraft; readonly message: string };

const valueProblem: Record<string, string> = {
  quantity: 'Enter a number.',
  boolean: 'Choose yes or no.',
  date: 'Enter a date.',
  code: 'Choose or enter an answer.',
  text: 'Enter a text.',
};

/** The fact ready to send, or what is still missing in it. */
export const factBody = (
  draft: FactDraft,
  definition: { readonly kind: string; readonly unit?: string } | undefined,
): { readonly fact: FactBody } | { readonly problems: readonly FactProblem[] } => {
  const problems: FactProblem[] = [];
  if (!definition) problems.push({ field: 'key', message: 'Choose which fact this is.' });
  const value = definition ? readValue(definition.kind, draft.value, definition.unit ?? '1') : undefined;
  if (definition && !value)
    problems.push({ field: 'value', message: valueProblem[definition.kind] ?? 'Enter a value.' });
  if (draft.at !== '' && !isCalendarDateText(draft.at))
    problems.push({ field: 'at', message: 'Enter a date or leave it empty.' });
  if (draft.basis.trim() === '')
    problems.push({ field: 'basis', message: 'Say where you read it: document, page, or whom you asked.' });
  if (problems.length > 0 || !value) return { problems };
  const qualifiers = Object.entries(draft.qualifiers).filter(([, v]) => v !== '');
  return {
    fact: {
      key: draft.key,
      value: value as FactBody['value'],
      ...(draft.at === '' ? {} : { at: draft.at }),
      ...(qualifiers.length > 0 ? { qualifiers: Object.fromEntries(qualifiers) } : {}),
      basis: draft.basis.trim(),
    },
  };
};
