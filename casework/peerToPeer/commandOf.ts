import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { fieldWords } from '@openum/domain/matching/reasons.ts';
import type { PeerToPeerCommand } from '@openum/domain/peerToPeer/command.ts';
import type { Participant, Slot } from '@openum/domain/peerToPeer/event.ts';
import { instant, isInstantText } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { said } from '../case/given.ts';
import type { GivenSlot, PeerToPeerAct } from './act.ts';
import { hardDeadlines, noRule, offerBasis } from './basis.ts';

type Act<T extends PeerToPeerAct['type']> = Extract<PeerToPeerAct, { type: T }>;

/** Moments as they are kept and compared; what a browser or a link sent may carry any offset. */
export const slotsOf = (given: readonly GivenSlot[]): readonly Slot[] | Refusal =>
  given.every((s) => isInstantText(s.startsAt) && isInstantText(s.endsAt))
    ? given.map((s) => ({ startsAt: instant(s.startsAt), endsAt: instant(s.endsAt) }))
    : refuse('fieldInvalid', { field: 'slots', problem: 'each must be a moment with its offset' });

const physicianOf = async (userId: string, field: string, { casework, tenant }: Acting) => {
  const user = await casework.identity.user({ tenantId: tenant.tenantId }, userId);
  return user?.active && user.roles.includes('medicalDirector')
    ? { userId: user.userId, name: user.name }
    : refuse('fieldInvalid', { field, problem: 'there is no such active physician' });
};

const offer = async (act: Act<'OfferPeerToPeer'>, acting: Acting, c: Case): Promise<PeerToPeerCommand | Refusal> => {
  const { knowledge, environment } = acting.casework;
  const basis = offerBasis(c, knowledge, acting.now);
  if (!basis) return noRule;
  const slots = slotsOf(act.slots);
  if (isRefusal(slots)) return slots;
  const own = acting.actor.roles.includes('medicalDirector') ? acting.actor.userId : undefined;
  const userId = act.physicianUserId ?? own;
  const physician = userId === undefined ? undefined : await physicianOf(userId, 'physicianUserId', acting);
  if (isRefusal(physician)) return physician;
  const { name, npi, phone, email } = act.to;
  return {
    type: 'OfferPeerToPeer',
    offerId: environment.newId(),
    itemSequences: act.itemSequences,
    because: act.because,
    rule: basis.demanded,
    windowEndsAt: basis.windowEndsAt,
    deadlines: hardDeadlines(c, knowledge, acting.now),
    slots,
    to: { name, ...said({ npi, phone, email }) },
    how: act.how,
    ...(physician ? { physician } : {}),
  };
};

const asParticipant = ({ name, qualification }: PersonActor): Participant => {
  const licences = qualification?.licences.map((l) => `${l.state} ${l.number}`) ?? [];
  const parts = [
    qualification?.profession ?? 'profession not stated',
    ...(qualification?.specialties ?? []).map(fieldWords),
    ...licences,
  ];
  return { name, side: 'plan', credentials: parts.join(', ') };
};

/** The command of such an act: rules, deadlines and the person's own credentials are added here. */
export const peerToPeerCommandOf = async (
  act: PeerToPeerAct,
  acting: Acting,
  c: Case,
): Promise<PeerToPeerCommand | Refusal> => {
  const deadlines = hardDeadlines(c, acting.casework.knowledge, acting.now);
  switch (act.type) {
    case 'RecordIntentToDeny':
      return act;
    case 'OfferPeerToPeer':
      return offer(act, acting, c);
    case 'SchedulePeerToPeer': {
      const slots = slotsOf([act.slot]);
      if (isRefusal(slots)) return slots;
      const [slot] = slots;
      if (!slot) return refuse('fieldMissing', { field: 'slot' });
      const { type, offerId, callBack, message } = act;
      return { type, offerId, slot, deadlines, ...said({ callBack, message }) };
    }
    case 'ProposePeerToPeerTimes': {
      const slots = slotsOf(act.slots);
      if (isRefusal(slots)) return slots;
      const { type, offerId, callBack, message } = act;
      return { type, offerId, slots, deadlines, ...said({ callBack, message }) };
    }
    case 'LogPeerToPeerAttempt': {
      const { note, ...rest } = act;
      return { ...rest, attemptId: acting.casework.environment.newId(), ...said({ note }) };
    }
    case 'RecordPeerToPeerHeld': {
      const { clinicians, ...rest } = act;
      const provider = clinicians.map((p): Participant => ({ ...p, side: 'provider' }));
      return { ...rest, participants: [...provider, asParticipant(acting.actor)] };
    }
    case 'RecordPeerToPeerMissed':
      return { ...act, deadlines };
    case 'DeclinePeerToPeer': {
      const { reason, ...rest } = act;
      return { ...rest, ...said({ reason }) };
    }
    case 'EscalatePeerToPeer': {
      const { type, offerId, toUserId, reason } = act;
      const to = await physicianOf(toUserId, 'toUserId', acting);
      return isRefusal(to) ? to : { type, offerId, to, reason };
    }
    default: {
      const never: never = act;
      return never;
    }
  }
};
