import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PayerLine } from '@openum/http/payer/lines.ts';
import { z } from 'zod';

const text = z.string().trim().min(1);

/** As whom payers know the practice. */
export const providerShape = z.strictObject({
  npi: z.string().regex(/^\d{10}$/, 'is ten digits'),
  name: text,
  phone: text,
  street: text,
  city: text,
  state: z.string().regex(/^[A-Z]{2}$/),
  postalCode: text,
});

const shape = z.array(
  z.strictObject({
    tenantId: text,
    name: z.string().regex(/^[\w-]{1,60}$/),
    /** `own`: the review desk of this installation. */
    baseUrl: z.union([
      z.literal('own'),
      z.url({ protocol: /^https$/ }),
      z.url({ hostname: /^(127\.0\.0\.1|localhost)$/ }),
    ]),
    /** File beside this one that holds the token and nothing else. */
    tokenFile: z.string().regex(/^[\w.-]+$/, 'is a file name'),
    provider: providerShape,
  }),
);

const folder = (dataDir: string): string => path.join(dataDir, 'payer-lines');
const file = (dataDir: string): string => path.join(folder(dataDir), 'lines.json');

/** Reads `payer-lines/lines.json` of the data folder; none is no line. Throws with the field at fault, never with a secret. */
export const readPayerLines = (dataDir: string, ownBase: () => string): readonly PayerLine[] => {
  if (!existsSync(file(dataDir))) return [];
  const read = shape.safeParse(JSON.parse(readFileSync(file(dataDir), 'utf8')));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`payer-lines/lines.json: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  return read.data.map(({ tokenFile, baseUrl, ...line }) => ({
    ...line,
    baseUrl: baseUrl === 'own' ? ownBase() : baseUrl.replace(/\/$/, ''),
    token: readFileSync(path.join(folder(dataDir), tokenFile), 'utf8').trim(),
  }));
};

type OwnLine = Omit<PayerLine, 'baseUrl'>;

/** A line from a practice of this installation to its own review desk. */
export const writeOwnLine = (dataDir: string, { token, ...line }: OwnLine): void => {
  mkdirSync(folder(dataDir), { recursive: true, mode: 0o700 });
  const tokenFile = `${line.name}.token`;
  writeFileSync(path.join(folder(dataDir), tokenFile), `${token}\n`, { mode: 0o600 });
  writeFileSync(file(dataDir), `${JSON.stringify([{ ...line, baseUrl: 'own', tokenFile }], null, 2)}\n`, {
    mode: 0o600,
  });
};
