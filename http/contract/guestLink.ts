import type { LinkState } from '@openum/casework/guestLink/desk.ts';
import type { GuestGreeting as Greeting } from '@openum/casework/guestLink/enter.ts';
import type { AskedAgain } from '@openum/casework/information/again.ts';
import type { LinkReader } from '@openum/casework/information/guestLink.ts';
import { linkPurposes } from '@openum/casework/port/guestLinks.ts';
import type { LinkMailResult } from '@openum/domain/peerToPeer/event.ts';
import { z } from 'zod';

/** GET /api/p2p/:token and /api/ask/:token. */
export type GuestGreeting = Greeting;
/** GET /api/cases/:caseId/guest-links. */
export type GuestLinks = {
  readonly links: readonly LinkState[];
  /** Providers of the request, for whom a link to a request for information can be made. */
  readonly providers: readonly LinkReader[];
};
/** POST /api/cases/:caseId/guest-links: the only time at which the token is told. */
export type MadeLink = {
  readonly path: string;
  readonly expiresAt: string;
  /** What became of the mail, where one was asked for. */
  readonly mailed?: LinkMailResult;
};

/** POST /api/cases/:caseId/guest-links/ask-again: the open request for information, once more. */
export type AskAgainResult = AskedAgain;

const subjectId = z.string().max(64);
/** To the address on file. */
const mail = z.boolean().default(false);

export const newLinkBody = z.discriminatedUnion('about', [
  z.object({ about: z.literal('peerToPeer'), subjectId, mail }),
  z.object({ about: z.literal('information'), subjectId, npi: z.string().max(20), mail }),
]);
export type NewLinkBody = z.input<typeof newLinkBody>;
export const linkBody = z.object({ about: z.enum(linkPurposes), subjectId });

export const linkParams = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
export const secondFactorBody = z.object({ npi: z.string().max(20), birthDate: z.iso.date() });
