import type { CommandOf } from '../case/command.ts';
import type { Decided } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';

export const recordNotices = (c: Case, command: CommandOf<'RecordNotices'>): Decided => {
  if (command.notices.length === 0) return refuse('fieldMissing', { field: 'notices' });
  for (const notice of command.notices) {
    if (notice.kind === 'extension') {
      if (!c.extensions.some((e) => e.clockId === notice.clockId))
        return refuse('noticeWithoutExtension', { clock: notice.clockId ?? '' });
      continue;
    }
    for (const n of notice.itemSequences) {
      if (!c.items.some((i) => i.sequence === n && i.determination))
        return refuse('noticeWithoutDetermination', { item: n });
    }
  }
  return command.notices.map((data): CaseEvent => ({ type: 'NoticeIssued', data }));
};
