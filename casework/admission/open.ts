import { levelOfCare } from '@openum/domain/admission/levelOfCare.ts';
import type { Visit } from '@openum/domain/admission/visit.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { dateInZone, type Instant, millisecondsBetween } from '@openum/domain/time/instant.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { Arrival, ArrivalProblem } from '../intake/arrival.ts';
import { link } from '../intake/link.ts';
import { receiveRequest } from '../intake/receive.ts';
import type { Scope } from '../port/scope.ts';
import type { Told } from './movement.ts';
import { admissionRequest } from './request.ts';

/** Level of care that the facility's word for its unit stands for; undefined where it says nothing to us. */
export const levelNamed = (visit: Visit, { knowledge }: Casework): string | undefined => {
  const { services } = knowledge.admissions.hospitalServices;
  return visit.hospitalServices.map((word) => services.find((s) => s.code === word)?.levelOfCare).find((l) => l);
};

const arrivalOf = async (
  casework: Casework,
  { tenant, actor, kept }: Told,
  visit: Visit & { readonly admittedAt: Instant },
): Promise<Arrival> => {
  const { register, knowledge } = casework;
  const scope = { tenantId: tenant.tenantId };
  const { npi } = visit.facility;
  const known = npi ? await register.providerByNpi(scope, npi) : undefined;
  const { providerId: _id, kind: _kind, ...facility } = known ?? { ...visit.facility, providerId: '', kind: '' };
  const { levelsOfCare, hospitalServices } = knowledge.admissions;
  const level = levelOfCare(levelsOfCare, levelNamed(visit, casework) ?? hospitalServices.default);
  if (!level) throw new Error('content names a level of care that it does not hold');
  const admission = {
    zone: tenant.zone,
    receivedAt: kept.receivedAt,
    level,
    requestedDays: level.initialDays,
    diagnoses: visit.diagnoses,
    ...(visit.attending ? { attending: visit.attending } : {}),
    ...(visit.reason ? { rationale: visit.reason } : {}),
    stay: {
      facility,
      admittedAt: visit.admittedAt,
      levelOfCare: level.code,
      visitNumber: { value: kept.visitNumber },
      ...(visit.admissionSource ? { admissionSource: visit.admissionSource } : {}),
      ...(visit.dischargedAt ? { dischargedAt: visit.dischargedAt } : {}),
    },
  };
  return {
    tenant,
    actor,
    receivedAt: kept.receivedAt,
    message: {
      messageId: kept.messageId,
      clientId: kept.clientId,
      channel: 'admissionNotice',
      contentType: kept.contentType,
      bytes: kept.bytes,
      sha256: kept.sha256,
      receivedAt: kept.receivedAt,
    },
    memberNumbers: visit.memberNumbers,
    memberBirthDate: visit.birthDate,
    request: admissionRequest(admission, dateInZone(kept.receivedAt, tenant.zone)),
    documents: [],
    facts: [],
    answer: ({ caseId }) => new TextEncoder().encode(caseId),
  };
};

const nearMs = 24 * 60 * 60 * 1000;

const isSameStay = (c: Case, visit: Visit & { readonly admittedAt: Instant }): boolean => {
  const { stay } = c;
  if (!stay || stay.cancelled || c.voided || c.withdrawn) return false;
  const sameFacility =
    visit.facility.npi && stay.facility.npi
      ? visit.facility.npi === stay.facility.npi
      : visit.facility.name.toLowerCase() === stay.facility.name.toLowerCase();
  return sameFacility && Math.abs(millisecondsBetween(stay.admittedAt, visit.admittedAt)) <= nearMs;
};

/** A stay that was told before by another way: same member, same facility, admitted within a day of this. */
const stayToldBefore = async (
  casework: Casework,
  scope: Scope,
  memberNumber: string,
  visit: Visit & { readonly admittedAt: Instant },
): Promise<string | undefined> => {
  for (const row of await casework.workList.ofMember(scope, memberNumber, 50)) {
    const loaded = await loadCase(casework.cases, scope, row.caseId);
    if (loaded && isSameStay(loaded.state, visit)) return row.caseId;
  }
  return undefined;
};

export type Opened = { readonly caseId: string } | { readonly problems: readonly ArrivalProblem[] };

/**
 * The case of an inpatient visit that has none yet, or whose earlier one was cancelled (`instead`). Two messages at once open one case:
 * the visit gets its case before the case is written.
 */
export const openStay = async (
  casework: Casework,
  told: Told,
  visit: Visit & { readonly admittedAt: Instant },
  instead?: string,
): Promise<Opened> => {
  const scope = { tenantId: told.tenant.tenantId };
  const arrival = await arrivalOf(casework, told, visit);
  const linked = await link(casework.register, scope, arrival);
  if ('problems' in linked) return linked;
  const before = await stayToldBefore(casework, scope, linked.member.member.memberNumber, visit);
  const caseId = await casework.visits.claim(scope, told.kept, before ?? casework.environment.newId(), instead);
  if (await loadCase(casework.cases, scope, caseId)) return { caseId };
  const received = await receiveRequest(casework, { ...arrival, caseId });
  return received.kind === 'problems' ? received : { caseId };
};
