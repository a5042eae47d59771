import type { Board, BoardRow } from '@openum/casework/peerToPeer/board.ts';
import { attemptResults, offerChannels, offerReasons, sides, talkOutcomes } from '@openum/domain/peerToPeer/event.ts';
import { z } from 'zod';
import { lines, moment, text } from './field.ts';

/** GET /api/peer-to-peer. */
export type PeerToPeerBoard = Board;
export type PeerToPeerBoardRow = BoardRow;

const slot = z.object({ startsAt: moment, endsAt: moment });
const offerId = z.string().max(64);
const reply = { callBack: z.string().max(40).optional(), message: z.string().max(2000).optional() };

/** Acts around a talk with the treating clinician; part of `commandBody`. */
export const peerToPeerBodies = [
  z.object({ type: z.literal('RecordIntentToDeny'), itemSequences: lines, reason: text(4000) }),
  z.object({
    type: z.literal('OfferPeerToPeer'),
    itemSequences: lines,
    because: z.enum(offerReasons),
    slots: z.array(slot).max(20),
    to: z.object({
      name: text(200),
      npi: z
        .string()
        .regex(/^\d{10}$/, 'an NPI has ten digits')
        .optional(),
      phone: z.string().max(40).optional(),
      email: z.email('must be an e-mail address').max(200).optional(),
    }),
    how: z.enum(offerChannels),
    physicianUserId: z.string().max(64).optional(),
  }),
  z.object({ type: z.literal('SchedulePeerToPeer'), offerId, slot, ...reply }),
  z.object({ type: z.literal('ProposePeerToPeerTimes'), offerId, slots: z.array(slot).min(1).max(20), ...reply }),
  z.object({
    type: z.literal('LogPeerToPeerAttempt'),
    offerId,
    number: text(40),
    result: z.enum(attemptResults),
    note: z.string().max(2000).optional(),
  }),
  z.object({
    type: z.literal('RecordPeerToPeerHeld'),
    offerId,
    clinicians: z
      .array(z.object({ name: text(200), credentials: text(200) }))
      .min(1)
      .max(10),
    notes: text(8000),
    outcome: z.enum(talkOutcomes),
    effect: text(4000),
  }),
  z.object({ type: z.literal('RecordPeerToPeerMissed'), offerId, by: z.enum(sides), reason: text(2000) }),
  z.object({
    type: z.literal('DeclinePeerToPeer'),
    offerId,
    declinedBy: text(200),
    reason: z.string().max(2000).optional(),
  }),
  z.object({ type: z.literal('EscalatePeerToPeer'), offerId, toUserId: z.string().max(64), reason: text(2000) }),
] as const;
