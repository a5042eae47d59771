import type { DocumentPages, KeptPage } from '@openum/casework/port/documentPages.ts';
import { wordsPattern } from '@openum/domain/document/find.ts';
import { firstLine, type Stretch } from '@openum/domain/document/page.ts';
import type { DocumentReading, PageSummary } from '@openum/domain/document/reading.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

/** Positions as rows of numbers: a page has hundreds of them. */
type Packed = readonly [start: number, end: number, left: number, top: number, width: number, height: number];

const share = (x: number): number => Math.round(x * 10_000) / 10_000;
const pack = (s: Stretch): Packed => [s.start, s.end, share(s.left), share(s.top), share(s.width), share(s.height)];
const unpack = ([start, end, left, top, width, height]: Packed): Stretch => ({ start, end, left, top, width, height });

export const createDocumentPages = (db: Database): DocumentPages => ({
  saveReading: async (scope, caseId, { documentId, state, pages, problem }) => {
    await rowsInTenant(db, scope, {
      sql: `insert into document_reading (tenant_id, case_id, document_id, state, pages, problem)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (tenant_id, case_id, document_id) do update
          set state = excluded.state, pages = excluded.pages, problem = excluded.problem
          where document_reading.state = 'reading'`,
      parameters: [scope.tenantId, caseId, documentId, state, pages ?? null, problem ?? null],
    });
  },
  savePage: async (scope, caseId, documentId, p) => {
    await rowsInTenant(db, scope, {
      sql: `insert into document_page
          (tenant_id, case_id, document_id, page, text, first_line, stretches, aspect, method, confidence, problem, kind)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
      parameters: [
        scope.tenantId,
        caseId,
        documentId,
        p.page,
        p.text,
        firstLine(p.text),
        JSON.stringify(p.stretches.map(pack)),
        p.aspect,
        p.method,
        p.confidence ?? null,
        p.problem ?? null,
        p.kind ? JSON.stringify(p.kind) : null,
      ],
    });
  },
  readings: async (scope, caseId) => {
    const rows = await rowsInTenant(db, scope, {
      sql: `select r.document_id, r.state, r.pages, r.problem,
          (select count(*)::int from document_page p
            where p.tenant_id = r.tenant_id and p.case_id = r.case_id and p.document_id = r.document_id) as pages_read
        from document_reading r where r.tenant_id = $1 and r.case_id = $2 order by r.document_id`,
      parameters: [scope.tenantId, caseId],
    });
    return rows.map((r) => fromColumns<DocumentReading>(r));
  },
  summaries: async (scope, caseId, documentId) => {
    const rows = await rowsInTenant(db, scope, {
      sql: `select page, first_line, method, aspect, confidence, problem, kind from document_page
        where tenant_id = $1 and case_id = $2 and document_id = $3 order by page`,
      parameters: [scope.tenantId, caseId, documentId],
    });
    return rows.map((r) => fromColumns<PageSummary>(r));
  },
  page: async (scope, caseId, documentId, page) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `select page, text, stretches, aspect, method, confidence, problem, kind from document_page
        where tenant_id = $1 and case_id = $2 and document_id = $3 and page = $4`,
      parameters: [scope.tenantId, caseId, documentId, page],
    });
    if (!row) return undefined;
    const kept = fromColumns<Omit<KeptPage, 'stretches'> & { readonly stretches: readonly Packed[] }>(row);
    return { ...kept, stretches: kept.stretches.map(unpack) };
  },
  holding: async (scope, caseId, words, limit, documentId) => {
    const pattern = wordsPattern(words);
    if (pattern === undefined) return [];
    const rows = await rowsInTenant(db, scope, {
      sql: `select document_id, page, text from document_page
        where tenant_id = $1 and case_id = $2 and text ~* $3 and ($5::text is null or document_id = $5)
        order by document_id, page limit $4`,
      parameters: [scope.tenantId, caseId, pattern, limit, documentId ?? null],
    });
    return rows.map((r) => fromColumns<{ documentId: string; page: number; text: string }>(r));
  },
});
