import type { RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import { linesOfClock } from '../clock/lines.ts';

type Reopened = Extract<RecordedEvent, { type: 'ItemReopened' }>;

/** Clocks that waited for the line go on for their other lines; one that waited for it alone has had its end. */
const released = (c: Case, itemSequence: number): Pick<Case, 'clocks' | 'supersededClocks'> => {
  const others = (k: Case['clocks'][number]) => linesOfClock(c, k).filter((n) => n !== itemSequence);
  return {
    clocks: c.clocks.filter((k) => others(k).length > 0).map((k) => ({ ...k, itemSequences: others(k) })),
    supersededClocks: [...c.supersededClocks, ...c.clocks.filter((k) => others(k).length === 0)],
  };
};

export const evolveReopening = (c: Case, e: Reopened): Case => ({
  ...c,
  ...released(c, e.data.itemSequence),
  reopenings: [...c.reopenings, { ...e.data, at: e.occurredAt }],
  items: c.items.map((i) => {
    if (i.sequence !== e.data.itemSequence || !i.determination) return i;
    const { determination, ...open } = i;
    return { ...open, earlierDeterminations: [...i.earlierDeterminations, determination] };
  }),
});
