import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';

export type Column<T> = readonly [heading: string, value: (row: T) => string | number | undefined];

/** A table as CSV for spreadsheets: with a byte order mark, and with cells that a spreadsheet would run as a formula made text. */
export const csvOf = <T>(columns: readonly Column<T>[], rows: readonly T[]): string =>
  stringify(
    rows.map((row) => columns.map(([, value]) => value(row) ?? '')),
    {
      header: true,
      columns: columns.map(([heading]) => heading),
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  );

export const sendCsv = (reply: FastifyReply, fileName: string, text: string): FastifyReply =>
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'no-store')
    .send(text);
