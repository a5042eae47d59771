import type { LineOfBusiness } from '../case/request.ts';
import type { Determination } from '../determination/determination.ts';
import type { Truth } from '../logic/truth.ts';
import type { Instant } from '../time/instant.ts';

/** What the criteria said of a line, and whether they approved it by themselves. */
export type Answer = { readonly truth: Truth; readonly automatic: boolean };

export const replayDimensions = ['lineOfBusiness', 'age', 'sex', 'language', 'service', 'facility'] as const;
export type ReplayDimension = (typeof replayDimensions)[number];

/** One decided line of a past case, as it was answered then and as a version of criteria answers it, on the facts of that moment. */
export type ReplayedLine = {
  readonly caseNumber: string;
  readonly itemSequence: number;
  readonly decidedAt: Instant;
  readonly outcome: Determination['outcome'];
  /** Absent: no criteria had been read for it. */
  readonly before?: Answer;
  /** Absent: the version is not for this line. */
  readonly after?: Answer;
  /** Whom and what it was about. */
  readonly groups: Readonly<Record<ReplayDimension, string>> & { readonly lineOfBusiness: LineOfBusiness };
};

/**
 * `autoGained`: a person decided, the version would have approved by itself. `autoLost`: approved by itself, the version leaves it to a
 * person. `met`, `notMet`, `unknown`: the criteria answer otherwise than then, and so.
 */
export const replayEffects = ['autoGained', 'autoLost', 'met', 'notMet', 'unknown', 'notRead'] as const;
export type ReplayEffect = (typeof replayEffects)[number];

/** What would have been otherwise; none when nothing would. */
export const effectOf = ({ before, after }: Pick<ReplayedLine, 'before' | 'after'>): ReplayEffect | undefined => {
  const wasAutomatic = before?.automatic ?? false;
  const isAutomatic = after?.automatic ?? false;
  if (isAutomatic && !wasAutomatic) return 'autoGained';
  if (wasAutomatic && !isAutomatic) return 'autoLost';
  if (before?.truth === after?.truth) return undefined;
  return after?.truth ?? 'notRead';
};

const bands = [
  [0, 17],
  [18, 44],
  [45, 64],
  [65, 74],
  [75, 84],
] as const;

export const ageBand = (age: number): string => {
  const band = bands.find(([, to]) => age <= to);
  return band ? `${band[0]}–${band[1]}` : '85 and over';
};
