import { criteriaSets } from '@openum/content/criteria/load.ts';
import { treeFor } from '@openum/domain/criteria/evaluate-item.ts';
import { evaluate } from '@openum/domain/logic/evaluate.ts';
import { createDocumentReader } from '@openum/jobs/document/reader.ts';
import { readChart } from '@openum/testkit/chart/accuracy.ts';
import { syntheticChart } from '@openum/testkit/chart/chart.ts';
import { scan, textPdf, tiffFax } from '@openum/testkit/document/files.ts';
import { machine, median } from './figures.ts';
import { writeSection } from './section.ts';

/** From a page to an answer: reading, finding facts, evaluating. `node bench/evidence.ts [text pages] [fax pages] [rounds]`. */
const [textPages = 200, faxPages = 3, rounds = 3] = process.argv.slice(2).map(Number);

const vectors = criteriaSets.flatMap((set) =>
  set.vectors.flatMap((vector) => {
    const tree = treeFor(set, vector.tree, vector.service ?? '');
    return tree ? [{ tree, vector }] : [];
  }),
);
const texts = vectors.flatMap(({ vector }, i) => syntheticChart('measure', i, vector.facts).pages).slice(0, textPages);
const lines = texts.map((t) => t.split('\n').map((l) => l.replace(/[^\x20-\x7e]/g, ' ')));

/** Of one round, in things a second. */
const rate = async (things: number, run: () => unknown): Promise<number> => {
  const begun = performance.now();
  await run();
  return (things * 1000) / (performance.now() - begun);
};

const reader = createDocumentReader();
const readPages = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const file = await reader.open(bytes);
  if ('problem' in file) throw new Error(file.problem);
  const pages: string[] = [];
  for (let n = 1; n <= file.pages; n++) pages.push((await file.page(n)).text);
  file.close();
  return pages;
};
const pdf = await textPdf(lines);
const fax = await tiffFax(await Promise.all(lines.slice(0, faxPages).map((l) => scan(l))));
const evaluateAll = () => {
  for (const { tree, vector } of vectors) evaluate(tree, vector.facts, vector.context);
};

const steps = [
  {
    name: `recognizing letters on a page of a fax (${faxPages})`,
    unit: 'pages',
    things: faxPages,
    run: () => readPages(fax),
  },
  {
    name: `reading a page with a text layer (${texts.length})`,
    unit: 'pages',
    things: texts.length,
    run: () => readPages(pdf),
  },
  {
    name: `finding the facts on a page (${texts.length})`,
    unit: 'pages',
    things: texts.length,
    run: () => readChart({ pages: texts }),
  },
  {
    name: `evaluating a tree, every worked example of all ${criteriaSets.length} sets (${vectors.length})`,
    unit: 'trees',
    things: vectors.length,
    run: evaluateAll,
  },
];
readChart({ pages: texts });
for (let i = 0; i < 20; i++) evaluateAll();
const rates = steps.map((): number[] => []);
for (let round = 0; round < rounds; round++)
  for (const [i, step] of steps.entries()) rates[i]?.push(await rate(step.things, step.run));
reader.end();

const text = median(rates[1] ?? []);
const of = (n: number): string =>
  n < 0.1 ? n.toPrecision(2) : n < 10 ? n.toFixed(2) : Math.round(n).toLocaleString('en-US');
writeSection('evidence', [
  '## From a page to an answer',
  '`node bench/evidence.ts [text pages] [fax pages] [rounds]` writes this section.',
  '',
  'The steps are measured in turn, round by round. The last column is the ratio to reading a page with a text layer. Pages are short synthetic notes of the measuring set of docs/extraction-accuracy.md.',
  '',
  '| step | a second, median | rounds | to a text page |',
  '| --- | --- | --- | --- |',
  ...steps.map(({ name, unit }, i) => {
    const measured = rates[i] ?? [];
    return `| ${name} | ${of(median(measured))} ${unit} | ${measured.map(of).join(', ')} | ${of(median(measured) / text)} |`;
  }),
  '',
  `On ${machine()}.`,
]);
process.exit(0);
