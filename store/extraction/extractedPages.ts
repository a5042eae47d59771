import type { ExtractedPage, ExtractedPages } from '@openum/casework/port/extractedPages.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

export const createExtractedPages = (db: Database): ExtractedPages => ({
  save: async (scope, caseId, { documentId, page, extractor, extractorVersion, noteDate, facts }) => {
    await rowsInTenant(db, scope, {
      sql: `insert into extracted_page
          (tenant_id, case_id, document_id, page, extractor, extractor_version, note_date, facts)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      parameters: [
        ...[scope.tenantId, caseId, documentId, page, extractor, extractorVersion],
        noteDate ?? null,
        JSON.stringify(facts),
      ],
    });
  },
  ofCase: async (scope, caseId) => {
    const rows = await rowsInTenant(db, scope, {
      sql: `select document_id, page, extractor, extractor_version, note_date::text as note_date, facts from extracted_page
        where tenant_id = $1 and case_id = $2 order by document_id, page, extractor, extractor_version`,
      parameters: [scope.tenantId, caseId],
    });
    return rows.map((r) => fromColumns<ExtractedPage>(r));
  },
});
