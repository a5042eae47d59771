import type { SavedTaskDuty } from '@openum/casework/port/payerCards.ts';
import { payerCardShape } from '@openum/content/payer/shape.ts';
import type { CardDrift, PayerBehaviour } from '@openum/domain/payer/behaviour.ts';
import type { PayerCard } from '@openum/domain/payer/card.ts';
import type { CardChange } from '@openum/domain/payer/diff.ts';
import type { SavedPayerCard } from '@openum/domain/payer/version.ts';
import { z } from 'zod';

const person = z.strictObject({ userId: z.string().min(1).max(64).exactOptional(), name: z.string().min(1).max(200) });
const duties = z.strictObject({ owner: person.exactOptional(), deputy: person.exactOptional() });

/** PUT /api/practice/payer-cards/:payerId: the whole card anew, on top of the version that the person saw (0: none). */
export const saveCard = z.object({
  card: payerCardShape,
  expectedVersion: z.int32().min(0),
  reason: z.string().trim().min(1, 'say what changed and who said it').max(1000),
});
export type SaveCard = { readonly card: PayerCard; readonly expectedVersion: number; readonly reason: string };

/** PUT /api/practice/duty */
export const saveDuty = z.object({
  duty: z.strictObject({ review: duties, billing: duties, desk: duties }),
  expectedVersion: z.int32().min(0),
});
export type SaveDuty = z.input<typeof saveDuty>;

export type PayerLineView = {
  readonly payerId: string;
  readonly name: string;
  readonly card?: SavedPayerCard;
  /** Levels of the practice's programmes for which something is unknown, with how much. */
  readonly unknown: readonly { readonly levelOfCare: string; readonly questions: readonly string[] }[];
  readonly present: number;
};

/** GET /api/practice/payer-cards */
export type PayerList = {
  readonly payers: readonly PayerLineView[];
  readonly lines: readonly string[];
  readonly levels: readonly string[];
};

/** GET /api/practice/payer-cards/:payerId */
export type PayerHistory = {
  readonly payerId: string;
  readonly name: string;
  readonly current?: SavedPayerCard;
  /** Newest first. */
  readonly versions: readonly (SavedPayerCard & { readonly changes: readonly CardChange[] })[];
  readonly lines: readonly string[];
  readonly levels: readonly string[];
};

/** GET /api/practice/payer-cards/:payerId/behaviour */
export type PayerBehaviourView = { readonly behaviour: PayerBehaviour; readonly drift: readonly CardDrift[] };

/** GET /api/practice/duty */
export type DutyView = {
  readonly saved?: SavedTaskDuty;
  readonly people: readonly { readonly userId: string; readonly name: string }[];
};
