import type { InformationItem } from '@openum/domain/case/event.ts';
import type { CaseItem } from '@openum/domain/case/state.ts';
import { itemStatus } from '@openum/domain/case/status.ts';
import type { Evaluation } from '@openum/domain/criteria/evaluation.ts';

/** What to ask for: each unknown leaf that could turn the answer, of items not yet decided, once per wording. */
export const askItems = (
  evaluations: readonly Evaluation[],
  items: readonly CaseItem[],
): readonly InformationItem[] => {
  const open = new Set(items.filter((i) => itemStatus(i) === 'pended').map((i) => i.sequence));
  const asked = evaluations
    .filter((e) => open.has(e.itemSequence))
    .flatMap((e) =>
      e.leaves
        .filter((l) => l.truth === 'unknown' && e.wouldChange.includes(l.path))
        .map((l) => ({
          text: `${l.label}. ${l.explanation}`,
          itemSequence: e.itemSequence,
          leafPath: l.path,
        })),
    );
  return asked.filter((a, at) => asked.findIndex((b) => b.text === a.text) === at);
};
