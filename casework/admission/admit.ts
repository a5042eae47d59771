import { levelOfCare } from '@openum/domain/admission/levelOfCare.ts';
import { invalid, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Stay } from '@openum/domain/case/request.ts';
import { dateInZone, type Instant, instant, isInstantText } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import type { Casework } from '../casework.ts';
import type { Received } from '../intake/arrival.ts';
import { receiveRequest } from '../intake/receive.ts';
import type { RegisteredProvider } from '../port/register.ts';
import type { VisitKey } from '../port/visits.ts';
import { type Admission, admissionRequest } from './request.ts';

/** The admission notice, as filled in. Moments carry their offset. */
export type AdmissionForm = {
  readonly submissionId: string;
  readonly memberId: string;
  readonly facilityNpi: string;
  readonly attendingNpi?: string | undefined;
  readonly admittedAt: string;
  readonly admissionSource: NonNullable<Stay['admissionSource']>;
  readonly levelOfCare: string;
  readonly requestedDays: number;
  readonly diagnoses: readonly string[];
  readonly visitNumber?: string | undefined;
  /** When the notice reached the plan, where that was before it was written down here. */
  readonly receivedAt?: string | undefined;
  readonly postStabilizationRequestedAt?: string | undefined;
  readonly delivery?: { readonly at: string; readonly kind: 'vaginal' | 'caesarean' } | undefined;
  readonly dischargedAt?: string | undefined;
  readonly rationale?: string | undefined;
  readonly documents: readonly { readonly title: string; readonly contentType: string; readonly base64: string }[];
  /** The visit of a sending system that this notice completes. */
  readonly visit?: { readonly clientId: string; readonly visitNumber: string } | undefined;
};

const providerOf = (p: RegisteredProvider) => {
  const { providerId: _id, kind: _kind, ...provider } = p;
  return provider;
};

type Moments = {
  readonly receivedAt: Instant;
  readonly admittedAt: Instant;
  readonly dischargedAt?: Instant;
  readonly postStabilizationRequestedAt?: Instant;
  readonly deliveredAt?: Instant;
};

/** The moments of the form in the one form in which they are compared, or what is wrong with them. */
const momentsOf = (form: AdmissionForm, now: Instant): Moments | Refusal => {
  const given = {
    receivedAt: form.receivedAt ?? now,
    admittedAt: form.admittedAt,
    dischargedAt: form.dischargedAt,
    postStabilizationRequestedAt: form.postStabilizationRequestedAt,
    deliveredAt: form.delivery?.at,
  };
  const read: Partial<Record<keyof typeof given, Instant>> = {};
  for (const [field, text] of Object.entries(given)) {
    if (text === undefined) continue;
    if (!isInstantText(text)) return invalid(field, 'it must be a moment with its offset');
    read[field as keyof typeof given] = instant(text);
  }
  const { receivedAt = now, admittedAt = now, ...rest } = read;
  if (receivedAt > now) return refuse('receiptInFuture');
  if (admittedAt > now)
    return invalid(
      'admittedAt',
      'the admission lies in the future; a planned stay is a request for prior authorization',
    );
  for (const [field, at] of Object.entries(rest)) {
    if (at > now) return invalid(field, 'it lies in the future');
    if (at < admittedAt && field === 'dischargedAt') return invalid(field, 'it lies before the admission');
  }
  if (rest.postStabilizationRequestedAt && rest.postStabilizationRequestedAt > receivedAt)
    return invalid('postStabilizationRequestedAt', 'it lies after the notice was received');
  return { receivedAt, admittedAt, ...rest };
};

