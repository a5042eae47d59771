import type { Urgency } from '@openum/domain/case/request.ts';
import { caseStatusesOf, type RequestStatus, requestStatus } from '@openum/domain/case/requestStatus.ts';
import { type ItemStatus, openInformationRequest } from '@openum/domain/case/status.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { RequestRow } from '../port/workList.ts';
import { type AtPortal, loadOwn, recordRead, scopeOf } from './portal.ts';

/** One line of the sender's list. */
export type OwnRequestRow = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly status: RequestStatus;
  /** What has become of each line, in order. */
  readonly outcomes: readonly ItemStatus[];
  readonly urgency: Urgency;
  readonly memberNumber: string;
  readonly memberName: string;
  readonly memberBirthDate: CalendarDate;
  readonly requestingProviderName: string;
  readonly serviceSummary: string;
  readonly receivedAt: Instant;
  /** When the plan must have answered. */
  readonly dueAt?: Instant;
  /** What the plan asks the practice for. */
  readonly asked?: { readonly questions: number; readonly dueAt: Instant };
};

export type OwnRequests = { readonly rows: readonly OwnRequestRow[]; readonly next?: string };

const askedOf = async (at: AtPortal, caseId: string): Promise<OwnRequestRow['asked']> => {
  const loaded = await loadOwn(at, caseId);
  const open = loaded && openInformationRequest(loaded.state);
  return open && { questions: open.items.length, dueAt: open.dueAt };
};

const rowOf = async (at: AtPortal, { case: c, outcomes }: RequestRow): Promise<OwnRequestRow> => {
  const asked = c.status === 'awaitingInformation' ? await askedOf(at, c.caseId) : undefined;
  return {
    caseId: c.caseId,
    caseNumber: c.caseNumber,
    status: requestStatus(c.status),
    outcomes,
    urgency: c.urgency,
    memberNumber: c.memberNumber,
    memberName: c.memberName,
    memberBirthDate: c.memberBirthDate,
    requestingProviderName: c.requestingProviderName,
    serviceSummary: c.serviceSummary,
    receivedAt: c.receivedAt,
    ...(c.nextDueAt ? { dueAt: c.nextDueAt } : {}),
    ...(asked ? { asked } : {}),
  };
};

/** The requests of the practice's providers, newest first. */
export const listOwn = async (
  at: AtPortal,
  filter: { readonly status?: RequestStatus | undefined; readonly text?: string | undefined },
  after: string | undefined,
  limit: number,
): Promise<OwnRequests> => {
  const narrowed = {
    ...(filter.status ? { status: caseStatusesOf(filter.status) } : {}),
    ...(filter.text ? { text: filter.text } : {}),
  };
  const page = await at.casework.workList.ofRequesters(scopeOf(at), at.access.npis, narrowed, after, limit);
  await recordRead(at, 'workList');
  const rows = await Promise.all(page.rows.map((r) => rowOf(at, r)));
  return page.next === undefined ? { rows } : { rows, next: page.next };
};
