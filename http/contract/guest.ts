import type { GuestGreeting as Greeting, GuestView as View } from '@openum/casework/peerToPeer/guest.ts';
import type { LinkMailed, LinkState } from '@openum/casework/peerToPeer/guestLink.ts';
import { z } from 'zod';
import { moment } from './field.ts';

/** GET /api/p2p/:token. */
export type GuestGreeting = Greeting;
/** POST /api/p2p/:token/open and /answer. */
export type GuestView = View;
/** GET /api/cases/:caseId/peer-to-peer-links. */
export type PeerToPeerLink = LinkState;
/** POST /api/cases/:caseId/peer-to-peer-links: the only time at which the token is told. */
export type MadeLink = {
  readonly path: string;
  readonly expiresAt: string;
  /** What became of the mail, where one was asked for. */
  readonly mailed?: LinkMailed;
};

const slot = z.object({ startsAt: moment, endsAt: moment });
const reply = { callBack: z.string().max(40).optional(), message: z.string().max(2000).optional() };

export const linkParams = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
export const linkBody = z.object({ offerId: z.string().max(64) });
export const newLinkBody = linkBody.extend({
  /** To the address in the offer. */
  mail: z.boolean().default(false),
});
export const secondFactorBody = z.object({ npi: z.string().max(20), birthDate: z.iso.date() });
export const guestAnswerBody = secondFactorBody.extend({
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('choose'), slot, ...reply }),
    z.object({ kind: z.literal('propose'), slots: z.array(slot).min(1).max(10), ...reply }),
    z.object({ kind: z.literal('decline'), reason: z.string().max(2000).optional() }),
  ]),
});
export type GuestAnswerBody = z.input<typeof guestAnswerBody>['answer'];
