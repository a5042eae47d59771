import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { AuthorizationRequest } from '@openum/domain/case/request.ts';
import { addElapsed, type Instant, instant, isInstantText } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';

export const entryChannels = ['portal', 'fax', 'phone', 'mail'] as const;
export type EntryChannel = (typeof entryChannels)[number];

/** What a person of the plan says of a request that they enter for somebody else: how it came, and when. */
export type DeskEntry = {
  readonly channel?: EntryChannel | undefined;
  readonly receivedAt?: string | undefined;
  readonly urgencyRequestedBy?: AuthorizationRequest['urgencyRequestedBy'] | undefined;
};

/** Older paper than this is a slip of the pen in the year. */
const longestAgoDays = 366;

export const entryChannel = (entry: DeskEntry, { onBehalfOf }: Acting): EntryChannel =>
  onBehalfOf === undefined ? (entry.channel ?? 'portal') : 'portal';

/** When it reached the plan: clocks run from there, not from when somebody found the time to type (42 CFR 422.568(b), 438.210(d)). */
export const entryMoment = (entry: DeskEntry, { now, onBehalfOf }: Acting): Instant | Refusal => {
  if (onBehalfOf !== undefined || entry.receivedAt === undefined) return now;
  const wrong = (problem: string) => refuse('fieldInvalid', { field: 'receivedAt', problem });
  if (!isInstantText(entry.receivedAt)) return wrong('it must be a moment with its offset');
  const at = instant(entry.receivedAt);
  if (at > now) return refuse('receiptInFuture', { field: 'receivedAt' });
  if (at < addElapsed(now, { hours: -24 * longestAgoDays })) return wrong('it lies more than a year back');
  return at;
};