const read = async (acting: Acting, form: AdmissionForm): Promise<(Admission & { memberNumber: string }) | Refusal> => {
  const { register, knowledge } = acting.casework;
  const scope = { tenantId: acting.tenant.tenantId };
  const member = await register.memberById(scope, form.memberId);
  if (!member) return invalid('memberId', 'choose a member of this plan');
  const facility = await register.providerByNpi(scope, form.facilityNpi);
  if (!facility) return invalid('facilityNpi', 'no provider on file has this NPI');
  if (facility.kind === 'practitioner')
    return invalid(
      'facilityNpi',
      'this NPI is that of a person; name the facility, and the person as attending clinician',
    );
  const attending = form.attendingNpi ? await register.providerByNpi(scope, form.attendingNpi) : undefined;
  if (form.attendingNpi && !attending) return invalid('attendingNpi', 'no provider on file has this NPI');
  const level = levelOfCare(knowledge.admissions.levelsOfCare, form.levelOfCare);
  if (!level) return invalid('levelOfCare', 'choose a level of care of the list');
  const moments = momentsOf(form, acting.now);
  if ('kind' in moments) return moments;
  const { admittedAt, deliveredAt, receivedAt, postStabilizationRequestedAt, dischargedAt } = moments;
  return {
    memberNumber: member.member.memberNumber,
    zone: member.zone,
    receivedAt,
    level,
    requestedDays: form.requestedDays,
    diagnoses: form.diagnoses,
    ...(attending ? { attending: providerOf(attending) } : {}),
    ...(form.rationale ? { rationale: form.rationale } : {}),
    stay: {
      facility: providerOf(facility),
      admittedAt,
      levelOfCare: level.code,
      admissionSource: form.admissionSource,
      ...(dischargedAt ? { dischargedAt } : {}),
      ...(form.visitNumber ? { visitNumber: { value: form.visitNumber } } : {}),
      ...(postStabilizationRequestedAt ? { postStabilizationRequestedAt } : {}),
      ...(form.delivery && deliveredAt ? { delivery: { at: deliveredAt, kind: form.delivery.kind } } : {}),
    },
  };
};

/** The visit that a person has completed becomes their case: what its facility tells from now on is told of it. */
const complete = async (casework: Casework, tenantId: string, key: VisitKey, caseId: string): Promise<void> => {
  const { visits, cases } = casework;
  const scope = { tenantId };
  const visit = await visits.visit(scope, key);
  if (!visit) return;
  const { caseId: before, ...row } = visit;
  // A case that was to be opened and never was is none.
  const dead = before !== undefined && (await cases.events(scope, before)).length === 0 ? before : undefined;
  await visits.claim(scope, key, caseId, dead);
  await visits.save(scope, { ...row, problems: [] });
};

/** Reads an admission notice into a request for the first days of its stay. The form itself is kept as the original message. */
export const receiveAdmission = async (acting: Acting, form: AdmissionForm): Promise<Received | Refusal> => {
  const { casework, tenant, actor, now, onBehalfOf } = acting;
  const { environment } = casework;
  const admission = await read(acting, form);
  if ('kind' in admission) return admission;
  const documents = form.documents.map((d, i) => ({
    title: d.title,
    contentType: d.contentType,
    bytes: new Uint8Array(Buffer.from(d.base64, 'base64')),
    origin: `portal:${i + 1}`,
  }));
  // The files are kept beside the form; their hashes make it another form when they are others.
  const named = documents.map(({ title, contentType, bytes: b }) => ({
    title,
    contentType,
    sha256: environment.sha256Hex(b),
  }));
  const bytes = new TextEncoder().encode(JSON.stringify({ ...form, documents: named }, null, 2));
  const received = await receiveRequest(casework, {
    tenant,
    actor,
    ...(onBehalfOf ? { onBehalfOf } : {}),
    receivedAt: admission.receivedAt,
    message: {
      messageId: environment.newId(),
      clientId: `user:${actor.userId}`,
      channel: 'admissionNotice',
      contentType: 'application/json',
      bytes,
      sha256: environment.sha256Hex(bytes),
      receivedAt: now,
      identifier: { system: 'urn:openum:admission', value: form.submissionId },
    },
    memberNumbers: [admission.memberNumber],
    request: admissionRequest(admission, dateInZone(admission.receivedAt, admission.zone)),
    documents,
    facts: [],
    answer: ({ caseId }) => new TextEncoder().encode(JSON.stringify({ caseId })),
  });
  if (form.visit && received.kind === 'received')
    await complete(casework, tenant.tenantId, form.visit, received.caseId);
  return received;
};
