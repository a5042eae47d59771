import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { criteriaSets } from '@openum/content/criteria/load.ts';
import { extractionRules } from '@openum/content/extraction/load.ts';
import { factCatalogue } from '@openum/content/fact/load.ts';
import { leavesOf, treesOf } from '@openum/domain/criteria/trees.ts';
import { createDocumentReader } from '@openum/jobs/document/reader.ts';
import {
  type ChartAccuracy,
  type Counts,
  measureCharts,
  precisionOf,
  readChart,
  recallOf,
  says,
  type TreeCounts,
} from '@openum/testkit/chart/accuracy.ts';
import { banks } from '@openum/testkit/chart/bank.ts';
import { syntheticChart } from '@openum/testkit/chart/chart.ts';
import { scan, tiffFax } from '@openum/testkit/document/files.ts';
import { upperBound } from './binomial.ts';

/** Measures the reading of facts and writes docs/extraction-accuracy.md: `node bench/extraction.ts [rounds] [scanned charts]`. */
const [rounds = 5, scans = 20] = process.argv.slice(2).map(Number);
const page = path.join(import.meta.dirname, '../docs/extraction-accuracy.md');

const percent = (part: number): string => (Number.isFinite(part) ? `${(100 * part).toFixed(1)} %` : '–');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((r) => `| ${r.join(' | ')} |`).join('\n');

const total = (counts: Iterable<Counts>): Counts => {
  const sum = { right: 0, tooMuch: 0, overlooked: 0 };
  for (const c of counts) for (const k of ['right', 'tooMuch', 'overlooked'] as const) sum[k] += c[k];
  return sum;
};
const treeTotal = ({ trees }: ChartAccuracy): TreeCounts => {
  const sum: TreeCounts = { charts: 0, agree: 0, falseApprovals: 0, truthMet: 0, abstained: 0, otherwise: 0 };
  for (const t of trees.values()) for (const k of Object.keys(sum) as (keyof TreeCounts)[]) sum[k] += t[k];
  return sum;
};

/** What fits on a printed sheet of the size of letters that a fax still shows. */
const [columns, linesOnSheet] = [50, 22];
const sheetsOf = (text: string): readonly (readonly string[])[] => {
  const lines = text
    .split('\n')
    .flatMap(
      (line) =>
        line.match(new RegExp(`.{1,${columns}}(?= |$)|\\S{${columns}}`, 'g'))?.map((l) => l.trimStart()) ?? [''],
    );
  return Array.from({ length: Math.ceil(lines.length / linesOnSheet) }, (_, i) =>
    lines.slice(i * linesOnSheet, (i + 1) * linesOnSheet),
  );
};

/** Charts of the measuring set, printed on paper, sent as a fax and read by the recognition of letters. */
const scanned = async (): Promise<Counts & { readonly pages: number }> => {
  const sum = { right: 0, tooMuch: 0, overlooked: 0, pages: 0 };
  const reader = createDocumentReader();
  const vectors = criteriaSets.filter((s) => s.status === 'active').flatMap((s) => s.vectors);
  for (let i = 0; i < scans; i++) {
    const vector = vectors[Math.floor((i * vectors.length) / scans)];
    const chart = syntheticChart('measure', 50_000 + i, vector?.facts ?? []);
    if (chart.pages.length === 0) continue;
    const sheets = await Promise.all(chart.pages.flatMap(sheetsOf).map((lines) => scan(lines, 1700)));
    const file = await reader.open(await tiffFax(sheets));
    if ('problem' in file) throw new Error(file.problem);
    const pages: string[] = [];
    for (let n = 1; n <= file.pages; n++) pages.push((await file.page(n)).text);
    file.close();
    const read = readChart({ pages });
    const keys = new Set(chart.truths.map((t) => t.fact.key));
    for (const t of chart.truths) sum[read.some((e) => says(e, t)) ? 'right' : 'overlooked'] += 1;
    sum.tooMuch += read.filter((e) => keys.has(e.key) && !chart.truths.some((t) => says(e, t))).length;
    sum.pages += pages.length;
  }
  reader.end();
  return sum;
};

const [built, measured] = [measureCharts('build', rounds), measureCharts('measure', rounds)];
const paper = await scanned();
const [b, m] = [total(built.rows.values()), total(measured.rows.values())];
const [bt, mt] = [treeTotal(built), treeTotal(measured)];
const asked = new Set(
  criteriaSets
    .flatMap(treesOf)
    .flatMap(leavesOf)
    .map((l) => l.fact),
);
const unmeasured = [...asked].filter(
  (k) => !banks.measure.facts[k] && !extractionRules.silent.some((s) => s.fact === k),
);

