import { addElapsed, type Instant, laterOf, millisecondsBetween } from '../time/instant.ts';
import type { Deadlines } from './command.ts';
import { closesAt, deputyNeeded, type PeerToPeer } from './peerToPeer.ts';
import type { PeerToPeerPolicy, Reminder } from './policy.ts';

/** A reminder of one talk, with its moment. `key` names it once and for all: a talk moved to another time is told of anew. */
export type TalkReminder = { readonly key: string; readonly about: Reminder['about']; readonly at: Instant };

const shareOf = (from: Instant, to: Instant, share: number): Instant =>
  addElapsed(from, { seconds: Math.floor((millisecondsBetween(from, to) / 1000) * share) });

const momentOf = (r: Reminder, p: PeerToPeer, deadlines: Deadlines): Instant | undefined => {
  const end = r.about === 'agreed' ? p.scheduled?.slot.startsAt : closesAt(p, deadlines);
  if (end === undefined) return undefined;
  return 'share' in r ? shareOf(p.offeredAt, end, r.share) : addElapsed(end, { minutes: -r.minutesBefore });
};

/** What both sides are told of this talk and when, the next first; reminders that would come before the offer are none. */
export const remindersOf = (p: PeerToPeer, deadlines: Deadlines, policy: PeerToPeerPolicy): readonly TalkReminder[] => {
  if (p.held || p.declined || p.missed.at(-1)?.by === 'provider') return [];
  const about = p.scheduled ? 'agreed' : 'window';
  return policy.reminders
    .filter((r) => r.about === about)
    .flatMap((r): readonly TalkReminder[] => {
      const at = momentOf(r, p, deadlines);
      if (at === undefined || at <= (p.scheduled?.at ?? p.offeredAt)) return [];
      return [{ key: p.scheduled ? `${r.id} ${p.scheduled.slot.startsAt}` : r.id, about, at }];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
};

/** Reminders whose moment has come, that were not given and that still are of use. */
export const remindersDue = (
  p: PeerToPeer,
  deadlines: Deadlines,
  policy: PeerToPeerPolicy,
  now: Instant,
): readonly TalkReminder[] => {
  const over = p.scheduled ? p.scheduled.slot.endsAt : closesAt(p, deadlines);
  if (now >= over) return [];
  const told = p.told.flatMap((t) => t.keys);
  return remindersOf(p, deadlines, policy).filter((r) => r.at <= now && !told.includes(r.key));
};

export type EscalationGround = 'nobodyTookIt' | 'planMissed' | 'away';

/**
 * Why a deputy has to take this talk now; undefined while whoever has it will keep it. `isAway` tells whether the physician of the
 * offer is out of office at a moment.
 */
export const escalationGround = (
  p: PeerToPeer,
  deadlines: Deadlines,
  policy: PeerToPeerPolicy,
  now: Instant,
  isAway: (at: Instant) => boolean,
): EscalationGround | undefined => {
  const end = closesAt(p, deadlines);
  const last = p.missed.at(-1);
  if (deputyNeeded(p))
    return last && now >= shareOf(last.at, laterOf(end, last.at), policy.escalateAtShare) ? 'planMissed' : undefined;
  if (!p.physician) {
    const limit = p.scheduled ? p.scheduled.at : shareOf(p.offeredAt, end, policy.escalateAtShare);
    return now >= limit ? 'nobodyTookIt' : undefined;
  }
  return p.scheduled && now < p.scheduled.slot.endsAt && isAway(p.scheduled.slot.startsAt) ? 'away' : undefined;
};
