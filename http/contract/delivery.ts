import type { CaseContacts } from '@openum/casework/delivery/contacts.ts';
import type { LetterBoard } from '@openum/casework/letters/board.ts';
import { reissueReasons } from '@openum/domain/case/event.ts';
import { deliveryChannels } from '@openum/domain/delivery/event.ts';
import { noticeFormats } from '@openum/domain/notice/document.ts';
import { z } from 'zod';
import { moment, text } from './field.ts';

const sendTo = z.string().trim().max(200).optional();

const reportBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queued'), channel: z.enum(deliveryChannels), sendTo, because: text(1000) }),
  z.object({
    kind: z.literal('mailed'),
    carrier: text(100),
    mailedAt: moment,
    trackingNumber: z.string().trim().max(100).optional(),
  }),
  z.object({ kind: z.literal('confirmed'), evidence: text(1000) }),
  z.object({ kind: z.literal('returned'), reason: text(1000) }),
  z.object({ kind: z.literal('closed'), reason: text(1000) }),
]);

/** Acts on letters that have been issued; part of `commandBody`. */
export const deliveryBodies = [
  z.object({
    type: z.literal('ReportDelivery'),
    noticeIds: z.array(z.string().max(64)).min(1).max(200),
    report: reportBody,
  }),
  z.object({
    type: z.literal('GiveOralNotice'),
    itemSequences: z.array(z.int32()).min(1).max(200),
    audience: z.enum(['member', 'provider']),
    spokenTo: text(200),
    number: text(40),
    givenAt: moment,
  }),
] as const;

/** POST /api/cases/:caseId/notices/:noticeId/reissue */
export const reissueBody = z.object({
  because: z.enum(reissueReasons),
  explanation: text(2000),
  addressee: z.array(text(200)).min(2).max(8).optional(),
  language: z.string().max(20).optional(),
  format: z.enum(noticeFormats).optional(),
  channel: z.enum(deliveryChannels).optional(),
  sendTo,
});
export type ReissueBody = z.input<typeof reissueBody>;

/** GET /api/cases/:caseId/contacts: how member and provider get letters. */
export type ContactsView = CaseContacts;

/** POST /api/cases/:caseId/contacts/:audience */
export const contactBody = z.object({
  channel: z.enum(deliveryChannels).optional(),
  email: z.union([z.email(), z.literal('')]).optional(),
  fax: z
    .string()
    .trim()
    .regex(/^(\+?[\d\s().-]{10,20})?$/, 'a fax number has ten digits')
    .optional(),
  language: z.string().max(20).optional(),
  format: z.enum(noticeFormats).optional(),
});
export type ContactBody = z.input<typeof contactBody>;

/** GET /api/letters */
export type LettersView = LetterBoard;

const channelBody = z.enum(deliveryChannels);
/** POST /api/letters/settings */
export const settingsBody = z.object({
  channels: z.object({ member: channelBody, provider: channelBody }),
  followMail: z.boolean(),
  attachToMail: z.boolean(),
});
export type SettingsBody = z.input<typeof settingsBody>;

/** POST /api/letters/batches */
export const batchBody = z.object({
  letters: z
    .array(z.object({ caseId: z.string().max(64), noticeId: z.string().max(64) }))
    .min(1)
    .max(500),
});
export type BatchBody = z.input<typeof batchBody>;

/** POST /api/letters/batches/:batchId/mailed */
export const mailedBody = z.object({ carrier: text(100), mailedAt: moment });
export type MailedBody = z.input<typeof mailedBody>;
