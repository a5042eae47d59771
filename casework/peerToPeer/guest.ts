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
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { execute } from '../case/execute.ts';
import { type LoadedCase, loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { GuestLink } from '../port/guestLinks.ts';
import type { Tenant } from '../port/identity.ts';
import type { GivenSlot } from './act.ts';
import { hardDeadlines } from './basis.ts';
import { slotsOf } from './commandOf.ts';

/** Wrong ones in a row before the link is locked. */
export const secondFactorTries = 5;

export type SecondFactor = { readonly npi: string; readonly birthDate: string };

/** What the bearer of the link alone may see. */
export type GuestGreeting = {
  readonly plan: string;
  readonly phone?: string;
  readonly initials: string;
  readonly zone: string;
  readonly closesAt: Instant;
  readonly locked: boolean;
};

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

/** `gone`: unknown, revoked, expired, or its offer is no more. Nothing tells which. */
export type Entered =
  | { readonly kind: 'in'; readonly view: GuestView }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'gone' };

type Found = {
  readonly link: GuestLink;
  readonly tenant: Tenant;
  readonly loaded: LoadedCase;
  readonly offer: PeerToPeer;
};

const find = async (casework: Casework, linkHash: string): Promise<Found | undefined> => {
  const link = await casework.guestLinks.byHash(linkHash);
  const now = casework.environment.now();
  if (!link || link.revokedAt || link.expiresAt <= now) return undefined;
  const scope = { tenantId: link.tenantId };
  const [tenant, loaded] = await Promise.all([
    casework.identity.tenant(scope),
    loadCase(casework.cases, scope, link.caseId),
  ]);
  const offer = loaded?.state.peerToPeer.find((p) => p.offerId === link.offerId);
  return tenant && loaded && offer ? { link, tenant, loaded, offer } : undefined;
};

const wrote = (casework: Casework, { link, offer }: Found, known: boolean): Promise<void> =>
  casework.readLog.record(
    { tenantId: link.tenantId },
    {
      readId: casework.environment.newId(),
      caseId: link.caseId,
      clientId: known ? `guest ${offer.to.npi}` : 'guest without second factor',
      purpose: 'utilizationReview',
      what: 'case',
      resourceId: link.offerId,
      at: casework.environment.now(),
    },
  );

const deadlinesOf = (casework: Casework, { loaded }: Found) =>
  hardDeadlines(loaded.state, casework.knowledge, casework.environment.now());

export const greetGuest = async (casework: Casework, linkHash: string): Promise<GuestGreeting | undefined> => {
  const found = await find(casework, linkHash);
  if (!found) return undefined;
  await wrote(casework, found, false);
  const { member } = found.loaded.state.request;
  return {
    plan: found.tenant.name,
    ...(found.tenant.phone ? { phone: found.tenant.phone } : {}),
    initials: `${member.given.charAt(0)}. ${member.family.charAt(0)}.`,
    zone: found.tenant.zone,
    closesAt: closesAt(found.offer, deadlinesOf(casework, found)),
    locked: found.link.lockedAt !== undefined,
  };
};

const viewOf = (casework: Casework, found: Found): GuestView => {
  const { offer, tenant, loaded } = found;
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
    services: items.map((i) => {
      const label = serviceOf(casework.knowledge.services, i.service)?.label ?? i.service.display;
      return label ? `${i.service.code} ${label}` : i.service.code;
    }),
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

/** The second factor: the clinician's NPI and the member's date of birth, both known to who treats the member. */
const admit = async (
  casework: Casework,
  linkHash: string,
  factor: SecondFactor,
): Promise<Found | Exclude<Entered, { kind: 'in' }>> => {
  const found = await find(casework, linkHash);
  if (!found) return { kind: 'gone' };
  const { link, offer, loaded } = found;
  const scope = { tenantId: link.tenantId };
  const may = await casework.guestLinks.takeTry(scope, linkHash, secondFactorTries, casework.environment.now());
  if (!may) return { kind: 'locked' };
  const right =
    offer.to.npi !== undefined &&
    factor.npi.trim() === offer.to.npi &&
    factor.birthDate === loaded.state.request.member.birthDate;
  if (!right) return { kind: 'wrong', triesLeft: secondFactorTries - link.failedTries - 1 };
  await casework.guestLinks.forgetTries(scope, linkHash);
  await wrote(casework, found, true);
  return found;
};

export const enterGuest = async (casework: Casework, linkHash: string, factor: SecondFactor): Promise<Entered> => {
  const found = await admit(casework, linkHash, factor);
  return 'kind' in found ? found : { kind: 'in', view: viewOf(casework, found) };
};

const commandOf = (answer: GuestAnswer, offer: PeerToPeer, found: Found, casework: Casework): CaseCommand | Refusal => {
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
): Promise<Entered | Refusal> => {
  const found = await admit(casework, linkHash, factor);
  if ('kind' in found) return found;
  const { link } = found;
  const executed = await execute(
    casework,
    { tenantId: link.tenantId },
    { caseId: link.caseId, command: (loaded) => commandOf(answer, found.offer, { ...found, loaded }, casework) },
  );
  if (executed.kind === 'refused') return executed.refusal;
  const now = await find(casework, linkHash);
  return now ? { kind: 'in', view: viewOf(casework, now) } : { kind: 'gone' };
};
