import type { AskView as View } from '@openum/casework/information/guest.ts';
import { z } from 'zod';
import { secondFactorBody } from './guestLink.ts';

/** POST /api/ask/:token/open, /answer and /documents. */
export type AskView = View;

/** POST /api/ask/:token/answer: one answer beside each question, in their order, and what is said apart from them. */
export const askAnswerBody = secondFactorBody.extend({
  /** Made by the browser once per intention. */
  commandId: z.uuid(),
  answers: z.array(z.string().max(4000)).max(100),
  more: z.string().max(4000).optional(),
});
export type AskAnswerBody = z.input<typeof askAnswerBody>;

/** Signs that write nothing, or turn the writing around so that a name reads as another. */
const unwritten = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** POST /api/ask/:token/documents */
export const askFileQuery = z.object({
  title: z
    .string()
    .max(200)
    .transform((t) => t.replace(unwritten, '').trim() || 'File without a name'),
});
/** The second factor beside the bytes of a file. An address would be kept in logs of proxies; a header is not. */
export const factorHeaders = z.object({ 'x-guest-npi': z.string().max(20), 'x-guest-birth-date': z.iso.date() });
