import type { PersonActor } from '../actor/actor.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';
import {
  type Dial,
  type DialBasis,
  type DialEvent,
  type DialSetting,
  dialBases,
  dialRoles,
  type ForbiddenBasis,
  forbiddenBases,
  type GoldCard,
  type RecordedDialEvent,
} from './dial.ts';

export type DialCommand = { readonly actor: PersonActor; readonly now: Instant; readonly today: CalendarDate } & (
  | {
      readonly type: 'ProposeDial';
      readonly changeId: string;
      readonly setting: DialSetting;
      /** As named by the person; what is forbidden is refused by name. */
      readonly bases: readonly (DialBasis | ForbiddenBasis)[];
      readonly reason: string;
      readonly effectiveFrom: CalendarDate;
    }
  | { readonly type: 'ConfirmDial'; readonly changeId: string }
  | { readonly type: 'DeclineDial'; readonly changeId: string; readonly reason: string }
);

/** At least 90 percent of at least five requests in twelve months: Tex. Ins. Code 4201.653, the strictest form known here. */
const fewestDecided = 5;
const leastApproved = 0.9;

const cardProblem = ({
  npi,
  services,
  decided,
  approved,
  periodFrom,
  periodThrough,
  citation,
}: GoldCard): Refusal | undefined => {
  if (!/^\d{10}$/.test(npi)) return refuse('fieldInvalid', { field: 'npi', problem: 'an NPI has ten digits' });
  if (services.length === 0) return refuse('fieldMissing', { field: 'services' });
  if (citation.trim() === '') return refuse('fieldMissing', { field: 'citation' });
  if (periodThrough < periodFrom)
    return refuse('fieldInvalid', { field: 'periodThrough', problem: 'it lies before the first day' });
  if (approved > decided) return refuse('fieldInvalid', { field: 'approved', problem: 'it is more than were decided' });
  if (decided < fewestDecided || approved / decided < leastApproved)
    return refuse('fieldInvalid', {
      field: 'approved',
      problem: `an exemption needs at least ${fewestDecided} decided requests and ${leastApproved * 100} percent of them approved`,
    });
  return undefined;
};

const settingProblem = (setting: DialSetting): Refusal | undefined => {
  switch (setting.kind) {
    case 'automaticApproval':
      return setting.approves && setting.sources.length === 0
        ? refuse('fieldMissing', { field: 'sources' })
        : undefined;
    case 'goldCard':
      return cardProblem(setting);
    case 'goldCardEnd':
      return setting.services.length === 0 ? refuse('fieldMissing', { field: 'services' }) : undefined;
    default: {
      const never: never = setting;
      return never;
    }
  }
};

const isAllowed = (basis: DialBasis | ForbiddenBasis): basis is DialBasis =>
  (dialBases as readonly string[]).includes(basis);

const propose = (command: Extract<DialCommand, { type: 'ProposeDial' }>): DialEvent | Refusal => {
  const { changeId, setting, bases, reason, effectiveFrom, today } = command;
  const forbidden = bases.filter((b) => (forbiddenBases as readonly string[]).includes(b));
  if (forbidden.length > 0) return refuse('dialBasisForbidden', { bases: forbidden });
  const allowed = bases.filter(isAllowed);
  if (allowed.length === 0) return refuse('fieldMissing', { field: 'bases' });
  if (reason.trim() === '') return refuse('fieldMissing', { field: 'reason' });
  if (effectiveFrom < today)
    return refuse('fieldInvalid', { field: 'effectiveFrom', problem: 'it cannot lie in the past' });
  return (
    settingProblem(setting) ?? {
      type: 'DialProposed',
      data: { changeId, setting, bases: allowed, reason: reason.trim(), effectiveFrom },
    }
  );
};

const decided = (dial: Dial, command: DialCommand): DialEvent | Refusal => {
  if (command.type === 'ProposeDial') return propose(command);
  const change = dial.changes.find((c) => c.changeId === command.changeId);
  if (!change) return refuse('dialChangeUnknown');
  if (change.confirmed || change.declined) return refuse('dialChangeSettled');
  if (command.type === 'DeclineDial') {
    const { changeId, reason } = command;
    return reason.trim() === ''
      ? refuse('fieldMissing', { field: 'reason' })
      : { type: 'DialDeclined', data: { changeId, reason: reason.trim() } };
  }
  if (change.proposed.userId === command.actor.userId) return refuse('dialSecondPerson');
  // What was decided without it stays decided without it.
  if (change.effectiveFrom < command.today)
    return refuse('fieldInvalid', { field: 'effectiveFrom', problem: 'its first day has passed; propose it anew' });
  return { type: 'DialConfirmed', data: { changeId: change.changeId } };
};

/** The next event of the dial, or why not. Two people change it: one proposes, another confirms. */
export const decideDial = (dial: Dial, command: DialCommand): RecordedDialEvent | Refusal => {
  const { actor, now } = command;
  if (!actor.roles.some((r) => dialRoles.includes(r))) return refuse('roleMissing', { roles: [...dialRoles] });
  const event = decided(dial, command);
  if ('kind' in event) return event;
  return { ...event, by: { userId: actor.userId, name: actor.name }, at: now };
};