const side = (name: string, a: ChartAccuracy, c: Counts, t: TreeCounts): readonly string[] => [
  name,
  String(a.charts),
  String(c.right + c.overlooked),
  percent(precisionOf(c)),
  percent(recallOf(c)),
  percent(t.agree / t.charts),
  `${t.falseApprovals} of ${t.charts - t.truthMet}`,
  `at most ${percent(upperBound(t.falseApprovals, t.charts - t.truthMet))}`,
];

const setName = new Map(criteriaSets.map((s) => [s.id, s.name]));
const text = `# How often facts are read right

Written by \`node bench/extraction.ts ${rounds} ${scans}\`: do not edit by hand. Rules ${extractionRules.version}.

Charts are made up from the worked examples of every active criteria set, ${rounds} for each example: the facts of the example in words of a
bank (\`testkit/chart\`), as running text, lines or lists, under the day of a note, among sentences that say nothing of this patient now:
of relatives, of the past, of what may come, of targets and ranges. Days and units are written in several ways, a tenth of the facts stand
as lines of a form, and one chart in five has the misspellings of a poor fax. Then the rules read the charts.

The readers were written and changed while looking at the *building* set (${Object.keys(banks.build.facts).length} facts in prose, the others as lines of a form). The
*measuring* set has other sentences for ${Object.keys(banks.measure.facts).length} facts and other seeds; no reader was changed for it. Both sets are by the authors of the readers: notes of real
patients are longer, worse spelled and more varied, and figures on them will be lower.

**Precision**: how much of what is read of a fact is so. **Recall**: how much of what is said is read, with its value, conditions, day and
place. **Agreement**: how often the whole tree comes out as with the true facts. **False approvals**: trees that come out met and are not,
*if a person took everything that was read without looking*. The bound is that of Clopper and Pearson, 95 %, as if
no two charts were of one example.

## All together

${table(
  ['Set', 'Charts', 'Facts', 'Precision', 'Recall', 'Agreement', 'False approvals', 'Bound'],
  [side('Building', built, b, bt), side('Measuring', measured, m, mt)],
)}

- Citations that stand on their page: ${percent((built.cited + measured.cited) / (built.read + measured.read))} of ${built.read + measured.read}. What does not is dropped before anybody sees it.
- Sentences that say nothing: ${built.distractors + measured.distractors} in ${built.pages + measured.pages} pages; ${built.faxes + measured.faxes} charts with misspellings.
- Facts read besides, of points that a chart was not written about, often because one sentence says two things: ${measured.besides} in the measuring set. They count in the trees and not in precision.
- On paper: ${paper.pages} pages of ${scans} measuring charts printed, sent as a fax and read by recognition of letters: precision ${percent(precisionOf(paper))}, recall ${percent(recallOf(paper))}.

So a fact that rules read is a suggestion. It counts when a person has taken it (docs/adr/0008-extraction.md).

## Whole trees on the measuring set

Abstained: unknown where the true facts give an answer. Otherwise: not met where it is met or unknown.

${table(
  ['Criteria', 'Charts', 'Agreement', 'False approvals', 'Abstained', 'Otherwise'],
  [...measured.trees].map(([id, t]) => [
    setName.get(id) ?? id,
    String(t.charts),
    percent(t.agree / t.charts),
    String(t.falseApprovals),
    String(t.abstained),
    String(t.otherwise),
  ]),
)}

## Each fact on the measuring set

${table(
  ['Fact', 'Precision', 'Recall', 'Of'],
  [...measured.rows]
    .sort(([a], [c]) => (a < c ? -1 : 1))
    .map(([key, c]) => [
      factCatalogue.byKey.get(key)?.label ?? key,
      percent(precisionOf(c)),
      percent(recallOf(c)),
      String(c.right + c.overlooked),
    ]),
)}

## Not measured

${unmeasured.length} facts that only draft sets ask for have readers and no sentences to measure them on: what they read has not been compared with anything.
${extractionRules.silent.length} facts have no reader, because no page of a record says them:

${table(
  ['Fact', 'Why'],
  extractionRules.silent.map((s) => [factCatalogue.byKey.get(s.fact)?.label ?? s.fact, s.why]),
)}
`;

writeFileSync(page, text);
console.log(`${page}: ${built.charts + measured.charts} charts`);

process.exit(0);
