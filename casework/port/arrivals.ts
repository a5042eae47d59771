import type { Channel, Urgency } from '@openum/domain/case/request.ts';
import type { ArrivalState } from '@openum/domain/intake/arrivalState.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** What could be read out of a message that made no case, for the people who settle it. */
export type ArrivalSummary = {
  readonly senderName?: string;
  readonly memberNumber?: string;
  /** `family, given`. */
  readonly memberName?: string;
  readonly serviceSummary?: string;
  /** Why it made no case: one sentence each, without values of the message. */
  readonly problems: readonly string[];
};

const longestText = 300;

/** The same summary in signs that every store can hold: what a sender put into a message must not keep it from being kept. */
export const soundSummary = (summary: ArrivalSummary): ArrivalSummary => {
  const sound = (text: string): string => text.toWellFormed().replaceAll('\0', '').slice(0, longestText).toWellFormed();
  const { problems, ...texts } = summary;
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, sound(text)])),
    problems: problems.map(sound),
  };
};

/** How a person settled a message that made no case. Written once; the message itself stays. */
export type Settlement = {
  readonly messageId: string;
  /** `entered`: a person read it into a request, which is `caseId`. */
  readonly kind: 'entered' | 'dismissed';
  readonly reason?: string;
  readonly caseId?: string;
  readonly by: { readonly userId: string; readonly name: string };
  readonly at: Instant;
};

/** One message that came in, by whatever channel, and what has become of it. */
export type ArrivalRow = {
  readonly messageId: string;
  readonly channel: Channel;
  readonly contentType: string;
  readonly receivedAt: Instant;
  readonly state: ArrivalState;
  readonly senderName?: string;
  readonly memberNumber?: string;
  readonly memberName?: string;
  readonly serviceSummary?: string;
  /** What keeps it from going on: problems of the message, or the task that intake has on the case. */
  readonly missing: readonly string[];
  readonly caseId?: string;
  readonly caseNumber?: string;
  readonly urgency?: Urgency;
  readonly nextDueAt?: Instant;
  readonly ownerName?: string;
  readonly settled?: Omit<Settlement, 'messageId'>;
};

export type ArrivalFilter = {
  readonly state?: readonly ArrivalState[];
  readonly channel?: readonly Channel[];
  readonly receivedFrom?: Instant;
  /** Start of a member's name, a member number or a case number. */
  readonly text?: string;
};

/** Every message that came in, whatever became of it. */
export type Arrivals = {
  /** Newest first. */
  page(
    scope: Scope,
    filter: ArrivalFilter,
    after: string | undefined,
    limit: number,
  ): Promise<{ readonly rows: readonly ArrivalRow[]; readonly next?: string }>;
  counts(scope: Scope, filter: Omit<ArrivalFilter, 'state'>): Promise<Readonly<Partial<Record<ArrivalState, number>>>>;
  one(scope: Scope, messageId: string): Promise<ArrivalRow | undefined>;
  /** False, and nothing is written, when somebody settled it before. */
  settle(scope: Scope, settlement: Settlement): Promise<boolean>;
};
