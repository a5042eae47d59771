import { importKinds } from '@openum/casework/port/practiceImports.ts';
import { z } from 'zod';

export type { ImportCounts, ImportKind, PracticeImport } from '@openum/casework/port/practiceImports.ts';
export type { ImportColumn } from '@openum/casework/practice/import/columns.ts';
export type { ImportRow, RowResult } from '@openum/casework/practice/import/rows.ts';

import type { ImportKind, PracticeImport } from '@openum/casework/port/practiceImports.ts';
import type { ImportColumn } from '@openum/casework/practice/import/columns.ts';
import type { ImportRow, RowResult } from '@openum/casework/practice/import/rows.ts';

const kind = z.enum(importKinds);
/** Lines of one file; a larger one is read in parts. */
export const mostRows = 5_000;
/** Rows that are written by one call, so that progress can be shown. */
export const partRows = 50;

export const importPreviewBody = z.object({ kind, csv: z.string().min(1, 'the file is empty').max(1_900_000) });
export type ImportPreview = {
  readonly sha256: string;
  readonly rows: readonly ImportRow[];
  readonly results: readonly RowResult[];
  /** Columns of the file that mean nothing here. */
  readonly unknownColumns: readonly string[];
  /** The same file was read in before. */
  readonly before?: PracticeImport;
};

export const importPartBody = z.object({
  kind,
  importId: z.uuid(),
  fileName: z.string().trim().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z
    .array(z.object({ line: z.int32().min(1), cells: z.record(z.string().max(100), z.string().max(2000)) }))
    .min(1)
    .max(partRows),
});
export type ImportPartBody = z.input<typeof importPartBody>;

export type ImportsView = {
  readonly imports: readonly PracticeImport[];
  readonly columns: Readonly<Record<ImportKind, readonly ImportColumn[]>>;
};
