import { createDocumentReader } from '@openum/jobs/document/reader.ts';
import { scan, scannedPdf, textPdf, tiffFax } from '@openum/testkit/document/files.ts';
import { machine, median } from './figures.ts';
import { writeSection } from './section.ts';

const note = Array.from(
  { length: 38 },
  (_, i) => `Line ${i + 1}: oxygen saturation ${70 + i} % at rest on room air, walks forty feet`,
);

const [textPages = 300, scannedPages = 6, rounds = 3] = process.argv.slice(2).map(Number);
const reader = createDocumentReader();

/** Pages a second over a whole file, opening included. */
const rate = async (bytes: Uint8Array): Promise<number> => {
  const begun = performance.now();
  const file = await reader.open(bytes);
  if ('problem' in file) throw new Error(file.problem);
  for (let n = 1; n <= file.pages; n++) {
    const { problem, text } = await file.page(n);
    if (problem || text === '') throw new Error(`page ${n}: ${problem ?? 'no text'}`);
  }
  file.close();
  return (file.pages * 1000) / (performance.now() - begun);
};

const sheet = await scan(note);
const sheets = Array.from({ length: scannedPages }, () => sheet);
const files = [
  {
    name: `PDF with a text layer, ${textPages} pages`,
    bytes: await textPdf(Array.from({ length: textPages }, () => note)),
  },
  { name: `PDF of scanned pages at 150 dpi, ${scannedPages} pages`, bytes: await scannedPdf(sheets) },
  { name: `TIFF fax at 150 dpi, ${scannedPages} pages`, bytes: await tiffFax(sheets) },
  {
    name: `plain text, ${textPages} pages`,
    bytes: new TextEncoder().encode(Array.from({ length: textPages }, () => note.join('\n')).join('\f')),
  },
];

const rows: string[] = [];
for (const { name, bytes } of files) {
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) rates.push(await rate(bytes));
  const of = (n: number): string => (n < 10 ? n.toFixed(2) : Math.round(n).toLocaleString('en-US'));
  rows.push(`| ${name} | ${of(median(rates))} | ${rates.map(of).join(', ')} |`);
}
reader.end();

writeSection('documents', [
  '## Reading documents',
  '`node bench/documents.ts [pages with text] [scanned pages] [rounds]` writes this section.',
  '',
  'Each file goes through the reader of the product: a thread of its own, page by page, with the position of every line or word. The first round of each kind also starts the thread and loads its libraries.',
  '',
  '| file | pages a second, median | rounds |',
  '| --- | --- | --- |',
  ...rows,
  '',
  `On ${machine()}.`,
]);
