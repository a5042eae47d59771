import { type Changes, changesAfter, placesToCountFrom, type Since } from '@openum/domain/criteria/changed.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import { useMemo, useState } from 'react';
import type { Point } from './useReadingDesk.ts';

export type Baseline = 'records' | 'mine' | 'request';

export const baselineWord: Record<Baseline, string> = {
  records: 'before the last records came',
  mine: 'I last worked on it',
  request: 'the request came',
};

/** What is new on the case, counted from a place that the person chooses; it stays there while the page is open. */
export const useChanges = (view: CaseView, userId: string) => {
  const [atOpening] = useState(() => placesToCountFrom(view.timeline, userId).mine);
  const places: Readonly<Record<Baseline, Since | undefined>> = {
    ...placesToCountFrom(view.timeline, userId),
    mine: atOpening,
  };
  const there = (Object.keys(baselineWord) as Baseline[]).filter((b) => places[b] !== undefined);
  const [chosen, setChosen] = useState<Baseline>();
  const baseline = chosen ?? there[0] ?? 'request';
  const since = places[baseline];
  const sequence = since?.sequence ?? 0;
  const changes = useMemo(() => changesAfter(view.timeline, sequence), [view.timeline, sequence]);
  return { baseline, choose: setChosen, there, since, changes };
};

/** Points whose answer has changed, or that rest on something new. */
export const changedPoints = (points: readonly Point[], { leaves, facts }: Changes): readonly Point[] =>
  points.filter((p) => leaves.has(p.key) || p.leaf.factIds.some((id) => facts.has(id)));

const counted = (n: number, one: string, many: string): string | undefined =>
  n === 0 ? undefined : n === 1 ? `1 ${one}` : `${n} ${many}`;

/** One line on what is new. */
export const changesWords = ({ documents, facts, leaves }: Changes): string =>
  [
    counted(documents.size, 'document', 'documents'),
    counted(facts.size, 'fact', 'facts'),
    counted(leaves.size, 'answer changed', 'answers changed'),
  ]
    .filter((w) => w !== undefined)
    .join(', ') || 'nothing';
