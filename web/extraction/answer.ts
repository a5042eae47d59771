import type { FactValue } from '@openum/domain/fact/fact.ts';
import { convert } from '@openum/domain/logic/unit.ts';
import type { CommandBody } from '@openum/http/contract/case.ts';
import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import type { FactDraft } from '../case/criteria/factDraft.ts';
import type { Place } from '../document/pick.ts';

type Answer = Extract<CommandBody, { type: 'AnswerExtractedFact' }>;

/** Which of the facts read from a page is meant. */
export const answerTo = (
  { fact, position }: OfferedFact,
  said: Pick<Answer, 'verdict' | 'reason' | 'corrected'>,
): Answer => {
  const { documentId, page, extractor, extractorVersion } = fact;
  return { type: 'AnswerExtractedFact', documentId, page, extractor, extractorVersion, position, ...said };
};

/** Where its words stand. */
export const placeOfOffer = ({ fact: { page, span } }: OfferedFact): Place => ({
  page,
  start: span.from,
  end: span.to,
});

export const keyOf = ({ fact, position }: OfferedFact): string =>
  `${fact.documentId} ${fact.page} ${fact.extractor} ${position}`;

const typed = (value: FactValue, unit: string | undefined): string => {
  switch (value.kind) {
    case 'quantity':
      return String(unit === undefined ? value.value : (convert(value.value, value.unit, unit) ?? value.value));
    case 'boolean':
      return value.value ? 'yes' : 'no';
    default:
      return value.value;
  }
};

/** The fact as it was read, ready to be corrected; the value in the unit of the form. */
export const draftOf = ({ fact }: OfferedFact, unit: string | undefined): FactDraft => ({
  key: fact.key,
  value: typed(fact.value, unit),
  at: fact.at?.slice(0, 10) ?? '',
  qualifiers: fact.qualifiers ?? {},
  basis: '',
});
