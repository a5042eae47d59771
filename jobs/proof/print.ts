import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IndexDocument, IndexPrinter } from '@openum/casework/proof/index/document.ts';
import { loadCompiler, type TypstCompiler } from '../notice/compiler.ts';

const source = readFileSync(path.join(import.meta.dirname, 'index.typ'), 'utf8');
const longestUnbroken = 12;

/** Hashes, ids and paths get places to break, so that no cell leaves the page. */
const breakable = (text: string): string =>
  text.replace(/\S{19,}/gu, (word) => {
    const characters = [...word];
    const pieces: string[] = [];
    for (let i = 0; i < characters.length; i += longestUnbroken)
      pieces.push(characters.slice(i, i + longestUnbroken).join(''));
    return pieces.join('\u200b');
  });

/** Tagged PDF (PDF/UA-1) where every sign can be shown, a plain one where a record holds signs that no font here has. */
export const createIndexPrinter = (): IndexPrinter => {
  let compiler: TypstCompiler | undefined;
  return async (document: IndexDocument) => {
    compiler ??= loadCompiler([]);
    const text = JSON.stringify(document, (_, value: unknown) =>
      typeof value === 'string' ? breakable(value) : value,
    );
    const file = { mainFileContent: source, inputs: { document: text } };
    try {
      return compiler.pdf(file, { pdfStandard: 'ua-1' });
    } catch {
      return compiler.pdf(file, {});
    } finally {
      compiler.evictCache(0);
    }
  };
};
