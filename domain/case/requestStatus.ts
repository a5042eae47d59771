import type { CaseStatus } from './status.ts';

/** Where a request stands, as its sender needs to know it: who at the plan works on it is the plan's own business. */
export const requestStatuses = ['informationNeeded', 'inReview', 'decided', 'withdrawn', 'voided'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

const statusOf: Record<CaseStatus, RequestStatus> = {
  received: 'inReview',
  clinicalReview: 'inReview',
  awaitingInformation: 'informationNeeded',
  physicianReview: 'inReview',
  determined: 'decided',
  withdrawn: 'withdrawn',
  voided: 'voided',
};

export const requestStatus = (status: CaseStatus): RequestStatus => statusOf[status];

/** The plan's statuses behind one of the sender's. */
export const caseStatusesOf = (status: RequestStatus): readonly CaseStatus[] =>
  (Object.keys(statusOf) as CaseStatus[]).filter((s) => statusOf[s] === status);
