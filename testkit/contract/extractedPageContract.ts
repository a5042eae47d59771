import type { ExtractedPage, ExtractedPages } from '@openum/casework/port/extractedPages.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';

export type ExtractedPagePorts = { readonly extractedPages: ExtractedPages };

const page = (n: number, change: Partial<ExtractedPage> = {}): ExtractedPage => ({
  documentId: 'd-1',
  page: n,
  extractor: 'rules',
  extractorVersion: '1',
  noteDate: '2026-10-02' as CalendarDate,
  facts: [
    {
      key: 'lab.pao2',
      value: { kind: 'quantity', value: 52.5, unit: 'mm[Hg]' },
      at: '2026-10-01' as CalendarDate,
      qualifiers: { state: 'rest' },
      documentId: 'd-1',
      page: n,
      span: { from: 3, to: 12 },
      quote: 'PaO2 “52.5”',
      extractor: 'rules',
      extractorVersion: '1',
      confidence: 0.85,
    },
  ],
  ...change,
});

export const extractedPageContract = (name: string, store: () => ExtractedPagePorts, fresh: Fresh<string>): void => {
  const given = () => ({ pages: store().extractedPages, scope: { tenantId: fresh() } });

  describe(`${name}: facts read from pages`, () => {
    test('come back as they were kept, by document and page', async () => {
      const { pages, scope } = given();
      const { noteDate: _, ...undated } = page(2, { facts: [] });
      await pages.save(scope, 'c-1', undated);
      await pages.save(scope, 'c-1', page(1));
      expect(await pages.ofCase(scope, 'c-1')).toEqual([page(1), undated]);
      expect(await pages.ofCase(scope, 'c-2')).toEqual([]);
    });

    test('stand as a version first read them; the next version stands beside it', async () => {
      const { pages, scope } = given();
      await pages.save(scope, 'c-1', page(1));
      await pages.save(scope, 'c-1', page(1, { facts: [] }));
      await pages.save(scope, 'c-1', page(1, { extractorVersion: '2', facts: [] }));
      expect(await pages.ofCase(scope, 'c-1')).toEqual([page(1), page(1, { extractorVersion: '2', facts: [] })]);
    });

    test('of one tenant are not those of another', async () => {
      const { pages, scope } = given();
      await pages.save(scope, 'c-1', page(1));
      expect(await pages.ofCase({ tenantId: fresh() }, 'c-1')).toEqual([]);
    });
  });
};
