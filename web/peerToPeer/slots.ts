import type { Slot } from '@openum/domain/peerToPeer/event.ts';
import { addElapsed, type Instant, type ZoneId } from '@openum/domain/time/instant.ts';
import { localMoment, wallClock } from '../case/act/localMoment.ts';

/** A time as it is typed: wall clock of the zone on the screen, length in minutes. */
export type SlotDraft = { readonly day: string; readonly time: string; readonly minutes: string };

export const slotDraft = (at: Instant, zone: ZoneId): SlotDraft => ({ ...wallClock(at, zone), minutes: '30' });

export const slotOf = ({ day, time, minutes }: SlotDraft, zone: ZoneId): Slot | undefined => {
  const startsAt = localMoment(day, time, zone);
  const length = Number(minutes);
  if (!startsAt || !Number.isInteger(length) || length < 5 || length > 240) return undefined;
  return { startsAt, endsAt: addElapsed(startsAt, { minutes: length }) };
};

/** Sentences on what is wrong with the times, by the same limits that the server holds them to. */
export const slotProblems = (
  drafts: readonly SlotDraft[],
  zone: ZoneId,
  now: Instant,
  closesAt: Instant,
): readonly string[] =>
  drafts.flatMap((draft, at) => {
    const slot = slotOf(draft, zone);
    if (!slot) return [`Time ${at + 1}: enter a day, a time and a length of 5 to 240 minutes.`];
    if (slot.startsAt < now) return [`Time ${at + 1} lies in the past.`];
    return slot.endsAt > closesAt ? [`Time ${at + 1} ends after the window closes.`] : [];
  });
