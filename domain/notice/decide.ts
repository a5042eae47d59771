import { isOwedAppealLetter } from '../appeal/letters.ts';
import type { CommandOf } from '../case/command.ts';
import type { Decided } from '../case/decided.ts';
import type { CaseEvent, IssuedNotice } from '../case/event.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { explainedReview } from '../coverageEnd/letter.ts';
import { wantsLetter } from './owed.ts';

/** A letter that tells of no decision needs the event that it tells of. */
const eventProblem = (c: Case, { kind, clockId = '', reviewId }: IssuedNotice): Refusal | undefined => {
  if (kind === 'extension' && !c.extensions.some((e) => e.clockId === clockId))
    return refuse('noticeWithoutExtension', { clock: clockId });
  if (kind === 'lapse' && !c.missedDeadlines.some((m) => m.clockId === clockId && wantsLetter(m)))
    return refuse('noticeWithoutLapse', { clock: clockId });
  if (kind === 'expediteRefused' && c.expediteRefusals.length === 0) return refuse('noticeWithoutRefusal');
  if (kind === 'detailedExplanation' && !explainedReview(c, reviewId)) return refuse('noticeWithoutExplanation');
  return undefined;
};

const withoutDecision: readonly IssuedNotice['kind'][] = [
  'extension',
  'lapse',
  'expediteRefused',
  'detailedExplanation',
  'general',
];

export const recordNotices = (c: Case, command: CommandOf<'RecordNotices'>): Decided => {
  if (command.notices.length === 0) return refuse('fieldMissing', { field: 'notices' });
  for (const notice of command.notices) {
    const wrong = eventProblem(c, notice);
    if (wrong) return wrong;
    if (notice.reissue && !c.notices.some((n) => n.noticeId === notice.reissue?.noticeId))
      return refuse('noticeUnknown');
    if (notice.appealId !== undefined) {
      if (!notice.reissue && !isOwedAppealLetter(c, notice)) return refuse('noticeWithoutAppeal');
      continue;
    }
    if (withoutDecision.includes(notice.kind)) continue;
    for (const n of notice.itemSequences) {
      if (!c.items.some((i) => i.sequence === n && i.determination))
        return refuse('noticeWithoutDetermination', { item: n });
    }
  }
  return command.notices.map((data): CaseEvent => ({ type: 'NoticeIssued', data }));
};
