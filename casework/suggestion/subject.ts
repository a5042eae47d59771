import type { Member, Provider } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { PageText } from '@openum/domain/extraction/extracted.ts';
import type { Identifiers } from '@openum/domain/suggestion/redact.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';

/** No question, and no packet of questions, holds more than this of a record. */
const mostPages = 80;

const parts = (name: string | undefined): readonly string[] => {
  if (!name) return [];
  return [name, ...name.split(/[\s,]+/).filter((w) => /^\p{L}[\p{L}'’-]{2,}$/u.test(w))];
};

export const identifiersOfMember = ({ given, family, memberNumber, address }: Member): Identifiers => ({
  names: [
    `${given} ${family}`,
    `${family}, ${given}`,
    ...parts(given),
    ...parts(family),
    ...(address ? [...address.lines, address.city ?? '', address.postalCode ?? ''] : []),
  ],
  ids: [memberNumber],
});

export const identifiersOfProvider = ({ name, npi, phone, fax }: Provider): Identifiers => ({
  names: parts(name),
  ids: [npi ?? '', phone ?? '', fax ?? ''],
});

/** Everything by which a person of the case could be known, for what must not leave the house. */
export const identifiersOf = (c: Case): Identifiers => {
  const { member, requestingProvider, items, coverage } = c.request;
  const providers = [requestingProvider, ...items.flatMap((i) => (i.servicingProvider ? [i.servicingProvider] : []))];
  const all = [identifiersOfMember(member), ...providers.map(identifiersOfProvider)];
  return {
    names: all.flatMap((i) => i.names),
    ids: [...all.flatMap((i) => i.ids), c.caseNumber, ...(coverage.groupNumber ? [coverage.groupNumber] : [])],
  };
};

export type ReadPages = { readonly pages: readonly PageText[]; readonly leftOut: number };

/** The text of documents of a case or an episode, the newest document first. */
export const pagesOfDocuments = async (
  { documentPages }: Pick<Casework, 'documentPages'>,
  scope: Scope,
  shelfId: string,
  documents: readonly { readonly documentId: string }[],
): Promise<ReadPages> => {
  const readings = await documentPages.readings(scope, shelfId);
  const pages: PageText[] = [];
  let total = 0;
  for (const { documentId } of documents.toReversed()) {
    const read = readings.find((r) => r.documentId === documentId)?.pagesRead ?? 0;
    if (read === 0) continue;
    for (const { page } of await documentPages.summaries(scope, shelfId, documentId)) {
      total += 1;
      if (pages.length >= mostPages) continue;
      const kept = await documentPages.page(scope, shelfId, documentId, page);
      if (kept && kept.text.trim() !== '') pages.push({ documentId, page, text: kept.text });
      else total -= 1;
    }
  }
  return { pages, leftOut: total - pages.length };
};
