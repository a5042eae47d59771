import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { noteGuide } from '@openum/content/noteCheck/load.ts';
import { clinicalTextRules } from '@openum/content/text/load.ts';
import { type Accuracy, type Counts, measure, precision, recall } from '@openum/testkit/noteCheck/accuracy.ts';

/** Measures the documentation check and writes docs/note-check-accuracy.md: `node bench/noteCheck.ts [notes]`. */
const notes = Number(process.argv[2] ?? 1000);
const page = path.join(import.meta.dirname, '../docs/note-check-accuracy.md');

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
const cells = (counts: Counts | undefined): readonly string[] =>
  !counts || counts.right + counts.tooMuch + counts.overlooked === 0
    ? ['–', '–', '–']
    : [percent(precision(counts)), percent(recall(counts)), String(counts.right + counts.overlooked)];

const sum = ({ rows }: Accuracy, kind: string): Counts => {
  const of = [...rows].filter(([key]) => key.startsWith(`${kind} `)).map(([, c]) => c);
  const total = (field: keyof Counts) => of.reduce((n, c) => n + c[field], 0);
  return { right: total('right'), tooMuch: total('tooMuch'), overlooked: total('overlooked') };
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((r) => `| ${r.join(' | ')} |`).join('\n');

const [built, measured] = [measure('build', notes), measure('measure', notes)];
const kinds = [
  ['Indicator present', 'present'],
  ['Indicator contradicted', 'contradicted'],
  ['Wording that may hurt', 'wording'],
] as const;

const text = `# How often the documentation check is right

Written by \`node bench/noteCheck.ts\`: do not edit by hand. Guide ${noteGuide.version}, rules of reading ${clinicalTextRules.version}.

The check reads ${notes} synthetic notes of each of two sets and compares what it finds with what the notes are known to say. A note is
put together from sentences of a bank (\`testkit/noteCheck/sentences.json\`), each labelled by hand with what it says. Of those that say
nothing (${built.distractors + measured.distractors} in these notes) most are distractors: of a relative, of the past, of what may come, of a box that
nobody ticked, or without the number or how often. The notes stand as running text, lines or lists, with and without a date. The same
number gives the same notes.

The patterns were written while looking at the sentences of the *building* set. Those of the *measuring* set were written when the
patterns stood, and no pattern was changed for them: they say what to expect of words that the guide has not seen, from writers who know
what it looks for.

**Precision**: how much of what it reports is so. **Recall**: how much of what is so it reports. **Of**: how often it was so.

## All together

${table(
  ['', 'Building: precision', 'recall', 'of', 'Measuring: precision', 'recall', 'of'],
  kinds.map(([name, kind]) => [name, ...cells(sum(built, kind)), ...cells(sum(measured, kind))]),
)}

## Each indicator on the measuring set

${table(
  ['Indicator', 'Present: precision', 'recall', 'of', 'Contradicted: precision', 'recall', 'of'],
  noteGuide.indicators.map((i) => [
    i.name,
    ...cells(measured.rows.get(`present ${i.id}`)),
    ...cells(measured.rows.get(`contradicted ${i.id}`)),
  ]),
)}

## Each kind of wording on the measuring set

${table(
  ['Wording', 'Precision', 'Recall', 'Of'],
  noteGuide.wording.map((w) => [w.name, ...cells(measured.rows.get(`wording ${w.id}`))]),
)}

## What it means

The sentences are ours, not those of a clinic; notes of real patients are longer, worse spelled and more varied, and figures on them will be lower.
An indicator that is overlooked costs a needless look at the note; the screen shows each finding with its words, so that one taken for
another is seen. Nothing is decided by this check, and nothing is written into a note.
`;

writeFileSync(page, text);
console.log(`${page}: ${notes} notes of each set`);
