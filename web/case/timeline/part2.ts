import type { Part2Event } from '@openum/domain/part2/event.ts';
import { counted, type TimelineSubject } from './subject.ts';

export const part2: TimelineSubject<Part2Event['type']> = {
  label: 'Protected records',
  sentences: {
    Part2Marked: (d) =>
      `${d.protected ? 'Marked' : 'Cleared of the mark'} ${
        d.documentIds ? counted(d.documentIds.length, 'document') : 'the case'
      }, 42 CFR Part 2: ${d.reason}`,
  },
};
