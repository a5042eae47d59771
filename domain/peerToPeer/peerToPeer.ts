import type { Assignee } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import { earlierOf, type Instant } from '../time/instant.ts';
import type { Deadlines } from './command.ts';
import type { Offered, PeerToPeerEvent, Reply, Side, Slot, Talk } from './event.ts';

type Told = { readonly at: Instant; readonly recordedBy: string };
type DataOf<T extends PeerToPeerEvent['type']> = Omit<Extract<PeerToPeerEvent, { type: T }>['data'], 'offerId'>;

/** One offer of a talk, and what became of it. */
export type PeerToPeer = Omit<Offered, 'physician'> & {
  readonly offeredAt: Instant;
  readonly offeredBy: string;
  readonly physician?: Assignee;
  /** The time agreed on, until it is held or missed. */
  readonly scheduled?: { readonly slot: Slot } & Reply & Told;
  readonly proposals: readonly (DataOf<'PeerToPeerTimesProposed'> & Told)[];
  readonly attempts: readonly (DataOf<'PeerToPeerAttempted'> & Told)[];
  readonly missed: readonly (DataOf<'PeerToPeerMissed'> & Told)[];
  readonly held?: Talk & Told;
  readonly declined?: DataOf<'PeerToPeerDeclined'> & Told;
  readonly escalations: readonly (DataOf<'PeerToPeerEscalated'> & Told)[];
  /** Links and reminders, to both sides. */
  readonly told: readonly (DataOf<'PeerToPeerTold'> & Told)[];
};

export type IntentToDeny = {
  readonly itemSequences: readonly number[];
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
};

export type PeerToPeerStatus = 'offered' | 'scheduled' | 'held' | 'missed' | 'declined' | 'expired';

/** The window ends with the rule, or with the first hard deadline after the offer when that is earlier: a talk stops no clock. */
export const windowEnd = (ruleEnd: Instant, offeredAt: Instant, deadlines: Deadlines): Instant =>
  deadlines.filter((d) => d > offeredAt).reduce(earlierOf, ruleEnd);

export const closesAt = (p: PeerToPeer, deadlines: Deadlines): Instant =>
  windowEnd(p.window.closesAt, p.offeredAt, deadlines);

const lastMissedBy = (p: PeerToPeer): Side | undefined => p.missed.at(-1)?.by;

/** Derived at `now`, never stored. */
export const peerToPeerStatus = (p: PeerToPeer, now: Instant, deadlines: Deadlines): PeerToPeerStatus => {
  if (p.held) return 'held';
  if (p.declined) return 'declined';
  if (p.scheduled) return 'scheduled';
  if (p.missed.length > 0) return 'missed';
  return now >= closesAt(p, deadlines) ? 'expired' : 'offered';
};

/** The agreed time or the whole window went by and nobody wrote down what happened. */
export const outcomeMissing = (p: PeerToPeer, now: Instant, deadlines: Deadlines): boolean => {
  const status = peerToPeerStatus(p, now, deadlines);
  return (
    status === 'expired' || (p.scheduled !== undefined && status === 'scheduled' && now >= p.scheduled.slot.endsAt)
  );
};

/** The plan's own side did not come: somebody else has to. */
export const deputyNeeded = (p: PeerToPeer): boolean => {
  const last = p.missed.at(-1);
  if (last?.by !== 'plan' || p.held || p.declined || p.scheduled) return false;
  return !p.escalations.some((e) => e.at >= last.at);
};

/** Nothing more is to be waited for: it took place, the clinician did not want or did not come, or the time for it is over. */
export const concluded = (p: PeerToPeer, now: Instant, deadlines: Deadlines): boolean => {
  if (p.held || p.declined) return true;
  if (p.scheduled) return false;
  return lastMissedBy(p) === 'provider' || now >= closesAt(p, deadlines);
};

/** Offers that still need somebody: without an end, on a line that is still to be decided. */
export const openPeerToPeers = (c: Case): readonly PeerToPeer[] => {
  const open = openItems(c).map((i) => i.sequence);
  return c.peerToPeer.filter(
    (p) =>
      !p.held &&
      !p.declined &&
      lastMissedBy(p) !== 'provider' &&
      p.itemSequences.some((sequence) => open.includes(sequence)),
  );
};

/** What happened before a line was decided and opened again belongs to the earlier decision. */
const sinceReopened = (c: Case, itemSequence: number, at: Instant): boolean =>
  (c.items.find((i) => i.sequence === itemSequence)?.earlierDeterminations ?? []).every((d) => d.decidedAt <= at);

export const offersFor = (c: Case, itemSequence: number): readonly PeerToPeer[] =>
  c.peerToPeer.filter((p) => p.itemSequences.includes(itemSequence) && sinceReopened(c, itemSequence, p.offeredAt));

export const intentFor = (c: Case, itemSequence: number): IntentToDeny | undefined =>
  c.intentsToDeny.findLast((i) => i.itemSequences.includes(itemSequence) && sinceReopened(c, itemSequence, i.at));
