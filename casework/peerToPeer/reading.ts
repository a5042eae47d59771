import type { Case } from '@openum/domain/case/state.ts';
import type { PeerToPeerDemand } from '@openum/domain/peerToPeer/command.ts';
import { openPeerToPeers, windowEnd } from '@openum/domain/peerToPeer/peerToPeer.ts';
import { remindersOf, type TalkReminder } from '@openum/domain/peerToPeer/reminder.ts';
import type { PeerToPeerRule } from '@openum/domain/peerToPeer/rule.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { demandOf, offerBasis } from './basis.ts';

export type PeerToPeerReading = {
  readonly demand: PeerToPeerDemand;
  /** What both sides of an open talk will be told, and when. */
  readonly reminders: readonly (TalkReminder & { readonly offerId: string })[];
  /** The rule under which a talk would be offered now, and when its window would end. */
  readonly next?: {
    readonly rule: Pick<PeerToPeerRule, 'id' | 'name' | 'demand' | 'intentFirst' | 'citation' | 'note'>;
    readonly closesAt: Instant;
  };
};

export const readPeerToPeer = (c: Case, knowledge: Knowledge, now: Instant): PeerToPeerReading => {
  const demand = demandOf(c, knowledge, now);
  const basis = offerBasis(c, knowledge, now);
  const reminders = openPeerToPeers(c).flatMap((p) =>
    remindersOf(p, demand.deadlines, knowledge.peerToPeerPolicy)
      .filter((r) => r.at > now)
      .map((r) => ({ ...r, offerId: p.offerId })),
  );
  if (!basis) return { demand, reminders };
  const { id, name, intentFirst, citation, note } = basis.rule;
  return {
    demand,
    reminders,
    next: {
      rule: { id, name, demand: basis.rule.demand, intentFirst, citation, ...(note ? { note } : {}) },
      closesAt: windowEnd(basis.windowEndsAt, now, demand.deadlines),
    },
  };
};
