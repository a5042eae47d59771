import type { Actor } from '@openum/domain/actor/actor.ts';
import type { Movement } from '@openum/domain/admission/movement.ts';
import { foldVisit, type Visit } from '@openum/domain/admission/visit.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { ArrivalProblem } from '../intake/arrival.ts';
import type { Tenant } from '../port/identity.ts';
import type { KeptMovement, VisitRow } from '../port/visits.ts';
import { openStay } from './open.ts';
import { reconcile } from './reconcile.ts';

/** A message of a facility's system, and who sent it. */
export type Told = {
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly kept: KeptMovement;
};

export type VisitProblem = Pick<ArrivalProblem, 'text'> & {
  readonly what: ArrivalProblem['what'] | 'admittedAtMissing' | 'caseUnchanged';
};

export type MovementTaken =
  /** `caseId` where the visit has become a case. */
  | { readonly kind: 'taken'; readonly messageId: string; readonly caseId?: string }
  /** Kept, and on the list of visits that a person has to complete. */
  | { readonly kind: 'problems'; readonly messageId: string; readonly problems: readonly VisitProblem[] }
  | { readonly kind: 'repeated'; readonly answer: Uint8Array }
  | { readonly kind: 'identifierReused' };

const rowOf = (visit: Visit, kept: KeptMovement, messages: number, problems: readonly VisitProblem[]): VisitRow => ({
  clientId: kept.clientId,
  visitNumber: kept.visitNumber,
  phase: visit.phase,
  inpatient: visit.inpatient,
  memberNumber: visit.memberNumbers[0] ?? '',
  memberName: `${visit.family}, ${visit.given}`,
  birthDate: visit.birthDate,
  facilityName: visit.facility.name,
  ...(visit.admittedAt ? { admittedAt: visit.admittedAt } : {}),
  ...(visit.dischargedAt ? { dischargedAt: visit.dischargedAt } : {}),
  problems: problems.map((p) => p.text),
  messages,
  lastReceivedAt: kept.receivedAt,
});

type Outcome = { readonly caseId?: string; readonly problems: readonly VisitProblem[] };

const admitted = (visit: Visit): visit is Visit & { readonly admittedAt: Instant } => visit.admittedAt !== undefined;

/** Brings the case of a visit into line with it, opening it first where it is due. */
const follow = async (casework: Casework, told: Told, visit: Visit, before: Visit | undefined): Promise<Outcome> => {
  const scope = { tenantId: told.tenant.tenantId };
  const caseId = (await casework.visits.visit(scope, told.kept))?.caseId;
  const loaded = caseId === undefined ? undefined : await loadCase(casework.cases, scope, caseId);
  const isIn = visit.inpatient && (visit.phase === 'inpatient' || visit.phase === 'discharged');
  const stay = loaded?.state.stay;
  if (loaded && !(stay?.cancelled && isIn)) return reconcile(casework, told, loaded, visit, before);
  if (!isIn) return { problems: [] };
  if (!admitted(visit))
    // A discharge may overtake its admission; that one is still to come.
    return visit.phase === 'discharged'
      ? { problems: [] }
      : { problems: [{ what: 'admittedAtMissing', text: 'The time of admission has not been sent.' }] };
  const opened = await openStay(casework, told, visit, loaded?.caseId);
  if ('problems' in opened) return opened;
  const present = await loadCase(casework.cases, scope, opened.caseId);
  return present ? reconcile(casework, told, present, visit, before) : { caseId: opened.caseId, problems: [] };
};

const folded = (movements: readonly Movement[]): Visit | undefined => {
  const [first, ...more] = movements;
  return first && foldVisit([first, ...more]);
};

/**
 * Takes one message about a visit: keeps it, reads the visit out of all that was told of it in whatever order it came, and lets its case
 * follow. Doing it twice does nothing twice, so a sender may repeat a message that got no answer.
 */
export const takeMovement = async (casework: Casework, told: Told): Promise<MovementTaken> => {
  const { visits } = casework;
  const scope = { tenantId: told.tenant.tenantId };
  const outcome = await visits.keep(scope, told.kept);
  if (outcome.kind === 'repeated') {
    if (outcome.sha256 !== told.kept.sha256) return { kind: 'identifierReused' };
    if (outcome.answer) return { kind: 'repeated', answer: outcome.answer };
  }
  const messageId = outcome.kind === 'repeated' ? outcome.messageId : told.kept.messageId;
  const kept = { ...told.kept, messageId };
  const movements = await visits.movements(scope, kept);
  const visit = folded(movements);
  if (!visit) throw new Error('a message that was kept cannot be found');
  const before = folded(movements.filter((m) => m.messageId !== messageId));
  await visits.save(scope, rowOf(visit, kept, movements.length, []));
  const { caseId, problems } = await follow(casework, { ...told, kept }, visit, before);
  if (problems.length > 0) {
    await visits.save(scope, rowOf(visit, kept, movements.length, problems));
    return { kind: 'problems', messageId, problems };
  }
  return { kind: 'taken', messageId, ...(caseId ? { caseId } : {}) };
};
