import type { Case } from '../case/state.ts';
import { continuedLines } from '../stay/stay.ts';
import { expediteDeclined } from '../urgency/told.ts';
import type { StartedClock } from './started.ts';

/** The lines that a clock waits for. One that names none waits for those of the request itself, not for later days of a stay. */
export const linesOfClock = (
  c: Pick<Case, 'items' | 'stay'>,
  started: Pick<StartedClock, 'itemSequences'>,
): readonly number[] => {
  if (started.itemSequences) return started.itemSequences;
  const later = continuedLines(c);
  return c.items.map((i) => i.sequence).filter((n) => !later.includes(n));
};

/** Clocks that a decision starts end with its letters; another decision on the same line has its own. */
const startedByDecision: readonly string[] = ['decisionMade', 'adverseDecisionMade'];

export const isStartedByDecision = ({ startEvent }: Pick<StartedClock, 'startEvent'>): boolean =>
  startedByDecision.includes(startEvent);

/** Whether new clocks take the place of one that ran before: they wait for the same lines. */
export const isSuperseded = (
  before: StartedClock,
  { because, clocks }: { readonly because: string; readonly clocks: readonly StartedClock[] },
): boolean => {
  if (because === 'decided') return false;
  const { itemSequences } = before;
  if (before.startEvent === expediteDeclined) return because === 'urgencyChanged';
  if (isStartedByDecision(before) && because !== 'reopened') return because === 'revised';
  if (itemSequences) return clocks.some((k) => k.itemSequences?.some((n) => itemSequences.includes(n)));
  if (because === 'continuedStay') return false;
  return clocks.length === 0 || clocks.some((k) => k.itemSequences === undefined);
};
