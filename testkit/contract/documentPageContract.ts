import type { DocumentPages, KeptPage } from '@openum/casework/port/documentPages.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';

export type DocumentPagePorts = { readonly documentPages: DocumentPages };

const page = (n: number, text: string, change: Partial<KeptPage> = {}): KeptPage => ({
  page: n,
  text,
  stretches: [{ start: 0, end: text.length, left: 0.1, top: 0.05, width: 0.5, height: 0.02 }],
  aspect: 0.75,
  method: 'textLayer',
  ...change,
});

export const documentPageContract = (name: string, store: () => DocumentPagePorts, fresh: Fresh<string>): void => {
  const given = () => ({ pages: store().documentPages, scope: { tenantId: fresh() } });

  describe(`${name}: the pages of documents`, () => {
    test('a page comes back as it was kept', async () => {
      const { pages, scope } = given();
      const kept = page(1, 'Résumé of 54 mmHg', {
        method: 'recognized',
        confidence: 0.875,
        kind: { kind: 'labReport', opens: true, because: ['lab report'] },
      });
      await pages.savePage(scope, 'c-1', 'd-1', kept);
      expect(await pages.page(scope, 'c-1', 'd-1', 1)).toEqual(kept);
      expect(await pages.page(scope, 'c-1', 'd-1', 2)).toBeUndefined();
      expect(await pages.page(scope, 'c-2', 'd-1', 1)).toBeUndefined();
    });

    test('the first reading of a page stands, so that a quote stays where it is', async () => {
      const { pages, scope } = given();
      await pages.savePage(scope, 'c-1', 'd-1', page(1, 'first'));
      await pages.savePage(scope, 'c-1', 'd-1', page(1, 'second'));
      expect((await pages.page(scope, 'c-1', 'd-1', 1))?.text).toBe('first');
    });

    test('the list of pages is in their order, with the first line of each', async () => {
      const { pages, scope } = given();
      for (const n of [2, 10, 1]) await pages.savePage(scope, 'c-1', 'd-1', page(n, `\n--\nLine of ${n}\nmore`));
      await pages.savePage(scope, 'c-1', 'd-2', page(1, '', { method: 'none', problem: 'tooSlow' }));
      expect(await pages.summaries(scope, 'c-1', 'd-1')).toEqual(
        [1, 2, 10].map((n) => ({ page: n, firstLine: `Line of ${n}`, aspect: 0.75, method: 'textLayer' })),
      );
      expect(await pages.summaries(scope, 'c-1', 'd-2')).toMatchObject([{ firstLine: '', problem: 'tooSlow' }]);
    });

    test('a reading tells how far it has come, and what was finished stays finished', async () => {
      const { pages, scope } = given();
      await pages.saveReading(scope, 'c-1', { documentId: 'd-1', state: 'reading', pages: 3 });
      await pages.savePage(scope, 'c-1', 'd-1', page(1, 'one'));
      await pages.savePage(scope, 'c-1', 'd-1', page(2, 'two'));
      await pages.saveReading(scope, 'c-1', { documentId: 'd-0', state: 'unreadable', problem: 'encrypted' });
      expect(await pages.readings(scope, 'c-1')).toEqual([
        { documentId: 'd-0', state: 'unreadable', problem: 'encrypted', pagesRead: 0 },
        { documentId: 'd-1', state: 'reading', pages: 3, pagesRead: 2 },
      ]);
      await pages.saveReading(scope, 'c-1', { documentId: 'd-1', state: 'read', pages: 3 });
      await pages.saveReading(scope, 'c-1', { documentId: 'd-1', state: 'reading', pages: 3 });
      expect((await pages.readings(scope, 'c-1'))[1]).toMatchObject({ state: 'read' });
      expect(await pages.readings(scope, 'c-2')).toEqual([]);
    });

    test('words are found in their order over the end of a line, in either case, and taken as they stand', async () => {
      const { pages, scope } = given();
      await pages.savePage(scope, 'c-1', 'd-2', page(1, 'Oxygen\n saturation 84 %'));
      await pages.savePage(scope, 'c-1', 'd-1', page(2, 'oxygen saturation (SpO2) 91'));
      await pages.savePage(scope, 'c-1', 'd-1', page(1, 'saturation of oxygen'));
      await pages.savePage(scope, 'c-2', 'd-9', page(1, 'oxygen saturation'));
      const where = async (words: string, limit = 10, documentId?: string) =>
        (await pages.holding(scope, 'c-1', words, limit, documentId)).map((h) => `${h.documentId} ${h.page}`);
      expect(await where('OXYGEN saturation')).toEqual(['d-1 2', 'd-2 1']);
      expect(await where('oxygen saturation', 1)).toEqual(['d-1 2']);
      expect(await where('oxygen saturation', 10, 'd-2')).toEqual(['d-2 1']);
      expect(await where('(SpO2)')).toEqual(['d-1 2']);
      expect(await where('.*')).toEqual([]);
      expect(await where('   ')).toEqual([]);
    });

    test('another tenant sees nothing of it', async () => {
      const { pages, scope } = given();
      await pages.savePage(scope, 'c-1', 'd-1', page(1, 'mine'));
      await pages.saveReading(scope, 'c-1', { documentId: 'd-1', state: 'read', pages: 1 });
      const other = { tenantId: fresh() };
      expect(await pages.page(other, 'c-1', 'd-1', 1)).toBeUndefined();
      expect(await pages.readings(other, 'c-1')).toEqual([]);
      expect(await pages.holding(other, 'c-1', 'mine', 10)).toEqual([]);
    });
  });
};
