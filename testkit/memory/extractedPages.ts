import type { ExtractedPage, ExtractedPages } from '@openum/casework/port/extractedPages.ts';
import { compareText, perTenant } from './tenants.ts';

type Kept = ExtractedPage & { readonly caseId: string };

const order = (a: ExtractedPage, b: ExtractedPage): number =>
  compareText(a.documentId, b.documentId) ||
  a.page - b.page ||
  compareText(a.extractor, b.extractor) ||
  compareText(a.extractorVersion, b.extractorVersion);

export const memoryExtractedPages = (): ExtractedPages => {
  const tenant = perTenant(() => new Map<string, Kept>());
  return {
    save: async (scope, caseId, page) => {
      const key = JSON.stringify([caseId, page.documentId, page.page, page.extractor, page.extractorVersion]);
      const kept = tenant(scope);
      if (!kept.has(key)) kept.set(key, structuredClone({ ...page, caseId }));
    },
    ofCase: async (scope, caseId) =>
      [...tenant(scope).values()]
        .filter((p) => p.caseId === caseId)
        .map(({ caseId: _, ...page }) => structuredClone(page))
        .sort(order),
  };
};
