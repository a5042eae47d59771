import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCompiler, type TypstCompiler } from '../notice/compiler.ts';

let compiler: TypstCompiler | undefined;
const source = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');

/** Data as a PDF by one of the templates here: tagged (PDF/UA-1), or plain where a record holds signs that no font here has. */
export const typeset = (template: string, data: unknown): Uint8Array => {
  compiler ??= loadCompiler([]);
  const file = { mainFileContent: source(template), inputs: { document: JSON.stringify(data) } };
  try {
    return compiler.pdf(file, { pdfStandard: 'ua-1' });
  } catch {
    return compiler.pdf(file, {});
  } finally {
    compiler.evictCache(0);
  }
};
