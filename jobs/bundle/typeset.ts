import { readFileSync } from 'node:fs';
import { loadCompiler, type TypstCompiler } from '../notice/compiler.ts';

let compiler: TypstCompiler | undefined;

/** Data as a PDF by a template file: tagged (PDF/UA-1), or plain where a record holds signs that no font here has. */
export const typeset = (template: string, data: unknown): Uint8Array => {
  compiler ??= loadCompiler([]);
  const file = { mainFileContent: readFileSync(template, 'utf8'), inputs: { document: JSON.stringify(data) } };
  try {
    return new Uint8Array(compiler.pdf(file, { pdfStandard: 'ua-1' }));
  } catch {
    return new Uint8Array(compiler.pdf(file, {}));
  } finally {
    compiler.evictCache(0);
  }
};
