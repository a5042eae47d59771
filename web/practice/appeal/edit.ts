import { type AppealDraft, type AppealQuote, openBrackets } from '@openum/domain/denial/appeal/draft.ts';
import type { AppealDesk } from '@openum/http/contract/practice/appeal.ts';
import type { Picked } from '../../document/pick.ts';
import type { ChosenDocument } from '../packet/draft.ts';

export const sameQuote = (a: AppealQuote, b: AppealQuote): boolean => ordered(a) === ordered(b);

export const withPoint = (
  draft: AppealDraft,
  leafId: string,
  change: (p: AppealDraft['points'][number]) => AppealDraft['points'][number],
): AppealDraft => ({ ...draft, points: draft.points.map((p) => (p.leafId === leafId ? change(p) : p)) });

export const withQuote = (draft: AppealDraft, leafId: string, quote: AppealQuote): AppealDraft =>
  withPoint(draft, leafId, (p) =>
    p.quotes.some((q) => sameQuote(q, quote)) ? p : { ...p, quotes: [...p.quotes, quote] },
  );

export const withoutQuote = (draft: AppealDraft, leafId: string, quote: AppealQuote): AppealDraft =>
  withPoint(draft, leafId, (p) => ({ ...p, quotes: p.quotes.filter((q) => !sameQuote(q, quote)) }));

export const quoteOf = ({ documentId, page, start, end, quote }: Picked): AppealQuote => ({
  text: quote,
  from: { documentId, page, start, end },
});

/** Exhibits as the chooser has them; back again as the draft has them. */
export const asChosen = (exhibits: AppealDraft['exhibits']): readonly ChosenDocument[] =>
  exhibits.map(({ documentId, pages }) => ({
    documentId,
    from: pages ? String(pages.from) : '',
    to: pages ? String(pages.to) : '',
  }));

/** Documents that are quoted and bound in nowhere: a payer cannot look them up. */
export const quotedElsewhere = (draft: AppealDraft): readonly string[] => {
  const bound = new Set(draft.exhibits.map((x) => x.documentId));
  const quoted = draft.points.flatMap((p) =>
    p.quotes.flatMap((q) => ('documentId' in q.from ? [q.from.documentId] : [])),
  );
  return [...new Set(quoted)].filter((id) => !bound.has(id));
};

/** The draft as it is kept: without blanks at its ends. */
export const tidied = ({ consent, ...draft }: AppealDraft): AppealDraft => ({
  ...draft,
  opening: draft.opening.trim(),
  closing: draft.closing.trim(),
  points: draft.points.map((p) => ({ ...p, statement: p.statement.trim() })),
  ...(consent?.trim() ? { consent: consent.trim() } : {}),
});

/** The database gives members in an order of its own. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );

export type AppealState = 'none' | 'changed' | 'kept' | 'bound' | 'sent';

/** How far an appeal is: what is typed and not kept is not what would be bound. */
export const stateOf = ({ appeal }: Pick<AppealDesk, 'appeal'>, draft: AppealDraft, urgency: string): AppealState => {
  if (appeal?.sentOn) return 'sent';
  if (!appeal?.draft) return 'none';
  if (ordered(appeal.draft) !== ordered(tidied(draft)) || appeal.urgency !== urgency) return 'changed';
  return appeal.file ? 'bound' : 'kept';
};

/** What stands between the draft and its file. */
export const notYet = (draft: AppealDraft, state: AppealState, part2: boolean): string | undefined => {
  const [first] = openBrackets(draft);
  if (first) return `Replace what stands in brackets: ${first.slice(0, 80)}`;
  if (part2 && !draft.consent?.trim()) return 'Write on which consent the sharing rests (42 CFR Part 2).';
  if (state === 'none' || state === 'changed') return 'Keep the draft first.';
  return undefined;
};
