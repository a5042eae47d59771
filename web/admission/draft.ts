import '../request/withoutEval.ts';
import type { Stay } from '@openum/domain/case/request.ts';
import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import {
  type AdmissionNotice,
  admissionNotice,
  type LevelChoice,
  type ListedVisit,
  type VisitView,
} from '@openum/http/contract/admission.ts';
import type { DiagnosisHit, MemberHit, ProviderHit } from '@openum/http/contract/request.ts';
import { localMoment, wallClock } from '../case/act/localMoment.ts';
import type { DocumentDraft, FieldProblem } from '../request/form.ts';

/** A moment as it is typed: wall clock of the zone on the screen. */
export type MomentDraft = { readonly day: string; readonly time: string };
export type DeliveryKind = NonNullable<Stay['delivery']>['kind'];

export type AdmissionDraft = {
  readonly submissionId: string;
  readonly planId: string;
  readonly member: MemberHit | null;
  readonly facility: ProviderHit | null;
  readonly attending: ProviderHit | null;
  readonly admitted: MomentDraft;
  readonly source: NonNullable<Stay['admissionSource']> | '';
  readonly level: LevelChoice | null;
  readonly days: string;
  readonly diagnoses: readonly DiagnosisHit[];
  readonly visitNumber: string;
  /** When the notice reached the plan; empty: now. */
  readonly received: MomentDraft;
  /** The facility asks to go on after an emergency was stabilized. */
  readonly postStabilization: boolean;
  readonly stabilized: MomentDraft;
  readonly delivery: DeliveryKind | '';
  readonly delivered: MomentDraft;
  readonly left: boolean;
  readonly discharged: MomentDraft;
  readonly rationale: string;
};

const nothing: MomentDraft = { day: '', time: '' };

export const emptyAdmission = (submissionId: string): AdmissionDraft => ({
  submissionId,
  planId: '',
  member: null,
  facility: null,
  attending: null,
  admitted: nothing,
  source: '',
  level: null,
  days: '',
  diagnoses: [],
  visitNumber: '',
  received: nothing,
  postStabilization: false,
  stabilized: nothing,
  delivery: '',
  delivered: nothing,
  left: false,
  discharged: nothing,
  rationale: '',
});

/** What a facility's system has told of a visit already stands in the form that completes it. */
export const fromVisit = (
  submissionId: string,
  { visit, ...told }: VisitView,
  levels: readonly LevelChoice[],
  zone: ZoneId,
): AdmissionDraft => {
  const clock = (at: Instant | undefined): MomentDraft => (at ? wallClock(at, zone) : nothing);
  return {
    ...emptyAdmission(submissionId),
    facility: told.facility ?? null,
    attending: told.attending ?? null,
    source: told.admissionSource ?? '',
    level: levels.find((l) => l.code === told.levelOfCare) ?? null,
    diagnoses: told.diagnoses,
    rationale: told.reason ?? '',
    admitted: clock(visit.admittedAt),
    visitNumber: visit.visitNumber,
    received: clock(visit.lastReceivedAt),
    left: visit.dischargedAt !== undefined,
    discharged: clock(visit.dischargedAt),
  };
};

const isEmpty = (m: MomentDraft): boolean => m.day === '' && m.time === '';

type Sent = Pick<AdmissionNotice, 'receivedAt' | 'postStabilizationRequestedAt' | 'dischargedAt'>;

const said = (key: keyof Sent, m: MomentDraft, zone: ZoneId): Sent => {
  const at = localMoment(m.day, m.time, zone);
  return at ? { [key]: at } : {};
};

/** The body to send; it may still break the rules of the contract, which `admissionProblems` tells. */
export const admissionBody = (
  d: AdmissionDraft,
  documents: readonly DocumentDraft[],
  zone: ZoneId,
  visit?: Pick<ListedVisit, 'clientId' | 'visitNumber'>,
): AdmissionNotice => {
  const delivered = d.delivery === '' ? undefined : localMoment(d.delivered.day, d.delivered.time, zone);
  return {
    submissionId: d.submissionId,
    memberId: d.member?.memberId ?? '',
    facilityNpi: d.facility?.npi ?? '',
    ...(d.attending ? { attendingNpi: d.attending.npi } : {}),
    admittedAt: localMoment(d.admitted.day, d.admitted.time, zone) ?? '',
    admissionSource: d.source as AdmissionNotice['admissionSource'],
    levelOfCare: d.level?.code ?? '',
    requestedDays: Number(d.days.trim() || (d.level?.initialDays ?? 0)),
    diagnoses: d.diagnoses.map((x) => x.code),
    ...(d.visitNumber.trim() === '' ? {} : { visitNumber: d.visitNumber.trim() }),
    ...said('receivedAt', d.received, zone),
    ...(d.postStabilization ? said('postStabilizationRequestedAt', d.stabilized, zone) : {}),
    ...(d.delivery !== '' && delivered ? { delivery: { at: delivered, kind: d.delivery } } : {}),
    ...(d.left ? said('dischargedAt', d.discharged, zone) : {}),
    ...(d.rationale.trim() === '' ? {} : { rationale: d.rationale.trim() }),
    documents: documents.map(({ sizeBytes: _, ...document }) => document),
    ...(visit ? { visit: { clientId: visit.clientId, visitNumber: visit.visitNumber } } : {}),
  };
};

const missing: Readonly<Record<string, string>> = {
  memberId: 'Choose the member.',
  facilityNpi: 'Choose the facility.',
  admittedAt: 'Enter the day and time of admission.',
  admissionSource: 'Say how the member was admitted.',
  levelOfCare: 'Choose the level of care.',
  requestedDays: 'Days asked for: a whole number from 1 to 60.',
  diagnoses: 'Add at least one diagnosis.',
};

/** Moments that must be there once something else is said, and whole when they are begun. */
const momentProblems = (d: AdmissionDraft, zone: ZoneId): readonly FieldProblem[] => {
  const check = (path: string, m: MomentDraft, wanted: boolean, message: string): readonly FieldProblem[] =>
    (wanted || !isEmpty(m)) && !localMoment(m.day, m.time, zone) ? [{ path, message }] : [];
  return [
    ...check('receivedAt', d.received, false, 'Received: enter day and time, or leave both empty.'),
    ...(d.postStabilization
      ? check('postStabilizationRequestedAt', d.stabilized, true, 'Enter when the facility asked to go on with care.')
      : []),
    ...(d.delivery === '' ? [] : check('deliveredAt', d.delivered, true, 'Enter the day and time of the delivery.')),
    ...(d.left ? check('dischargedAt', d.discharged, true, 'Enter the day and time of the discharge.') : []),
  ];
};

/** Everything that keeps the notice from being sent, each with the field that it belongs to. */
export const admissionProblems = (d: AdmissionDraft, zone: ZoneId): readonly FieldProblem[] => {
  const parsed = admissionNotice.safeParse(admissionBody(d, [], zone));
  const contract = parsed.success
    ? []
    : parsed.error.issues.map((issue) => {
        const path = issue.path.join('.');
        return { path, message: missing[path] ?? issue.message };
      });
  const all = [...contract, ...momentProblems(d, zone)];
  return all.filter((p, at) => all.findIndex((q) => q.path === p.path) === at);
};
