import type { InformationItem } from '@openum/domain/case/event.ts';
import type { CaseItem } from '@openum/domain/case/state.ts';
import { itemStatus } from '@openum/domain/case/status.ts';
import type { ChecklistFinding } from '@openum/domain/checklist/checklist.ts';
import type { Evaluation, LeafFinding } from '@openum/domain/criteria/evaluation.ts';

/** The part of the explanation that says what to document; all of it, after the label, when it says something else. */
const wordsToAsk = (leaf: LeafFinding): string =>
  /Please document: .*/.exec(leaf.explanation)?.[0] ?? `${leaf.label}: ${leaf.explanation}`;

/** What to ask for: missing documents, then each unknown leaf that could turn the answer, of items not yet decided, once per wording. */
export const askItems = (
  evaluations: readonly Evaluation[],
  items: readonly CaseItem[],
  checklist: readonly ChecklistFinding[] = [],
): readonly InformationItem[] => {
  const open = new Set(items.filter((i) => itemStatus(i) === 'pended').map((i) => i.sequence));
  const lacking = checklist.filter((p) => p.state === 'missing');
  // A report that is asked for brings the facts that it stands for; they are not asked for a second time.
  const brought = new Set(lacking.flatMap((p) => p.facts ?? []));
  const unknown = evaluations
    .filter((e) => open.has(e.itemSequence))
    .flatMap((e) =>
      e.leaves
        .filter((l) => l.truth === 'unknown' && e.wouldChange.includes(l.path))
        .filter((l) => l.reads === undefined || !brought.has(l.reads.fact))
        .map((l) => ({ text: wordsToAsk(l), itemSequence: e.itemSequence, leafPath: l.path })),
    );
  const asked = [...lacking.map((p) => ({ text: p.ask, itemSequence: p.itemSequence })), ...unknown];
  return asked.filter((a, at) => asked.findIndex((b) => b.text === a.text) === at);
};
