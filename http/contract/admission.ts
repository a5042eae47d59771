import type { AdmissionReading } from '@openum/casework/admission/reading.ts';
import type { ListedVisit } from '@openum/casework/port/visits.ts';
import { visitPhases } from '@openum/domain/admission/visit.ts';
import { z } from 'zod';
import { moment, npi } from './field.ts';
import { type DiagnosisHit, type PortalAnswer, type ProviderHit, portalRequest } from './request.ts';

export type { AdmissionReading, ListedVisit };

/** POST /api/admissions and /api/portal/admissions: the admission notice. */
export const admissionNotice = z.object({
  /** Made by the browser once per form, so that sending twice makes one case. */
  submissionId: z.uuid(),
  memberId: z.string().min(1).max(64),
  facilityNpi: npi,
  attendingNpi: npi.optional(),
  admittedAt: moment,
  admissionSource: z.enum(['emergency', 'elective', 'transfer', 'newborn', 'other']),
  levelOfCare: z.string().min(1).max(60),
  requestedDays: z.int32().min(1).max(60),
  diagnoses: portalRequest.shape.diagnoses,
  visitNumber: z.string().trim().min(1).max(60).optional(),
  receivedAt: moment.optional(),
  postStabilizationRequestedAt: moment.optional(),
  delivery: z.object({ at: moment, kind: z.enum(['vaginal', 'caesarean']) }).optional(),
  dischargedAt: moment.optional(),
  rationale: z.string().max(10_000).optional(),
  documents: portalRequest.shape.documents,
  visit: z.object({ clientId: z.string().max(64), visitNumber: z.string().max(200) }).optional(),
});
export type AdmissionNotice = z.input<typeof admissionNotice>;

export type AdmissionAnswer = PortalAnswer & { readonly admission: AdmissionReading };

/** GET /api/admissions/levels */
export type LevelChoice = { readonly code: string; readonly label: string; readonly initialDays: number };

/** GET /api/visits */
export const visitsQuery = z.object({
  incomplete: z.enum(['1']).optional(),
  phase: z.enum(visitPhases).optional(),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
/** GET /api/visit: one visit with what stands of it in the form. */
export const visitKeyQuery = z.object({
  clientId: z.string().min(1).max(64),
  visitNumber: z.string().min(1).max(200),
});
export type VisitView = {
  readonly visit: ListedVisit;
  readonly facility?: ProviderHit;
  readonly attending?: ProviderHit;
  readonly admissionSource?: AdmissionNotice['admissionSource'];
  readonly levelOfCare?: string;
  readonly diagnoses: readonly DiagnosisHit[];
  readonly reason?: string;
};

/** GET /api/visits/counts */
export type VisitCounts = { readonly incomplete: number };

export type VisitList = { readonly rows: readonly ListedVisit[]; readonly next?: string };
