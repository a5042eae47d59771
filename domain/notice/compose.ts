import { isRefusal, type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { type Determination, isAdverse } from '../determination/determination.ts';
import { appealDeadline } from './appealRights.ts';
import type { NoticeContext } from './context.ts';
import type { DecisionKind, NoticeAudience, NoticeDocument, NoticeItem } from './document.ts';
import { itemScope } from './itemScope.ts';
import { assertFits, layOut } from './layOut.ts';
import { letterScope } from './scope.ts';
import type { LetterItem } from './sections.ts';
import type { NoticeTemplate } from './template.ts';
import { within } from './text.ts';

const factsOf = ({ item, determination: d }: LetterItem): NoticeItem => ({
  sequence: item.sequence,
  medicalNecessity: isAdverse(d) && d.reasonClass === 'medicalNecessity',
  somethingAuthorized: 'authorized' in d && d.authorized !== undefined,
  alternativesRecorded: isAdverse(d) && (d.alternatives ?? '').trim() !== '',
});

/** A letter about several items says "not all" unless every one was denied outright. */
const headline = (items: readonly LetterItem[], ctx: NoticeContext): string | undefined =>
  ctx.languagePack.words[
    items.every((i) => i.determination.outcome === 'denied') ? 'headline.denied' : 'headline.inPart'
  ];

const fits = (kind: DecisionKind, d: Determination): boolean =>
  kind === 'approval' ? d.outcome === 'approved' : isAdverse(d);

const chosen = (
  theCase: Case,
  itemSequences: readonly number[],
  kind: DecisionKind,
  audience: NoticeAudience,
  ctx: NoticeContext,
): readonly LetterItem[] | Refusal => {
  if (itemSequences.length === 0) return refuse('itemsMissing');
  const found: LetterItem[] = [];
  for (const sequence of itemSequences) {
    const item = theCase.items.find((i) => i.sequence === sequence);
    if (item === undefined) return refuse('itemUnknown', { item: sequence });
    const d = item.determination;
    if (d === undefined || !fits(kind, d)) return refuse('noticeWithoutDetermination', { item: sequence });
    found.push({ item, determination: d, scope: itemScope(theCase, item, d, audience, ctx) });
  }
  return found;
};

/**
 * The letter about these items, from the record of the case alone. Equal input gives an equal document. It may still lack
 * something that a rule demands (a reason that would fit any request is left out): ask `missingElements` before it goes out.
 * Throws RangeError when the template, the language or the appeal rights are not those of this case and letter.
 */
export const composeNotice = (
  theCase: Case,
  itemSequences: readonly number[],
  kind: DecisionKind,
  audience: NoticeAudience,
  template: NoticeTemplate,
  ctx: NoticeContext,
): NoticeDocument | Refusal => {
  assertFits(theCase, kind, audience, template, ctx);
  const items = chosen(theCase, itemSequences, kind, audience, ctx);
  if (isRefusal(items)) return items;

  const scope = within(letterScope(theCase, audience, ctx), {
    values: { 'letter.headline': headline(items, ctx) },
    lists: { items: items.map((i) => i.scope) },
  });
  const deadline = kind === 'adverseDetermination' ? appealDeadline(ctx.appealRights, ctx.noticeDate) : undefined;
  return {
    ...layOut(theCase, template, scope, items, ctx),
    items: items.map(factsOf),
    ...(deadline === undefined ? {} : { appealDeadline: deadline }),
  };
};
