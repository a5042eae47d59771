import type { InformationItem } from '@openum/domain/case/event.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import { askItems } from '../case/act/askItems.ts';
import { type DraftStore, draftKey, readDraft, writeDraft } from '../case/draft.ts';

type Asked = { readonly items: readonly InformationItem[] };

/** The points of a request with one of them in new words: the same leaf is asked for once. */
export const withPoint = (items: readonly InformationItem[], point: InformationItem): readonly InformationItem[] => {
  const isSame = (i: InformationItem) => i.leafPath === point.leafPath && i.itemSequence === point.itemSequence;
  const written = items.filter((i) => i.text.trim() !== '');
  return written.some(isSame) ? written.map((i) => (isSame(i) ? point : i)) : [...written, point];
};

/** Puts a point into the request that a person writes, or begins one. Nothing is sent. */
export const intoAsk = (store: DraftStore, userId: string, view: CaseView, point: InformationItem): void => {
  const key = draftKey(userId, view.caseId, 'ask');
  const { evaluations, items } = view.state;
  const begun = readDraft<Asked>(store, key, { items: askItems(evaluations, items, view.intake.checklist) });
  const before = begun ?? { items: askItems(evaluations, items, view.intake.checklist) };
  writeDraft(store, key, { ...before, items: withPoint(before.items, point) });
};
