import type { GuestView as View } from '@openum/casework/peerToPeer/guest.ts';
import { z } from 'zod';
import { moment } from './field.ts';
import { secondFactorBody } from './guestLink.ts';

/** POST /api/p2p/:token/open and /answer. */
export type GuestView = View;

const slot = z.object({ startsAt: moment, endsAt: moment });
const reply = { callBack: z.string().max(40).optional(), message: z.string().max(2000).optional() };

export const guestAnswerBody = secondFactorBody.extend({
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('choose'), slot, ...reply }),
    z.object({ kind: z.literal('propose'), slots: z.array(slot).min(1).max(10), ...reply }),
    z.object({ kind: z.literal('decline'), reason: z.string().max(2000).optional() }),
  ]),
});
export type GuestAnswerBody = z.input<typeof guestAnswerBody>['answer'];
