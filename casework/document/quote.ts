import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { quotes } from '@openum/domain/document/find.ts';
import type { FactSource } from '@openum/domain/fact/fact.ts';
import type { GivenFact } from '../case/act.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';

/** A place in a document that a person marked. */
export type GivenPlace = {
  readonly documentId: string;
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
};

type Recorder = { readonly userId: string; readonly name: string };

/** Where a fact was read: what the person says, or the place in the document that they marked, once it was found to say so. */
export const sourceOf = async (
  { documentPages }: Pick<Casework, 'documentPages'>,
  scope: Scope,
  caseId: string,
  c: Case,
  { key, basis, place }: GivenFact,
  { userId, name }: Recorder,
): Promise<FactSource | Refusal> => {
  if (!place) return { kind: 'person', userId, name, basis };
  const wrong = (problem: string): Refusal => refuse('fieldInvalid', { field: `fact ${key}`, problem });
  if (!c.documents.some((d) => d.documentId === place.documentId)) return wrong('its document is not in the case');
  const page = await documentPages.page(scope, caseId, place.documentId, place.page);
  if (!page) return wrong(`page ${place.page} of the document was not read`);
  if (!quotes(page.text, place, place.quote)) return wrong(`the quote does not stand on page ${place.page}`);
  return { kind: 'document', ...place, extractor: 'person', by: { userId, name, basis } };
};
