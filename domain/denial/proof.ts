import type { AnswerOutcome } from '../episode/record.ts';
import type { CoverageState } from '../ledger/match.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';
import type { CodeSubject } from './code.ts';

/** One thing of the record that the cause rests on. */
export type CauseProof =
  | {
      readonly kind: 'code';
      readonly list: 'adjustment' | 'remark';
      readonly code: string;
      readonly subject: CodeSubject;
    }
  | {
      readonly kind: 'service';
      readonly serviceId: string;
      readonly on: CalendarDate;
      readonly state: CoverageState;
      readonly atStake: number;
    }
  | { readonly kind: 'onFile'; readonly authorizationId: string; readonly number: string }
  | {
      readonly kind: 'submission';
      readonly submissionId: string;
      readonly sentAt: Instant;
      readonly outcome: AnswerOutcome;
    }
  | { readonly kind: 'neverAsked'; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly kind: 'talkMissed'; readonly offerId: string; readonly closesAt: Instant }
  | { readonly kind: 'emergency'; readonly admittedOn: CalendarDate };
