import type { Fact } from '../fact/fact.ts';
import type { Span } from '../text/span.ts';

/** Where a model says that something stands. Nobody has looked yet. */
export type GivenCitation = { readonly documentId: string; readonly page: number; readonly quote: string };

/** Words that were found on their page; the quote is the page's own. */
export type Citation = GivenCitation & { readonly span: Span };

/** What an intake coordinator types off a fax. */
export const intakeFields = [
  'memberNumber',
  'memberBirthDate',
  'providerNpi',
  'serviceCode',
  'diagnosisCode',
  'serviceStart',
  'rationale',
] as const;
export type IntakeField = (typeof intakeFields)[number];

/** `supports` and `opposes` speak of the record, never of the decision. */
export const noteSides = ['supports', 'opposes', 'question'] as const;
export type NoteSide = (typeof noteSides)[number];

type FactFromText<C> = {
  readonly kind: 'factFromText';
  readonly fact: Pick<Fact, 'key' | 'value' | 'at' | 'qualifiers'>;
  readonly citation: C;
};
type IntakeFieldRead<C> = {
  readonly kind: 'intakeField';
  readonly field: IntakeField;
  readonly value: string;
  readonly citation: C;
};
/** A field of a fax with the words in which it stands. */
export type FieldRead = IntakeFieldRead<Citation>;
type CriteriaChoice<C> = {
  readonly kind: 'criteriaSet';
  readonly itemSequence: number;
  readonly criteriaId: string;
  readonly reason: string;
  readonly citations: readonly C[];
};
type InformationAsked = {
  readonly kind: 'informationRequest';
  readonly itemSequence: number;
  /** The unknown leaf that it would answer. */
  readonly leafPath: string;
  readonly text: string;
};
type BriefNote<C> = {
  readonly kind: 'briefNote';
  readonly itemSequence: number;
  readonly side: NoteSide;
  readonly text: string;
  readonly citations: readonly C[];
};
type LetterDraft = { readonly kind: 'letterDraft'; readonly itemSequence: number; readonly text: string };
type AppealDraft<C> = { readonly kind: 'appealDraft'; readonly text: string; readonly citations: readonly C[] };

type Kinds<C> =
  | FactFromText<C>
  | IntakeFieldRead<C>
  | CriteriaChoice<C>
  | InformationAsked
  | BriefNote<C>
  | LetterDraft
  | AppealDraft<C>;

/** As a model gave it; nothing of it has been checked. */
export type Proposal = Kinds<GivenCitation>;

/**
 * What a model may suggest to a person. There is no member that decides, denies, reduces or ends anything, so that no code can carry
 * such an answer from a model to a case.
 */
export type AiSuggestion = Kinds<Citation>;
export type SuggestionKind = AiSuggestion['kind'];

/** What an agent answers. That it has nothing to say is an answer like another. */
export type AgentAnswer =
  | { readonly kind: 'suggested'; readonly proposals: readonly Proposal[] }
  | { readonly kind: 'abstained'; readonly because: string };

export const citationsOf = (s: AiSuggestion): readonly Citation[] => {
  switch (s.kind) {
    case 'factFromText':
    case 'intakeField':
      return [s.citation];
    case 'criteriaSet':
    case 'briefNote':
    case 'appealDraft':
      return s.citations;
    case 'informationRequest':
    case 'letterDraft':
      return [];
    default: {
      const never: never = s;
      return never;
    }
  }
};
