import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FileLines } from '@openum/casework/port/fileLines.ts';
import { createFileLines, type X12Line } from '@openum/http/payer/fileLines.ts';
import { z } from 'zod';
import { diskFolders } from './fileFolders.ts';
import { providerShape } from './payerLines.ts';

/** ISA05 to ISA08: two characters, and up to fifteen. */
const partner = z.strictObject({
  qualifier: z.string().regex(/^[0-9A-Z]{2}$/, 'is two characters, for example ZZ or 30'),
  id: z.string().regex(/^[\w.-]{1,15}$/, 'is at most fifteen characters'),
});

const shape = z.array(
  z.strictObject({
    tenantId: z.string().trim().min(1),
    name: z.string().regex(/^[\w-]{1,60}$/),
    sender: partner,
    receiver: partner,
    /** Test files are marked so, and no payer acts on them. */
    usage: z.enum(['P', 'T']),
    payer: z.strictObject({
      name: z.string().trim().min(1).max(60),
      id: z.string().trim().min(1).max(80),
      idQualifier: z.string().regex(/^[0-9A-Z]{2}$/),
    }),
    provider: providerShape,
    /** Absent: a person carries the files. */
    folder: z
      .string()
      .regex(/^[\w-]{1,60}$/, 'is the name of a folder in payer-files')
      .exactOptional(),
    acknowledges: z.boolean().default(false),
  }),
);

const file = (dataDir: string): string => path.join(dataDir, 'payer-lines', 'x12.json');

/** Reads `payer-lines/x12.json` of the data folder; none is no line. Throws with the field at fault. */
export const readFileLines = (dataDir: string): readonly X12Line[] => {
  if (!existsSync(file(dataDir))) return [];
  const read = shape.safeParse(JSON.parse(readFileSync(file(dataDir), 'utf8')));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`payer-lines/x12.json: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  return read.data;
};

export const writeFileLines = (dataDir: string, lines: readonly X12Line[]): void => {
  mkdirSync(path.dirname(file(dataDir)), { recursive: true, mode: 0o700 });
  writeFileSync(file(dataDir), `${JSON.stringify(lines, null, 2)}\n`, { mode: 0o600 });
};

/** The lines of this installation, with their folders under `payer-files`. */
export const fileLinesOf = (dataDir: string): FileLines =>
  createFileLines(() => readFileLines(dataDir), diskFolders(path.join(dataDir, 'payer-files'), Date.now));
