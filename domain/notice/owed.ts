import { appealLettersOwed } from '../appeal/letters.ts';
import type { Case, Extension, MissedDeadline } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import { explanationsWithoutNotice } from '../coverageEnd/letter.ts';
import { itemsWithoutNotice } from '../flow/caseFacts.ts';

/** Extensions of which the member has not been told. Once everything is decided there is nothing to tell. */
export const extensionsWithoutNotice = (c: Case): readonly Extension[] =>
  openItems(c).length === 0 ? [] : c.extensions.filter((e) => e.noticeIssuedAt === undefined);

/** A lapse that counts as an adverse decision, or opens the next step, is told to the member, who may act on it. */
export const wantsLetter = ({ lapseEffect }: Pick<MissedDeadline, 'lapseEffect'>): boolean =>
  lapseEffect === 'adverse' || lapseEffect === 'exhausted';

/** Lapses of which the member has not been told, while a line that they left open still is. */
export const lapsesWithoutNotice = (c: Case): readonly MissedDeadline[] => {
  const open = openItems(c).map((i) => i.sequence);
  return c.missedDeadlines.filter(
    (m) => wantsLetter(m) && m.noticeIssuedAt === undefined && m.itemSequences.some((n) => open.includes(n)),
  );
};

/** The last refusal to expedite, while the member has not been told of it and something is still to be decided. */
export const refusalWithoutNotice = (c: Case): Case['expediteRefusals'][number] | undefined => {
  const last = c.expediteRefusals.at(-1);
  return last && last.noticeIssuedAt === undefined && c.urgency === 'standard' && openItems(c).length > 0
    ? last
    : undefined;
};

/** Whether a letter of this case still has to be written. */
export const lettersOwed = (c: Case): boolean =>
  itemsWithoutNotice(c).length > 0 ||
  appealLettersOwed(c).length > 0 ||
  explanationsWithoutNotice(c).length > 0 ||
  refusalWithoutNotice(c) !== undefined ||
  extensionsWithoutNotice(c).length > 0 ||
  lapsesWithoutNotice(c).length > 0;
