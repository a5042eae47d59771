import type { PagePictures } from '@openum/casework/port/pagePictures.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at } from './samples.ts';

const drawnAt = at('2026-11-20T15:00:00.000Z');
const picture = (...bytes: readonly number[]) => ({ bytes: new Uint8Array(bytes) });

export const pagePictureContract = (name: string, store: () => PagePictures, fresh: Fresh<string>): void => {
  const given = () => {
    const scope = { tenantId: fresh() };
    const of = { shelfId: 'c-1', documentId: 'd-1', size: 'page' } as const;
    return { pictures: store(), scope, of };
  };
  const all = { from: 1, to: 99 };

  describe(`${name}: pictures of pages`, () => {
    test('come back as they were kept, in the order of their pages', async () => {
      const { pictures, scope, of } = given();
      await pictures.save(scope, { ...of, page: 10 }, { problem: 'tooSlow' }, drawnAt);
      await pictures.save(scope, { ...of, page: 2 }, picture(1, 0, 255), drawnAt);
      await pictures.save(scope, { ...of, page: 11 }, picture(9), drawnAt);
      expect(await pictures.drawn(scope, of, { from: 2, to: 10 })).toEqual([
        { page: 2, ...picture(1, 0, 255) },
        { page: 10, problem: 'tooSlow' },
      ]);
    });

    test('are told apart by document, by what the document belongs to, and by size', async () => {
      const { pictures, scope, of } = given();
      await pictures.save(scope, { ...of, page: 1 }, picture(1), drawnAt);
      for (const other of [{ documentId: 'd-2' }, { shelfId: 'c-2' }, { size: 'thumbnail' as const }])
        expect(await pictures.drawn(scope, { ...of, ...other }, all)).toEqual([]);
    });

    test('one that is there stays', async () => {
      const { pictures, scope, of } = given();
      await pictures.save(scope, { ...of, page: 1 }, picture(1), drawnAt);
      await pictures.save(scope, { ...of, page: 1 }, picture(2), drawnAt);
      expect(await pictures.drawn(scope, of, all)).toEqual([{ page: 1, ...picture(1) }]);
    });

    test('old ones are forgotten, and failures earlier than what was drawn', async () => {
      const { pictures, scope, of } = given();
      await pictures.save(scope, { ...of, page: 1 }, picture(1), drawnAt);
      await pictures.save(scope, { ...of, page: 2 }, { problem: 'tooSlow' }, drawnAt);
      const later = at('2026-11-21T15:00:00.000Z');
      await pictures.forget(scope, drawnAt, later);
      expect(await pictures.drawn(scope, of, all)).toEqual([{ page: 1, ...picture(1) }]);
      await pictures.forget(scope, later, later);
      expect(await pictures.drawn(scope, of, all)).toEqual([]);
    });

    test('another tenant neither sees nor forgets them', async () => {
      const { pictures, scope, of } = given();
      await pictures.save(scope, { ...of, page: 1 }, picture(1), drawnAt);
      const other = { tenantId: fresh() };
      const later = at('2027-11-21T15:00:00.000Z');
      await pictures.forget(other, later, later);
      expect(await pictures.drawn(other, of, all)).toEqual([]);
      expect(await pictures.drawn(scope, of, all)).toHaveLength(1);
    });
  });
};
