import { entryChannels } from '@openum/casework/intake/entry.ts';
import type { ArrivalRow } from '@openum/casework/port/arrivals.ts';
import type { Setting, Urgency } from '@openum/domain/case/request.ts';
import type { EmbeddedReport } from '@openum/domain/document/embedded.ts';
import type { Unreadable } from '@openum/domain/document/page.ts';
import type { DuplicateCandidate } from '@openum/domain/duplicate/duplicate.ts';
import { type ArrivalState, arrivalStates } from '@openum/domain/intake/arrivalState.ts';
import { z } from 'zod';
import { type DiagnosisHit, type MemberHit, type ProviderHit, portalRequest, type ServiceHit } from './request.ts';

export type { ArrivalRow };

const channels = ['pas', 'x12', 'portal', 'fax', 'phone', 'mail', 'admissionNotice'] as const;

const listOf = <T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .transform((s) => s.split(','))
    .pipe(z.array(z.enum(values)));

/** GET /api/intake and /api/intake/counts. Lists are comma-separated in the query. */
export const intakeQuery = z.object({
  state: listOf(arrivalStates).optional(),
  channel: listOf(channels).optional(),
  receivedFrom: z.iso.datetime().optional(),
  text: z.string().trim().max(100).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type IntakeList = { readonly rows: readonly ArrivalRow[]; readonly next?: string };
export type IntakeCounts = { readonly counts: Readonly<Partial<Record<ArrivalState, number>>> };

/** What a message says, for a form to start from. Nothing in it is taken as read: a person sends it. */
export type Prefill = {
  readonly member?: MemberHit;
  readonly requesting?: ProviderHit;
  readonly urgency: Urgency;
  readonly urgencyBasis?: string;
  readonly setting?: Setting;
  readonly diagnoses: readonly DiagnosisHit[];
  readonly items: readonly {
    readonly service: ServiceHit;
    readonly units: string;
    readonly start: string;
    readonly end: string;
  }[];
  readonly rationale?: string;
  /** Files inside the message, which go into the case with it. */
  readonly files: readonly { readonly title: string; readonly contentType: string; readonly sizeBytes: number }[];
  /** Clinical facts read out of the message, which go into the case with it. */
  readonly facts: number;
  /** What was sent and could not be matched with the registers. */
  readonly unmatched: readonly string[];
  /** What is to be said of the files inside it. */
  readonly embedded: readonly EmbeddedReport[];
};

/** GET /api/intake/:messageId */
export type ArrivalDetail = { readonly row: ArrivalRow; readonly prefill: Prefill };

/** GET /api/intake/:messageId/pages: how many can be shown as they look; none of a message in words. */
export type ArrivalPagesView = { readonly pages: number } | { readonly problem: Unreadable };

/** POST /api/intake/uploads: the file is the body. */
export const uploadQuery = z.object({
  channel: z.enum(['fax', 'mail']),
  receivedAt: z.iso.datetime({ offset: true }).optional(),
  senderName: z.string().trim().min(1).max(200).optional(),
});
export type UploadAnswer = { readonly messageId: string };

/** POST /api/intake/duplicates: what a request that is being entered has in common with others of the member. */
export const duplicatesQuery = z.object({
  memberId: z.string().min(1).max(64),
  requestingProviderNpi: z.string().max(10).optional(),
  receivedAt: z.iso.datetime({ offset: true }).optional(),
  items: z
    .array(
      z.object({
        system: z.string().max(200),
        code: z.string().min(1).max(20),
        start: z.iso.date().optional(),
        end: z.iso.date().optional(),
      }),
    )
    .max(50),
});
export type DuplicatesQuery = z.input<typeof duplicatesQuery>;
export type DuplicatesAnswer = { readonly candidates: readonly DuplicateCandidate[] };

export const dismissRequest = z.object({ reason: z.string().trim().min(1).max(2000) });

/** POST /api/requests by people of the plan, and POST /api/intake/:messageId/request: the form, and how the request came in. */
export const deskRequest = portalRequest.extend({
  channel: z.enum(entryChannels).optional(),
  receivedAt: z.iso.datetime({ offset: true }).optional(),
  urgencyRequestedBy: z.enum(['physician', 'provider', 'member']).optional(),
});
export type DeskRequest = z.input<typeof deskRequest>;
