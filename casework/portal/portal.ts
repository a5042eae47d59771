import type { PersonActor, Role } from '@openum/domain/actor/actor.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { requesterRoles, requestReaderRoles } from '@openum/domain/case/requester.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { type LoadedCase, loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { PortalAccess, Tenant } from '../port/identity.ts';
import type { ReadEntry } from '../port/readLog.ts';
import type { Scope } from '../port/scope.ts';

/** A person of a practice at the portal of one plan. Everything below works in the plan's scope, and only on what is theirs. */
export type AtPortal = {
  readonly casework: Casework;
  readonly access: PortalAccess;
  readonly practice: Tenant;
  readonly actor: PersonActor;
  readonly now: Instant;
};

export const scopeOf = (at: AtPortal): Scope => ({ tenantId: at.access.plan.tenantId });

/** The same person as an actor in the plan's cases. */
export const actingAt = (at: AtPortal): Acting => ({
  casework: at.casework,
  tenant: at.access.plan,
  actor: at.actor,
  now: at.now,
  onBehalfOf: at.practice.name,
});

const lacks = (actor: PersonActor, roles: readonly Role[]): Refusal | undefined =>
  actor.roles.some((r) => roles.includes(r)) ? undefined : refuse('roleMissing', { roles: [...roles] });

export const mayNotRead = (actor: PersonActor): Refusal | undefined => lacks(actor, requestReaderRoles);
export const mayNotRequest = (actor: PersonActor): Refusal | undefined => lacks(actor, requesterRoles);

/** Whether a case was asked for by one of the practice's providers. */
export const isTheirs = (c: Case, at: AtPortal): boolean => {
  const { npi } = c.request.requestingProvider;
  return npi !== undefined && at.access.npis.includes(npi);
};

/** A case of theirs. One that is not is the same as one that does not exist. */
export const loadOwn = async (at: AtPortal, caseId: string): Promise<LoadedCase | undefined> => {
  const loaded = await loadCase(at.casework.cases, scopeOf(at), caseId);
  return loaded && isTheirs(loaded.state, at) ? loaded : undefined;
};

/** Writes the reading into the plan's log, where the plan can see it. */
export const recordRead = (at: AtPortal, what: ReadEntry['what'], caseId?: string): Promise<void> =>
  at.casework.readLog.record(scopeOf(at), {
    readId: at.casework.environment.newId(),
    ...(caseId === undefined ? {} : { caseId }),
    userId: at.actor.userId,
    purpose: 'inquiry',
    what,
    at: at.now,
  });
