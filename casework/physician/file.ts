import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { invalid, isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { intakeRoles } from '@openum/domain/intake/role.ts';
import type { Conflict, ConflictKind } from '@openum/domain/matching/physician.ts';
import { instant, isInstantText, zoneId } from '@openum/domain/time/instant.ts';
import { type WeeklyHours, weeklyHoursProblem } from '@openum/domain/time/weekly.ts';
import type { Acting } from '../case/act.ts';
import type { PhysicianFile } from '../port/physicians.ts';

export type GivenConflict = {
  readonly kind: ConflictKind;
  readonly identifier?: string | undefined;
  readonly name: string;
  readonly note?: string | undefined;
};
export type GivenAbsence = { readonly from: string; readonly until: string; readonly note?: string | undefined };
export type GivenAvailability = {
  readonly days?: WeeklyHours['days'] | undefined;
  readonly zone?: string | undefined;
  readonly capacity?: number | undefined;
};

const leads: readonly PersonActor['roles'][number][] = ['umDirector', 'umCoordinator'];

/** Their own file is everybody's; another's, those who answer for the queue. */
const whose = async ({ casework, tenant, actor }: Acting, userId: string): Promise<Refusal | undefined> => {
  if (userId !== actor.userId && !actor.roles.some((r) => leads.includes(r)))
    return refuse('roleMissing', { roles: [...leads] });
  const user = await casework.identity.user({ tenantId: tenant.tenantId }, userId);
  return user?.roles.some((r) => intakeRoles.includes(r)) ? undefined : refuse('physicianUnknown');
};

const write = async (
  acting: Acting,
  userId: string,
  change: (scope: { readonly tenantId: string }) => Promise<Refusal | undefined>,
): Promise<PhysicianFile | Refusal> => {
  const scope = { tenantId: acting.tenant.tenantId };
  const problem = (await whose(acting, userId)) ?? (await change(scope));
  return problem ?? acting.casework.physicians.file(scope, userId);
};

export const readFile = (acting: Acting, userId: string): Promise<PhysicianFile | Refusal> =>
  write(acting, userId, async () => undefined);

export const declareConflict = (acting: Acting, userId: string, given: GivenConflict) =>
  write(acting, userId, async (scope) => {
    const name = given.name.trim();
    const identifier = given.identifier?.trim();
    const note = given.note?.trim();
    if (name === '') return refuse('fieldMissing', { field: 'name' });
    if (given.kind !== 'member' && identifier && !/^\d{10}$/.test(identifier))
      return invalid('identifier', 'an NPI has ten digits');
    const conflict: Conflict = {
      conflictId: acting.casework.environment.newId(),
      kind: given.kind,
      name,
      ...(identifier ? { identifier } : {}),
      ...(note ? { note } : {}),
      declaredAt: acting.now,
      declaredBy: acting.actor.name,
    };
    await acting.casework.physicians.declareConflict(scope, userId, conflict);
    return undefined;
  });

export const endConflict = (acting: Acting, userId: string, conflictId: string) =>
  write(acting, userId, async (scope) =>
    (await acting.casework.physicians.endConflict(scope, userId, conflictId, acting.now))
      ? undefined
      : invalid('conflictId', 'there is no such conflict, or it has ended'),
  );

export const recordAbsence = (acting: Acting, userId: string, given: GivenAbsence) =>
  write(acting, userId, async (scope) => {
    if (!isInstantText(given.from)) return invalid('from', 'it must be a moment with its offset');
    if (!isInstantText(given.until)) return invalid('until', 'it must be a moment with its offset');
    const [from, until] = [instant(given.from), instant(given.until)];
    if (until <= from) return invalid('until', 'the absence must end after it begins');
    if (until <= acting.now) return invalid('until', 'the absence has ended already');
    const note = given.note?.trim();
    await acting.casework.physicians.recordAbsence(scope, userId, {
      absenceId: acting.casework.environment.newId(),
      from,
      until,
      ...(note ? { note } : {}),
      recordedAt: acting.now,
      recordedBy: acting.actor.name,
    });
    return undefined;
  });

export const cancelAbsence = (acting: Acting, userId: string, absenceId: string) =>
  write(acting, userId, async (scope) =>
    (await acting.casework.physicians.cancelAbsence(scope, userId, absenceId, acting.now))
      ? undefined
      : invalid('absenceId', 'there is no such absence, or it was cancelled'),
  );

const zoneOf = (given: GivenAvailability, acting: Acting) => {
  try {
    return given.zone === undefined ? acting.tenant.zone : zoneId(given.zone);
  } catch {
    return invalid('zone', 'it is not the name of a time zone');
  }
};

export const saveAvailability = (acting: Acting, userId: string, given: GivenAvailability) =>
  write(acting, userId, async (scope) => {
    const zone = zoneOf(given, acting);
    if (isRefusal(zone)) return zone;
    const problem = given.days && weeklyHoursProblem({ days: given.days });
    if (problem) return invalid('days', problem);
    if (given.capacity !== undefined && !(given.capacity > 0)) return invalid('capacity', 'it must be more than 0');
    await acting.casework.physicians.saveAvailability(scope, userId, {
      ...(given.days ? { hours: { zone, days: given.days } } : {}),
      ...(given.capacity === undefined ? {} : { capacity: given.capacity }),
      recordedAt: acting.now,
      recordedBy: acting.actor.name,
    });
    return undefined;
  });
