import type { PagePicture, PagePictures } from '@openum/casework/port/pagePictures.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

type Drawn = {
  readonly page: number;
  readonly bytes?: Uint8Array;
  readonly problem?: Extract<PagePicture, { readonly problem: unknown }>['problem'];
};

export const createPagePictures = (db: Database): PagePictures => ({
  save: async (scope, { shelfId, documentId, size, page }, picture, drawnAt) => {
    const [bytes, problem] = 'bytes' in picture ? [Buffer.from(picture.bytes), null] : [null, picture.problem];
    await rowsInTenant(db, scope, {
      sql: `insert into page_picture (tenant_id, shelf_id, document_id, size, page, bytes, problem, drawn_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      parameters: [scope.tenantId, shelfId, documentId, size, page, bytes, problem, drawnAt],
    });
  },
  drawn: async (scope, { shelfId, documentId, size }, { from, to }) => {
    const rows = await rowsInTenant(db, scope, {
      sql: `select page, bytes, problem from page_picture
        where tenant_id = $1 and shelf_id = $2 and document_id = $3 and size = $4 and page between $5 and $6 order by page`,
      parameters: [scope.tenantId, shelfId, documentId, size, from, to],
    });
    return rows.map((row) => {
      const { page, bytes, problem = 'damaged' } = fromColumns<Drawn>(row);
      return bytes ? { page, bytes: new Uint8Array(bytes) } : { page, problem };
    });
  },
  forget: async (scope, drawnBefore, failedBefore) => {
    await rowsInTenant(db, scope, {
      sql: `delete from page_picture where tenant_id = $1
        and (drawn_at < $2 and problem is null or drawn_at < $3 and problem is not null)`,
      parameters: [scope.tenantId, drawnBefore, failedBefore],
    });
  },
});
