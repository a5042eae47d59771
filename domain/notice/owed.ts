import type { Case, Extension } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import { itemsWithoutNotice } from '../flow/caseFacts.ts';

/** Extensions of which the member has not been told. Once everything is decided there is nothing to tell. */
export const extensionsWithoutNotice = (c: Case): readonly Extension[] =>
  openItems(c).length === 0 ? [] : c.extensions.filter((e) => e.noticeIssuedAt === undefined);

/** Whether a letter of this case still has to be written. */
export const lettersOwed = (c: Case): boolean =>
  itemsWithoutNotice(c).length > 0 || extensionsWithoutNotice(c).length > 0;
