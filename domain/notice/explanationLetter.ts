import type { Case } from '../case/state.ts';
import type { Explained } from '../coverageEnd/letter.ts';
import { dateInZone } from '../time/instant.ts';
import type { NoticeContext } from './context.ts';
import type { NoticeDocument } from './document.ts';
import { requestedScope } from './itemScope.ts';
import { dateText } from './language.ts';
import { assertFits, layOut } from './layOut.ts';
import { letterScope } from './scope.ts';
import type { NoticeTemplate } from './template.ts';
import { oneLine, printable, within } from './text.ts';

/**
 * Why covered care ends: the reason, the rule, and the facts of this member by which it fits (42 CFR 422.626(e)(1), 422.622(d)).
 * It goes with the form of CMS, which it does not replace.
 */
export const composeExplanation = (
  theCase: Case,
  { end, review }: Explained,
  template: NoticeTemplate,
  ctx: NoticeContext,
): NoticeDocument => {
  assertFits(theCase, 'detailedExplanation', 'member', template, ctx);
  const { words } = ctx.languagePack;
  const { facts, rule } = review.explained;
  const items = theCase.items.map((item) => ({ item, scope: requestedScope(theCase, item, 'member', ctx) }));
  const scope = within(letterScope(theCase, 'member', ctx), {
    values: {
      'end.what': words[`end.${end.route}`],
      'end.lastDay': dateText(end.lastCoveredOn, ctx.languagePack),
      'end.facility': theCase.stay && oneLine(theCase.stay.facility.name),
      'end.reason': printable(end.memberReason),
      'end.facts': printable(facts),
      'end.ruleName': oneLine(rule.name),
      'end.ruleCitation': oneLine(rule.citation),
      'end.ruleText': printable(rule.text),
      'end.askedOn': dateText(dateInZone(review.requestedAt, theCase.request.zone), ctx.languagePack),
    },
    lists: { items: items.map((i) => i.scope) },
  });
  return {
    ...layOut(theCase, template, scope, items, ctx),
    items: theCase.items.map(({ sequence }) => ({
      sequence,
      medicalNecessity: false,
      somethingAuthorized: false,
      alternativesRecorded: false,
    })),
  };
};
