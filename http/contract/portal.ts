import type { OwnRequestRow, OwnRequests } from '@openum/casework/portal/list.ts';
import type { OwnInformationRequest, OwnItem, OwnLetter, OwnRequest } from '@openum/casework/portal/view.ts';
import { type RequestStatus, requestStatuses } from '@openum/domain/case/requestStatus.ts';
import { z } from 'zod';
import { searchQuery } from './request.ts';
import { continuedStayFields } from './stay.ts';

export type { OwnStay } from '@openum/casework/portal/stay.ts';
export type { OwnInformationRequest, OwnItem, OwnLetter, OwnRequest, OwnRequestRow, OwnRequests, RequestStatus };

/** GET /api/portal/plans: the plans whose portal is open to the practice. */
export type PortalPlan = { readonly planId: string; readonly name: string };

/** Which plan, for a practice that has access to several; with one it may stay away. */
const plan = z.string().max(64).optional();

export const planQuery = z.object({ plan });

/** GET /api/portal/member: both must be exact. */
export const memberQuery = z.object({
  plan,
  number: z.string().trim().min(1).max(40),
  birthDate: z.iso.date(),
});

/** GET /api/portal/providers: the plan's directory. */
export const directoryQuery = searchQuery.extend({ plan });

/** GET /api/portal/requests */
export const ownRequestsQuery = z.object({
  plan,
  status: z.enum(requestStatuses).optional(),
  text: z.string().trim().max(100).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

/** POST /api/portal/requests/:caseId/information */
export const informationBody = z.object({
  /** Made by the browser once per intention. */
  commandId: z.uuid(),
  requestId: z.string().max(64),
  summary: z.string().trim().min(1).max(4000),
});
export type InformationBody = z.input<typeof informationBody>;

/** POST /api/portal/requests/:caseId/withdraw */
export const withdrawBody = z.object({ commandId: z.uuid(), reason: z.string().trim().min(1).max(2000) });
export type WithdrawBody = z.input<typeof withdrawBody>;

/** POST /api/portal/requests/:caseId/continued-stay */
export const continuedStayBody = z.object({ commandId: z.uuid(), ...continuedStayFields });

/** POST /api/portal/requests/:caseId/clinical-update */
export const clinicalUpdateBody = z.object({ commandId: z.uuid(), summary: z.string().trim().min(1).max(8000) });
