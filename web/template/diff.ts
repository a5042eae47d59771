import type { NoticeTemplate, TemplateBlock } from '@openum/domain/notice/template.ts';

const blockLines = (b: TemplateBlock): readonly string[] => {
  const tag = b.element ? ` [${b.element}]` : '';
  switch (b.kind) {
    case 'paragraph':
      return [`${b.lead ? `${b.lead} ` : ''}${b.text}${tag}`];
    case 'quote':
    case 'callout':
      return [`${b.label}: ${b.text}${tag}`];
    case 'list':
      return [`${b.lead ? `${b.lead} ` : ''}For each of ${b.each}: ${b.text}${tag}`];
    case 'table':
      return [`Table, ${b.caption}, for each of ${b.each}${tag}`, ...b.columns.map((c) => `${c.heading}: ${c.text}`)];
    case 'translations':
      return [`Offers of help in other languages${tag}`];
  }
};

/** A template as a person reads it, line by line. */
const linesOf = (t: NoticeTemplate): readonly string[] => [
  `Title: ${t.title}`,
  t.salutation,
  ...t.reference.map((r) => `${r.label}: ${r.text}`),
  ...t.sections.flatMap((s) => [
    `## ${s.heading}${s.perItem ? ' (once for each line)' : ''}${s.enclosure ? ' (after the closing)' : ''}`,
    ...s.blocks.flatMap(blockLines),
  ]),
  ...t.closing,
  `Footer: ${t.footer}`,
];

export type Change<T> = { readonly kind: 'same' | 'gone' | 'new'; readonly value: T };

/** The shortest way from one list to another, by the longest common subsequence. */
export const changes = <T>(before: readonly T[], after: readonly T[]): readonly Change<T>[] => {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      lengths[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: Change<T>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      found.push({ kind: 'same', value: before[i] as T });
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: 'gone', value: before[i] as T });
      i++;
    } else {
      found.push({ kind: 'new', value: after[j] as T });
      j++;
    }
  }
  return found;
};

/** Words and the spaces between them. */
const wordsOf = (line: string): readonly string[] => line.split(/(\s+)/).filter((w) => w !== '');

export type LineChange =
  | { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }
  | { readonly kind: 'changed'; readonly words: readonly Change<string>[] };

/** Lines that went and came at the same place are one changed line when they share half of their words. */
const asOneLine = (gone: string, come: string): LineChange | undefined => {
  const words = changes(wordsOf(gone), wordsOf(come));
  const kept = words.filter((w) => w.kind === 'same' && w.value.trim() !== '').length;
  const longest = Math.max(wordsOf(gone).length, wordsOf(come).length) / 2;
  return kept * 2 >= longest ? { kind: 'changed', words } : undefined;
};

/** What differs between two versions, in readable form. */
export const templateDiff = (before: NoticeTemplate, after: NoticeTemplate): readonly LineChange[] => {
  const lines = changes(linesOf(before), linesOf(after));
  const found: LineChange[] = [];
  for (let n = 0; n < lines.length; n++) {
    const [line, next] = [lines[n], lines[n + 1]];
    if (!line) continue;
    const one = line.kind === 'gone' && next?.kind === 'new' ? asOneLine(line.value, next.value) : undefined;
    if (one) n++;
    found.push(one ?? { kind: line.kind, text: line.value });
  }
  return found;
};
