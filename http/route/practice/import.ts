import { columnKey, importColumns } from '@openum/casework/practice/import/columns.ts';
import { countsOf, type ImportRow, importRows, type RowResult } from '@openum/casework/practice/import/rows.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import { CsvError, parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { atPractice } from '../../auth/atPractice.ts';
import {
  type ImportPreview,
  type ImportsView,
  importPartBody,
  importPreviewBody,
  mostRows,
} from '../../contract/practice/import.ts';
import type { HttpDeps } from '../../deps.ts';
import { problem } from '../../problem/problem.ts';

const importRoles: readonly Role[] = ['utilizationReviewStaff', 'practiceOwner', 'frontDesk'];
const shownImports = 20;

const unreadable = (message: string) =>
  problem(422, 'invalidBody', `Field csv: ${message}`, { fields: [{ path: 'csv', message }] });

/** A table with a line of headings; comma or semicolon between cells. */
const rowsOf = (csv: string): { readonly headings: readonly string[]; readonly rows: readonly ImportRow[] } => {
  try {
    const lines = parse(csv, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      delimiter: [',', ';'],
      info: true,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    const [headings, ...below] = lines;
    if (!headings) throw unreadable('it has no line of headings');
    const keys = headings.record.map(columnKey);
    return {
      headings: keys,
      rows: below.map(({ record, info }) => ({
        line: info.lines,
        cells: Object.fromEntries(keys.map((key, i) => [key, record[i] ?? ''])),
      })),
    };
  } catch (e) {
    if (e instanceof CsvError)
      throw unreadable(`line ${typeof e.lines === 'number' ? e.lines : 1} is not a line of a table`);
    throw e;
  }
};

export const importRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { practiceImports, environment } = casework;

  app.get('/api/practice/imports', async (request): Promise<ImportsView> => {
    const { scope } = await atPractice(casework, request, importRoles);
    return { imports: await practiceImports.list(scope, shownImports), columns: importColumns };
  });

  app.post(
    '/api/practice/imports/preview',
    { schema: { body: importPreviewBody } },
    async (request): Promise<ImportPreview> => {
      const me = await atPractice(casework, request, importRoles);
      const { kind, csv } = request.body;
      const { headings, rows } = rowsOf(csv);
      const names = importColumns[kind].map((c) => c.name);
      const missing = importColumns[kind].filter((c) => c.required && !headings.includes(c.name));
      if (missing.length > 0) throw unreadable(`these columns are missing: ${missing.map((c) => c.name).join(', ')}`);
      if (rows.length === 0) throw unreadable('it has no line below the headings');
      if (rows.length > mostRows) throw unreadable(`it has more than ${mostRows} lines; read it in parts`);
      const sha256 = environment.sha256Hex(csv);
      const before = await practiceImports.ofContent(me.scope, kind, sha256);
      return {
        sha256,
        rows,
        results: await importRows(me, kind, rows, 'preview'),
        unknownColumns: headings.filter((h) => !names.includes(h)),
        ...(before ? { before } : {}),
      };
    },
  );

  app.post(
    '/api/practice/imports',
    { schema: { body: importPartBody } },
    async (request): Promise<{ readonly results: readonly RowResult[] }> => {
      const me = await atPractice(casework, request, importRoles);
      const { rows, ...file } = request.body;
      const results = await importRows(me, file.kind, rows, 'write');
      await practiceImports.add(me.scope, {
        ...file,
        startedAt: me.now,
        startedBy: me.actor.name,
        result: countsOf(results),
      });
      return { results };
    },
  );
};
