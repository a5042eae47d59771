import type { PracticeAppealOutcome } from '../../episode/record.ts';
import type { CalendarDate, Instant } from '../../time/instant.ts';

export const payerAppealStates = [
  'open',
  'upheld',
  'overturned',
  'partiallyOverturned',
  'dismissed',
  'withdrawn',
] as const;
export type PayerAppealState = (typeof payerAppealStates)[number];

/** How an appeal of a line stands, as the payer's own system says it. */
export type AppealWord = {
  /** The payer's own number of the appeal. */
  readonly number: string;
  /** 1 for the first level. */
  readonly level: number;
  readonly levelName?: string;
  readonly state: PayerAppealState;
  readonly receivedOn?: CalendarDate;
  readonly decidedOn?: CalendarDate;
  /** When the payer's system said so. */
  readonly saidAt: Instant;
};

export const outcomeOfState: Record<Exclude<PayerAppealState, 'open'>, PracticeAppealOutcome> = {
  upheld: 'upheld',
  overturned: 'overturned',
  partiallyOverturned: 'partlyOverturned',
  dismissed: 'dismissed',
  withdrawn: 'withdrawn',
};
