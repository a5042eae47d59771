import { criteriaSets } from '@openum/content/criteria/load.ts';
import { readyExtractionRules } from '@openum/content/extraction/load.ts';
import { readyClinicalText } from '@openum/content/text/load.ts';
import type { CriteriaSet, Vector } from '@openum/domain/criteria/criteria-set.ts';
import { treeFor } from '@openum/domain/criteria/evaluate-item.ts';
import { quotes } from '@openum/domain/document/find.ts';
import { sameValue } from '@openum/domain/extraction/contradict.ts';
import { factsOnPage } from '@openum/domain/extraction/extract.ts';
import type { ExtractedFact } from '@openum/domain/extraction/extracted.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { evaluate } from '@openum/domain/logic/evaluate.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';
import { overlaps } from '@openum/domain/text/span.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { ChartSet } from './bank.ts';
import { type ChartTruth, type SyntheticChart, syntheticChart } from './chart.ts';

export type Counts = { right: number; tooMuch: number; overlooked: number };

export type TreeCounts = {
  charts: number;
  agree: number;
  falseApprovals: number;
  truthMet: number;
  abstained: number;
  otherwise: number;
};

export type Mistake = { readonly key: string; readonly what: 'overlooked' | 'tooMuch'; readonly text: string };

export type ChartAccuracy = {
  readonly rows: ReadonlyMap<string, Counts>;
  readonly trees: ReadonlyMap<string, TreeCounts>;
  readonly charts: number;
  readonly pages: number;
  readonly faxes: number;
  readonly distractors: number;
  /** Facts read, and those of them whose words stand at their place. */
  readonly read: number;
  readonly cited: number;
  /** Facts that no sentence of the chart was written to say, of points that the chart does not hold otherwise. */
  readonly besides: number;
  readonly mistakes: readonly Mistake[];
};

/** What the rules read from a chart, page after page. */
export const readChart = ({ pages }: Pick<SyntheticChart, 'pages'>): readonly ExtractedFact[] => {
  let noteDate: CalendarDate | undefined;
  return pages.flatMap((text, i) => {
    const read = factsOnPage(
      { documentId: 'chart', page: i + 1, text },
      noteDate,
      readyExtractionRules,
      readyClinicalText,
    );
    noteDate = read.noteDate;
    return read.facts;
  });
};

const day = (at: string | undefined): string => (at ?? '').slice(0, 10);
/** Whether a fact that was read is one that the chart states. */
export const says = (e: ExtractedFact, { fact }: ChartTruth): boolean =>
  e.key === fact.key &&
  (fact.value.kind === 'text'
    ? e.value.kind === 'text' && e.value.value.startsWith(fact.value.value)
    : sameValue(fact.value, e.value)) &&
  Object.entries(fact.qualifiers ?? {}).every(([name, v]) => e.qualifiers?.[name] === v) &&
  (fact.at === undefined || day(e.at) === day(fact.at));

/** Facts as if a person had taken every one of them. */
const takenAll = (read: readonly ExtractedFact[]): readonly Fact[] =>
  read.map((e, i) => ({
    id: `read:${i}`,
    key: e.key,
    value: e.value,
    ...(e.at ? { at: e.at } : {}),
    ...(e.qualifiers ? { qualifiers: e.qualifiers } : {}),
    source: { kind: 'request', field: 'chart' },
  }));

const truthOfTree = (set: CriteriaSet, vector: Vector, facts: readonly Fact[]): Truth | undefined => {
  const tree = treeFor(set, vector.tree, vector.service ?? '');
  return tree && evaluate(tree, facts, vector.context).truth;
};

const emptyCounts = (): Counts => ({ right: 0, tooMuch: 0, overlooked: 0 });
const emptyTree = (): TreeCounts => ({
  charts: 0,
  agree: 0,
  falseApprovals: 0,
  truthMet: 0,
  abstained: 0,
  otherwise: 0,
});
const at = <K, V>(map: Map<K, V>, key: K, empty: () => V): V => {
  const value = map.get(key) ?? empty();
  map.set(key, value);
  return value;
};

/** Charts written from the worked examples of all active sets, each `seeds` times, read back and compared with what they state. */
export const measureCharts = (chartSet: ChartSet, seeds: number): ChartAccuracy => {
  const rows = new Map<string, Counts>();
  const trees = new Map<string, TreeCounts>();
  const mistakes: Mistake[] = [];
  const sum = { charts: 0, pages: 0, faxes: 0, distractors: 0, read: 0, cited: 0, besides: 0 };
  for (const set of criteriaSets.filter((s) => s.status === 'active'))
    set.vectors.forEach((vector, v) => {
      for (let round = 0; round < seeds; round++) {
        const chart = syntheticChart(chartSet, 1 + v + round * 1000 + set.id.length * 31, vector.facts);
        const read = readChart(chart);
        sum.charts += 1;
        sum.pages += chart.pages.length;
        sum.faxes += Number(chart.fax);
        sum.distractors += chart.distractors;
        sum.read += read.length;
        for (const e of read) {
          const text = chart.pages[e.page - 1] ?? '';
          sum.cited += Number(quotes(text, { start: e.span.from, end: e.span.to }, e.quote));
        }
        for (const t of chart.truths) {
          const found = read.some((e) => says(e, t) && e.page === t.page && overlaps(e.span, t.span));
          at(rows, t.fact.key, emptyCounts)[found ? 'right' : 'overlooked'] += 1;
          if (!found)
            mistakes.push({
              key: t.fact.key,
              what: 'overlooked',
              text: chart.pages[t.page - 1]?.slice(t.span.from, t.span.to) ?? '',
            });
        }
        const keys = new Set(chart.truths.map((t) => t.fact.key));
        for (const e of read) {
          if (chart.truths.some((t) => says(e, t))) continue;
          if (!keys.has(e.key)) sum.besides += 1;
          else {
            at(rows, e.key, emptyCounts).tooMuch += 1;
            mistakes.push({
              key: e.key,
              what: 'tooMuch',
              text: `${JSON.stringify(e.value)} ${JSON.stringify(e.qualifiers ?? {})} ${e.at ?? ''} | ${e.quote}`,
            });
          }
        }
        const found = truthOfTree(set, vector, [...chart.unsaid, ...takenAll(read)]);
        const tree = at(trees, set.id, emptyTree);
        tree.charts += 1;
        tree.truthMet += Number(vector.expect === 'met');
        tree.agree += Number(found === vector.expect);
        tree.falseApprovals += Number(found === 'met' && vector.expect !== 'met');
        tree.abstained += Number(found === 'unknown' && vector.expect !== 'unknown');
        tree.otherwise += Number(found === 'notMet' && vector.expect !== 'notMet');
      }
    });
  return { rows, trees, ...sum, mistakes };
};

export const precisionOf = ({ right, tooMuch }: Counts): number => right / (right + tooMuch);
export const recallOf = ({ right, overlooked }: Counts): number => right / (right + overlooked);
