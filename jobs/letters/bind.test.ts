import { PDFDocument } from '@cantoo/pdf-lib';
import { instant, zoneId } from '@openum/domain/time/instant.ts';
import { expect, test } from 'vitest';
import { bindLetters } from './bind.ts';

/** A letter whose pages have their own width, by which they are known again. */
const letter = async (pages: number, width: number) => {
  const pdf = await PDFDocument.create();
  for (let i = 0; i < pages; i++) pdf.addPage([width, 500]);
  return { pdf: await pdf.save(), caseNumber: `UM-${width}`, to: 'Ana Núñez 山田' };
};
const bound = async (letters: Awaited<ReturnType<typeof letter>>[]) => {
  const bytes = await bindLetters({
    plan: 'Prairie Harbor Health',
    batch: 'A1B2',
    createdAt: instant('2026-11-23T16:00:00Z'),
    zone: zoneId('America/Chicago'),
    createdBy: 'Dana Whitfield',
    letters,
  });
  const pdf = await PDFDocument.load(bytes);
  return pdf.getPages().map((p) => p.getWidth());
};

test('each letter begins on an odd page, after the cover sheet', async () => {
  expect(await bound([await letter(1, 101), await letter(2, 102), await letter(3, 103)])).toEqual([
    612, 612, 101, 612, 102, 102, 103, 103, 103, 612,
  ]);
});

test('the index takes as many pages as the batch needs, and no letter is lost', async () => {
  const one = await letter(1, 101);
  const widths = await bound(Array.from({ length: 80 }, () => one));
  expect(widths.filter((w) => w === 101)).toHaveLength(80);
  expect(widths.indexOf(101)).toBe(4);
});
