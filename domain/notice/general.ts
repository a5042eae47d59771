import type { Case } from '../case/state.ts';
import type { NoticeContext } from './context.ts';
import type { NoticeDocument } from './document.ts';
import { requestedScope } from './itemScope.ts';
import { assertFits, layOut } from './layOut.ts';
import { letterScope } from './scope.ts';
import type { NoticeTemplate } from './template.ts';
import { within } from './text.ts';

/** A letter about the case as a whole that tells of no decision: a change of criteria, of an address, of a rule. */
export const composeGeneral = (theCase: Case, template: NoticeTemplate, ctx: NoticeContext): NoticeDocument => {
  const { audience } = template;
  assertFits(theCase, 'general', audience, template, ctx);
  const items = theCase.items.map((item) => ({ item, scope: requestedScope(theCase, item, audience, ctx) }));
  const scope = within(letterScope(theCase, audience, ctx), {
    values: {},
    lists: { items: items.map((i) => i.scope) },
  });
  return { ...layOut(theCase, template, scope, items, ctx), items: [] };
};
