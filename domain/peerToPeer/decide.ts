import type { Actor } from '../actor/actor.ts';
import type { CaseCommand } from '../case/command.ts';
import { type Decided, itemsProblem, required } from '../case/decided.ts';
import { isRefusal, type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { localText } from '../clock/due.ts';
import type { Instant } from '../time/instant.ts';
import type { Deadlines, PeerToPeerCommand } from './command.ts';
import type { Reply, Slot } from './event.ts';
import { closesAt, intentFor, openPeerToPeers, type PeerToPeer, windowEnd } from './peerToPeer.ts';

type Command<T extends PeerToPeerCommand['type']> = Extract<CaseCommand, { type: T }>;

const slotsProblem = (slots: readonly Slot[], now: Instant, end: Instant, c: Case): Refusal | undefined =>
  slots.some((s) => s.startsAt < now || s.endsAt <= s.startsAt || s.endsAt > end)
    ? refuse('fieldInvalid', {
        field: 'slots',
        problem: `each time must begin after now and end before the window closes (${localText(end, c.request.zone)})`,
      })
    : undefined;

const replyOf = ({ callBack, message }: Reply): Reply => ({
  ...(callBack ? { callBack } : {}),
  ...(message ? { message } : {}),
});

const offer = (c: Case, command: Command<'OfferPeerToPeer'>): Decided => {
  const { offerId, itemSequences, because, slots, to, how, physician, now, deadlines } = command;
  const { intentFirst, ...rule } = command.rule;
  const problem = itemsProblem(c, itemSequences) ?? required('to.name', to.name);
  if (problem) return problem;
  const taken = itemSequences.find((n) => openPeerToPeers(c).some((p) => p.itemSequences.includes(n)));
  if (taken !== undefined) return refuse('peerToPeerAlreadyOpen', { item: taken });
  const early = intentFirst ? itemSequences.find((n) => !intentFor(c, n)) : undefined;
  if (early !== undefined) return refuse('intentToDenyMissing', { item: early, citation: rule.citation });
  const end = windowEnd(command.windowEndsAt, now, deadlines);
  if (end <= now) return refuse('fieldInvalid', { field: 'window', problem: 'it must end after now' });
  const wrong = slotsProblem(slots, now, end, c);
  if (wrong) return wrong;
  const data = { offerId, itemSequences, because, rule, slots, to, how, window: { opensAt: now, closesAt: end } };
  return [{ type: 'PeerToPeerOffered', data: { ...data, ...(physician ? { physician } : {}) } }];
};

/** The offer, when there is one of that id that still waits for something, and this actor may touch it. */
const waiting = (c: Case, offerId: string, actor: Actor): PeerToPeer | Refusal => {
  if (actor.kind === 'guest' && actor.offerId !== offerId) return refuse('otherPeerToPeer');
  const p = c.peerToPeer.find((x) => x.offerId === offerId);
  if (!p) return refuse('peerToPeerUnknown');
  return openPeerToPeers(c).includes(p) ? p : refuse('peerToPeerEnded');
};

const windowProblem = (p: PeerToPeer, now: Instant, deadlines: Deadlines, c: Case): Refusal | undefined => {
  const end = closesAt(p, deadlines);
  return now >= end ? refuse('peerToPeerWindowClosed', { at: localText(end, c.request.zone) }) : undefined;
};

const same = (a: Slot, b: Slot): boolean => a.startsAt === b.startsAt && a.endsAt === b.endsAt;

const schedule = (c: Case, p: PeerToPeer, command: Command<'SchedulePeerToPeer'>): Decided => {
  const { slot, now, deadlines, offerId, actor } = command;
  const problem = windowProblem(p, now, deadlines, c) ?? slotsProblem([slot], now, closesAt(p, deadlines), c);
  if (problem) return problem;
  if (actor.kind === 'guest' && !p.slots.some((s) => same(s, slot))) {
    return refuse('fieldInvalid', { field: 'slot', problem: 'it is none of the times offered' });
  }
  return [{ type: 'PeerToPeerScheduled', data: { offerId, slot, ...replyOf(command) } }];
};

const propose = (c: Case, p: PeerToPeer, command: Command<'ProposePeerToPeerTimes'>): Decided => {
  const { slots, now, deadlines, offerId } = command;
  if (slots.length === 0) return refuse('fieldMissing', { field: 'slots' });
  const problem = windowProblem(p, now, deadlines, c) ?? slotsProblem(slots, now, closesAt(p, deadlines), c);
  return problem ?? [{ type: 'PeerToPeerTimesProposed', data: { offerId, slots, ...replyOf(command) } }];
};

const held = (command: Command<'RecordPeerToPeerHeld'>): Decided => {
  const { offerId, participants, notes, outcome, effect } = command;
  for (const side of ['provider', 'plan'] as const)
    if (!participants.some((p) => p.side === side && p.name.trim() !== ''))
      return refuse('fieldMissing', { field: `participants (${side})` });
  if (participants.some((p) => p.credentials.trim() === '')) {
    return refuse('fieldMissing', { field: 'participants (credentials)' });
  }
  return (
    required('notes', notes) ??
    required('effect', effect) ?? [{ type: 'PeerToPeerHeld', data: { offerId, participants, notes, outcome, effect } }]
  );
};

/** Nobody has missed what has not begun: a decision against the request must not be hastened by a note that nobody came. */
const missed = (p: PeerToPeer, command: Command<'RecordPeerToPeerMissed'>): Decided => {
  const { offerId, by, reason, now, deadlines } = command;
  const from = p.scheduled ? p.scheduled.slot.startsAt : closesAt(p, deadlines);
  if (now < from) return refuse('peerToPeerNotYetMissed');
  return required('reason', reason) ?? [{ type: 'PeerToPeerMissed', data: { offerId, by, reason } }];
};

const attempted = (command: Command<'LogPeerToPeerAttempt'>): Decided => {
  const { offerId, attemptId, number, result, note } = command;
  const data = { offerId, attemptId, number, result, ...(note ? { note } : {}) };
  return required('number', number) ?? [{ type: 'PeerToPeerAttempted', data }];
};

const declined = (command: Command<'DeclinePeerToPeer'>): Decided => {
  const { offerId, declinedBy, reason } = command;
  const data = { offerId, declinedBy, ...(reason ? { reason } : {}) };
  return required('declinedBy', declinedBy) ?? [{ type: 'PeerToPeerDeclined', data }];
};

/** A reminder is given once, whichever process finds it due. */
const told = (p: PeerToPeer, command: Command<'TellPeerToPeer'>): Decided => {
  const { offerId, about, plan, clinician } = command;
  const before = p.told.flatMap((t) => t.keys);
  const keys = command.keys.filter((k) => !before.includes(k));
  if (about !== 'link' && keys.length === 0) return refuse('peerToPeerTold');
  return [{ type: 'PeerToPeerTold', data: { offerId, about, keys, plan, clinician } }];
};

const escalate = (p: PeerToPeer, command: Command<'EscalatePeerToPeer'>): Decided => {
  const { offerId, to, reason } = command;
  if (p.physician?.userId === to.userId) return refuse('alreadyAssigned', { name: to.name });
  return required('reason', reason) ?? [{ type: 'PeerToPeerEscalated', data: { offerId, to, reason } }];
};

const onOffer = (
  c: Case,
  command: Exclude<Command<PeerToPeerCommand['type']>, { type: 'RecordIntentToDeny' | 'OfferPeerToPeer' }>,
): Decided => {
  const p = waiting(c, command.offerId, command.actor);
  if (isRefusal(p)) return p;
  switch (command.type) {
    case 'SchedulePeerToPeer':
      return schedule(c, p, command);
    case 'ProposePeerToPeerTimes':
      return propose(c, p, command);
    case 'LogPeerToPeerAttempt':
      return attempted(command);
    case 'RecordPeerToPeerHeld':
      return held(command);
    case 'RecordPeerToPeerMissed':
      return missed(p, command);
    case 'DeclinePeerToPeer':
      return declined(command);
    case 'TellPeerToPeer':
      return told(p, command);
    case 'EscalatePeerToPeer':
      return escalate(p, command);
    default: {
      const never: never = command;
      return never;
    }
  }
};

export const decidePeerToPeer = (c: Case, command: Command<PeerToPeerCommand['type']>): Decided => {
  if (command.type === 'OfferPeerToPeer') return offer(c, command);
  if (command.type !== 'RecordIntentToDeny') return onOffer(c, command);
  const { itemSequences, reason } = command;
  return (
    itemsProblem(c, itemSequences) ??
    required('reason', reason) ?? [{ type: 'IntentToDenyRecorded', data: { itemSequences, reason } }]
  );
};
