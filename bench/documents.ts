import { createDocumentReader } from '@openum/jobs/document/reader.ts';
import { scan, scannedPdf, textPdf, tiffFax } from '@openum/testkit/document/files.ts';
import { machine, median } from './figures.ts';
import { writeSection } from './section.ts';

const note = Array.from(
  { length: 38 },
  (_, i) => `Line ${i + 1}: oxygen saturation ${70 + i} % at rest on room air, walks forty feet`,
);

const [textPages = 300, scannedPages = 6, rounds = 3, drawnPages = 40] = process.argv.slice(2).map(Number);
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

/** Pictures a second of the first pages of a file, opening included. */
const drawRate = async (bytes: Uint8Array, dots: number, most: number): Promise<number> => {
  const begun = performance.now();
  const file = await reader.open(bytes);
  if ('problem' in file) throw new Error(file.problem);
  const pages = Math.min(file.pages, most);
  for (let n = 1; n <= pages; n++) {
    const picture = await file.picture(n, dots);
    if (!picture || 'problem' in picture) throw new Error(`page ${n}: ${picture?.problem ?? 'no picture'}`);
  }
  file.close();
  return (pages * 1000) / (performance.now() - begun);
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

const row = async (name: string, measured: () => Promise<number>): Promise<string> => {
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) rates.push(await measured());
  const of = (n: number): string => (n < 10 ? n.toFixed(2) : Math.round(n).toLocaleString('en-US'));
  return `| ${name} | ${of(median(rates))} | ${rates.map(of).join(', ')} |`;
};

const rows: string[] = [];
for (const { name, bytes } of files) rows.push(await row(name, () => rate(bytes)));

const drawn: string[] = [];
for (const { name, bytes } of files.slice(0, 3))
  for (const [size, dots, most] of [
    ['at 150 dpi', 1275, drawnPages],
    ['thumbnails', 128, textPages],
  ] as const)
    drawn.push(await row(`${name.split(',')[0]}, ${size}`, () => drawRate(bytes, dots, most)));
const megabytes = Math.round(process.memoryUsage.rss() / 2 ** 20);
reader.end();

writeSection('documents', [
  '## Reading documents',
  '`node bench/documents.ts [pages with text] [scanned pages] [rounds] [pages drawn]` writes this section.',
  '',
  'Each file goes through the reader of the product: a thread of its own, page by page, with the position of every line or word. The first round of each kind also starts the thread and loads its libraries.',
  '',
  '| file | pages a second, median | rounds |',
  '| --- | --- | --- |',
  ...rows,
  '',
  'Pictures of pages are made by the same threads, from the opening of the file to the last WebP:',
  '',
  '| pictures | pages a second, median | rounds |',
  '| --- | --- | --- |',
  ...drawn,
  '',
  `Afterwards the process held ${megabytes} MiB, the recognition of letters included.`,
  '',
  `On ${machine()}.`,
]);
