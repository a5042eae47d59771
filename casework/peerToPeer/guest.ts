import type { GuestActor } from '@openum/domain/actor/actor.ts';
import { criteriaBriefs } from '@openum/domain/brief/criteria.ts';
import type { CaseCommand } from '@openum/domain/case/command.ts';
import { isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { Slot } from '@openum/domain/peerToPeer/event.ts';
import {
  closesAt,
  type PeerToPeer,
  type PeerToPeerStatus,
  peerToPeerStatus,
} from '@openum/domain/peerToPeer/peerToPeer.ts';
import { remindersOf } from '@openum/domain/peerToPeer/reminder.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { execute } from '../case/execute.ts';
import type { Casework } from '../casework.ts';
import {
  admit,
  type Entered,
  type Found,
  findByLink,
  type GuestGreeting,
  greetByLink,
  type Purpose,
  type SecondFactor,
} from '../guestLink/enter.ts';
import { serviceText } from '../guestLink/service.ts';
import type { GivenSlot } from './act.ts';
import { hardDeadlines } from './basis.ts';
import { slotsOf } from './commandOf.ts';

export type GuestView = {
  readonly plan: string;
  readonly phone?: string;
  readonly now: Instant;
  readonly zone: string;
  readonly status: PeerToPeerStatus;
  readonly closesAt: Instant;
  readonly clinician: string;
  readonly member: string;
  readonly services: readonly string[];
  /** Why the plan's physician means to decide against it, where that was written down. */
  readonly intent: readonly string[];
  readonly questions: readonly string[];
  readonly slots: readonly Slot[];
  readonly agreed?: Slot;
  readonly proposed: readonly Slot[];
  /** When the plan will remind both sides. */
  readonly reminders: readonly Instant[];
  /** False: no address is on file, so that only the plan is reminded. */
  readonly byMail: boolean;
};

export type GuestAnswer =
  | {
      readonly kind: 'choose';
      readonly slot: GivenSlot;
      readonly callBack?: string | undefined;
      readonly message?: string | undefined;
    }
  | {
      readonly kind: 'propose';
      readonly slots: readonly GivenSlot[];
      readonly callBack?: string | undefined;
      readonly message?: string | undefined;
    }
  | { readonly kind: 'decline'; readonly reason?: string | undefined };

type TalkFound = Found<PeerToPeer>;

const talks: Purpose<PeerToPeer> = {
  about: 'peerToPeer',
  subject: (state, link) => state.peerToPeer.find((p) => p.offerId === link.subjectId),
  npi: (offer) => offer.to.npi,
};

const deadlinesOf = (casework: Casework, { loaded }: TalkFound) =>
  hardDeadlines(loaded.state, casework.knowledge, casework.environment.now());

export const greetGuest = (casework: Casework, linkHash: string): Promise<GuestGreeting | undefined> =>
  greetByLink(casework, linkHash, talks, (found) => closesAt(found.subject, deadlinesOf(casework, found)));

const viewOf = (casework: Casework, found: TalkFound): GuestView => {
  const { subject: offer, tenant, loaded } = found;
  const { state } = loaded;
  const now = casework.environment.now();
  const deadlines = deadlinesOf(casework, found);
  const items = state.items.filter((i) => offer.itemSequences.includes(i.sequence));
  return {
    plan: tenant.name,
    ...(tenant.phone ? { phone: tenant.phone } : {}),
    now,
    zone: tenant.zone,
    status: peerToPeerStatus(offer, now, deadlines),
    closesAt: closesAt(offer, deadlines),
    clinician: offer.to.name,
    member: `${state.request.member.given} ${state.request.member.family}`,
    services: items.map((i) => serviceText(casework, i)),
    intent: state.intentsToDeny
      .filter((i) => i.itemSequences.some((n) => offer.itemSequences.includes(n)))
      .map((i) => i.reason),
    questions: [...new Set(criteriaBriefs(state, offer.itemSequences).flatMap((s) => s.questions))],
    slots: offer.slots.filter((s) => s.startsAt >= now),
    ...(offer.scheduled ? { agreed: offer.scheduled.slot } : {}),
    proposed: offer.proposals.flatMap((p) => p.slots),
    reminders: remindersOf(offer, deadlines, casework.knowledge.peerToPeerPolicy)
      .filter((r) => r.at > now)
      .map((r) => r.at),
    byMail: offer.to.email !== undefined && casework.mailer !== undefined,
  };
};

export const enterGuest = async (
  casework: Casework,
  linkHash: string,
  factor: SecondFactor,
): Promise<Entered<GuestView>> => {
  const found = await admit(casework, linkHash, factor, talks);
  return 'kind' in found ? found : { kind: 'in', view: viewOf(casework, found) };
};

const commandOf = (answer: GuestAnswer, found: TalkFound, casework: Casework): CaseCommand | Refusal => {
  const offer = found.subject;
  const actor: GuestActor = {
    kind: 'guest',
    name: offer.to.name,
    npi: offer.to.npi ?? '',
    offerId: offer.offerId,
  };
  const base = { actor, now: casework.environment.now(), offerId: offer.offerId };
  if (answer.kind === 'decline') {
    const reason = answer.reason?.trim();
    return { ...base, type: 'DeclinePeerToPeer', declinedBy: offer.to.name, ...(reason ? { reason } : {}) };
  }
  const slots = slotsOf(answer.kind === 'choose' ? [answer.slot] : answer.slots);
  if (isRefusal(slots)) return slots;
  const reply = {
    ...(answer.callBack?.trim() ? { callBack: answer.callBack.trim() } : {}),
    ...(answer.message?.trim() ? { message: answer.message.trim() } : {}),
  };
  const deadlines = deadlinesOf(casework, found);
  const [slot] = slots;
  return answer.kind === 'choose' && slot
    ? { ...base, ...reply, type: 'SchedulePeerToPeer', slot, deadlines }
    : { ...base, ...reply, type: 'ProposePeerToPeerTimes', slots, deadlines };
};

/** What the clinician answers: takes a time, proposes others, or declines. The second factor is asked for each time anew. */
export const answerAsGuest = async (
  casework: Casework,
  linkHash: string,
  factor: SecondFactor,
  answer: GuestAnswer,
): Promise<Entered<GuestView> | Refusal> => {
  const found = await admit(casework, linkHash, factor, talks);
  if ('kind' in found) return found;
  const { link } = found;
  const executed = await execute(
    casework,
    { tenantId: link.tenantId },
    { caseId: link.caseId, command: (loaded) => commandOf(answer, { ...found, loaded }, casework) },
  );
  if (executed.kind === 'refused') return executed.refusal;
  const now = await findByLink(casework, linkHash, talks);
  return now ? { kind: 'in', view: viewOf(casework, now) } : { kind: 'gone' };
};
