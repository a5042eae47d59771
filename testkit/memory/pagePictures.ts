import type { PagePicture, PagePictures } from '@openum/casework/port/pagePictures.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { perTenant } from './tenants.ts';

type Kept = { readonly page: number; readonly picture: PagePicture; readonly drawnAt: Instant };

export const memoryPagePictures = (): PagePictures => {
  const tenant = perTenant(() => new Map<string, Kept>());
  return {
    save: async (scope, { shelfId, documentId, size, page }, picture, drawnAt) => {
      const kept = tenant(scope);
      const key = JSON.stringify([shelfId, documentId, size, page]);
      if (!kept.has(key)) kept.set(key, structuredClone({ page, picture, drawnAt }));
    },
    drawn: async (scope, { shelfId, documentId, size }, { from, to }) => {
      const pictures: (PagePicture & { readonly page: number })[] = [];
      for (let page = from; page <= to; page++) {
        const kept = tenant(scope).get(JSON.stringify([shelfId, documentId, size, page]));
        if (kept) pictures.push({ page, ...structuredClone(kept.picture) });
      }
      return pictures;
    },
    forget: async (scope, drawnBefore, failedBefore) => {
      const kept = tenant(scope);
      for (const [key, { picture, drawnAt }] of kept)
        if (drawnAt < ('problem' in picture ? failedBefore : drawnBefore)) kept.delete(key);
    },
  };
};
