import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { composeNotice } from '@openum/domain/notice/compose.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { letterCase, letterContext, letterTemplate, sampleDenial } from '@openum/testkit/notice/letterCase.ts';
import { describe, expect, test } from 'vitest';
import { compilerPackage } from './compiler.ts';
import { renderNotice } from './render.ts';

const letter = (memberRationale = sampleDenial.memberRationale): NoticeDocument => {
  const composed = composeNotice(
    letterCase('medicareAdvantage', [{ ...sampleDenial, memberRationale }]),
    [1],
    'adverseDetermination',
    'member',
    letterTemplate('adverseDetermination', 'member', 'medicareAdvantage'),
    letterContext('medicareAdvantage'),
  );
  if (isRefusal(composed)) throw new Error(composed.code);
  return composed;
};

/** The letter with this text as the reviewer's words, past every check of composition. */
const letterSaying = (...paragraphs: string[]): NoticeDocument => {
  const d = letter();
  return {
    ...d,
    sections: d.sections.map((s) => ({
      ...s,
      blocks: s.blocks.map((b) => (b.kind === 'quote' ? { ...b, paragraphs } : b)),
    })),
  };
};

const bytes = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const knowsPdfUa = compilerPackage(process.platform, process.arch).endsWith('linux-x64-gnu');
const hasTool = (tool: string): boolean => spawnSync(tool, ['-v']).error === undefined;

const withPoppler = async (tool: string, args: readonly string[], pdf: Uint8Array): Promise<string> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'letter-'));
  const file = path.join(dir, 'letter.pdf');
  writeFileSync(file, pdf);
  const { stdout } = spawnSync(tool, [...args, file, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' });
  await rm(dir, { recursive: true });
  return stdout;
};

const hostile = [
  '#import "@preview/x:0.1.0": y',
  '#panic("no") #sys.inputs #read("letter.typ")',
  ']][#text(red)[x] $ x^2 $ \\ \\u{41} ```raw``` *bold* _em_ `code` <label> @ref = Heading',
  '</p><script>alert(1)</script><img src=x onerror=alert(1)> &amp; "quoted" \'single\'',
  'שלום מרחבא 1-800-555-0142',
  'Emoji 😀 and a family 👩‍👩‍👧',
  'w'.repeat(4000),
];

describe('a letter as PDF', () => {
  test.runIf(knowsPdfUa)('is tagged and declared as PDF/UA-1', async () => {
    const { pdf, pdfStandard } = await renderNotice(letter());
    expect(pdfStandard).toBe('ua-1');
    expect(bytes(pdf)).toContain('/StructTreeRoot');
    expect(bytes(pdf)).toContain('pdfuaid');
  });

  test('has the same hash for the same document, and another for another', async () => {
    const [first, second, other] = await Promise.all([
      renderNotice(letter()),
      renderNotice(letter()),
      renderNotice(letter(`${sampleDenial.memberRationale} Please call.`)),
    ]);
    expect(second.pdfSha256).toBe(first.pdfSha256);
    expect(second.htmlSha256).toBe(first.htmlSha256);
    expect(other.pdfSha256).not.toBe(first.pdfSha256);
    expect(first.pdfSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(bytes(first.pdf)).not.toMatch(/CreationDate|ModDate/);
  });

  test.each(hostile)('prints hostile text as text: %s', async (text) => {
    const { pdf } = await renderNotice(letterSaying(text));
    expect(bytes(pdf).startsWith('%PDF-')).toBe(true);
  });

  test.runIf(hasTool('pdftotext'))('says every hostile word that it was given (needs pdftotext)', async () => {
    const [first, second, third] = hostile as [string, string, string];
    const { pdf } = await renderNotice(letterSaying(first, second, third));
    const text = (await withPoppler('pdftotext', ['-layout'], pdf)).replace(/[\s\u200b]+/g, '');
    for (const said of [first, second, third]) expect(text).toContain(said.replace(/\s+/g, ''));
  });

  test.runIf(hasTool('pdfinfo'))('runs over twenty pages without losing its headings (needs pdfinfo)', async () => {
    const paragraph = 'The sleep test of November 3 was read again and showed three events an hour. '.repeat(12);
    const { pdf } = await renderNotice(letterSaying(...Array.from({ length: 80 }, () => paragraph)));
    const pages = Number(/Pages:\s+(\d+)/.exec(await withPoppler('pdfinfo', [], pdf))?.[1]);
    expect(pages).toBeGreaterThanOrEqual(20);
    const structure = await withPoppler('pdfinfo', ['-struct-text'], pdf);
    expect(structure.match(/^\s*H1/gm)).toHaveLength(1);
    expect(structure).toContain('How to appeal');
  });

  test.runIf(hasTool('pdfinfo'))('has headings, lists and header cells in its structure (needs pdfinfo)', async () => {
    const { pdf } = await renderNotice(letter());
    const structure = await withPoppler('pdfinfo', ['-struct-text'], pdf);
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'LI', 'P'])
      expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
  });

  test('falls back to the plain standard and says so when no font has a character', async () => {
    const rendered = await renderNotice(letterSaying('A character that no font has: \u{10fffd}'));
    expect(rendered.pdfStandard).toBe('default');
    expect(rendered.pdfStandardBecause).toBe(knowsPdfUa ? 'missingGlyph' : 'standardUnknown');
    expect(bytes(rendered.pdf)).toContain('/StructTreeRoot');
  });
});

describe('a letter as HTML', () => {
  test('names its language, has one first heading and no script', async () => {
    const { html } = await renderNotice(letter());
    expect(html).toContain('<html lang="en-US" dir="ltr">');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('<th scope="col">Care</th>');
    expect(html).toContain('<p class="offer" lang="ar" dir="rtl">');
    expect(html).not.toMatch(/<script|\son\w+=|https?:\/\//i);
  });

  test('keeps the same elements, whatever the reviewer wrote', async () => {
    const tags = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];
    const plain = await renderNotice(letterSaying(...hostile.map(() => 'words')));
    const attacked = await renderNotice(letterSaying(...hostile));
    expect(tags(attacked.html)).toEqual(tags(plain.html));
    expect(attacked.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(attacked.html).toContain('&amp;amp; &quot;quoted&quot; &#39;single&#39;');
  });
});

describe('the compiler of a platform', () => {
  test('that nobody built is named in the error', () => {
    expect(() => compilerPackage('win32', 'x64')).toThrow('letters: no Typst compiler is known for win32 x64');
  });
});
