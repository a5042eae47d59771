import type { DocumentPages, KeptPage } from '@openum/casework/port/documentPages.ts';
import { findWords } from '@openum/domain/document/find.ts';
import { firstLine } from '@openum/domain/document/page.ts';
import type { DocumentReading, PageSummary } from '@openum/domain/document/reading.ts';
import { compareText, perTenant } from './tenants.ts';

type Kept = { readonly caseId: string; readonly documentId: string; readonly page: KeptPage };
type Reading = Omit<DocumentReading, 'pagesRead'> & { readonly caseId: string };

const emptyTenant = () => ({ pages: new Map<string, Kept>(), readings: new Map<string, Reading>() });

export const memoryDocumentPages = (): DocumentPages => {
  const tenant = perTenant(emptyTenant);
  const sorted = (pages: Iterable<Kept>): readonly Kept[] =>
    [...pages].sort((a, b) => compareText(a.documentId, b.documentId) || a.page.page - b.page.page);
  return {
    saveReading: async (scope, caseId, reading) => {
      const { readings } = tenant(scope);
      const key = JSON.stringify([caseId, reading.documentId]);
      const before = readings.get(key);
      if (before === undefined || before.state === 'reading')
        readings.set(key, structuredClone({ ...reading, caseId }));
    },
    savePage: async (scope, caseId, documentId, page) => {
      const { pages } = tenant(scope);
      const key = JSON.stringify([caseId, documentId, page.page]);
      if (!pages.has(key)) pages.set(key, structuredClone({ caseId, documentId, page }));
    },
    readings: async (scope, caseId) => {
      const { pages, readings } = tenant(scope);
      const here = [...pages.values()].filter((p) => p.caseId === caseId);
      return [...readings.values()]
        .filter((r) => r.caseId === caseId)
        .map(({ caseId: _, ...r }) => ({ ...r, pagesRead: here.filter((p) => p.documentId === r.documentId).length }))
        .sort((a, b) => compareText(a.documentId, b.documentId));
    },
    summaries: async (scope, caseId, documentId) =>
      sorted(tenant(scope).pages.values())
        .filter((p) => p.caseId === caseId && p.documentId === documentId)
        .map(({ page: { text, stretches: _, ...page } }): PageSummary => ({ ...page, firstLine: firstLine(text) })),
    page: async (scope, caseId, documentId, page) => {
      const kept = tenant(scope).pages.get(JSON.stringify([caseId, documentId, page]));
      return kept && structuredClone(kept.page);
    },
    holding: async (scope, caseId, words, limit, documentId) =>
      sorted(tenant(scope).pages.values())
        .filter((p) => p.caseId === caseId && (documentId === undefined || p.documentId === documentId))
        .filter((p) => findWords(p.page.text, words).length > 0)
        .slice(0, limit)
        .map(({ documentId: id, page: { page, text } }) => ({ documentId: id, page, text })),
  };
};
