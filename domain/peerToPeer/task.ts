import type { Role } from '../actor/actor.ts';
import type { Case } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import type { Instant } from '../time/instant.ts';
import type { Deadlines } from './command.ts';
import { closesAt, deputyNeeded, openPeerToPeers, type PeerToPeer } from './peerToPeer.ts';

export const peerToPeerSteps = ['peerToPeer', 'peerToPeerDeputy', 'peerToPeerMissed'] as const;
export type PeerToPeerStep = (typeof peerToPeerSteps)[number];

export type PeerToPeerTask = {
  readonly stepId: PeerToPeerStep;
  readonly title: string;
  readonly role: Role;
  readonly dueAt: Instant;
  readonly assigneeUserId?: string;
};

/** Talks that the clinician missed, on lines that are still to be decided and were not offered another one. */
export const missedByProvider = (c: Case): readonly PeerToPeer[] => {
  const open = openItems(c).map((i) => i.sequence);
  return c.peerToPeer.filter(
    (p, at) =>
      !p.held &&
      !p.declined &&
      p.missed.at(-1)?.by === 'provider' &&
      p.itemSequences.some((n) => open.includes(n)) &&
      !c.peerToPeer.slice(at + 1).some((later) => later.itemSequences.some((n) => p.itemSequences.includes(n))),
  );
};

const earliest = (tasks: readonly PeerToPeerTask[]): readonly PeerToPeerTask[] =>
  tasks.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1)).slice(0, 1);

/**
 * What is to be done about the talks of a case, at most one of each step. They do not depend on the hour: a task stands from the
 * offer on and is late once its moment has passed, so that nothing is missed because nobody looked.
 */
export const peerToPeerTasks = (c: Case, deadlines: Deadlines): readonly PeerToPeerTask[] => {
  const task = (p: PeerToPeer, stepId: PeerToPeerStep, title: string, dueAt: Instant): PeerToPeerTask => ({
    stepId,
    title,
    role: 'medicalDirector',
    dueAt,
    ...(p.physician ? { assigneeUserId: p.physician.userId } : {}),
  });
  const open = openPeerToPeers(c);
  const end = (p: PeerToPeer) => closesAt(p, deadlines);
  return [
    ...earliest(
      open
        .filter((p) => !deputyNeeded(p))
        .map((p) =>
          p.scheduled
            ? task(p, 'peerToPeer', 'Hold the peer-to-peer and record what happened', p.scheduled.slot.endsAt)
            : task(p, 'peerToPeer', 'Reach the clinician for the peer-to-peer and record what happened', end(p)),
        ),
    ),
    ...earliest(
      open
        .filter(deputyNeeded)
        .map((p) => task(p, 'peerToPeerDeputy', 'Name a deputy: the plan missed the peer-to-peer', end(p))),
    ),
    ...earliest(
      missedByProvider(c).map((p) =>
        task(p, 'peerToPeerMissed', 'The clinician missed the peer-to-peer: offer another or decide', end(p)),
      ),
    ),
  ];
};
