import { z } from 'zod';
import { text } from './field.ts';

const date = z.iso.date();

export const authorizedBody = z.object({
  service: z.object({
    system: z.string().max(200),
    code: z.string().min(1).max(40),
    display: z.string().max(200).optional(),
  }),
  quantity: z
    .object({
      value: z.number().nonnegative().max(1_000_000),
      unit: z.string().max(20),
    })
    .optional(),
  period: z.object({ start: date, end: date.optional() }),
  levelOfCare: z.string().max(100).optional(),
});

const adverseFields = {
  itemSequence: z.int32(),
  reasonClass: z.enum(['medicalNecessity', 'administrative']),
  reasonCodes: z.array(z.string().max(4)).max(10),
  rationale: z.string().max(8000),
  memberRationale: z.string().max(8000),
  alternatives: z.string().max(4000).optional(),
  /** For a service whose criteria are not held here: what the physician applied. The letter names it. */
  criteriaCited: z.object({ name: text(300), version: text(100), citation: text(300) }).optional(),
};

/** Less than was asked, or than was authorized. */
export const reducedBody = z.object({
  outcome: z.literal('partiallyApproved'),
  ...adverseFields,
  authorized: authorizedBody,
});

export const decisionBody = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('approved'),
    itemSequence: z.int32(),
    authorized: authorizedBody,
    rationale: z.string().max(8000).optional(),
  }),
  reducedBody,
  z.object({
    outcome: z.literal('modified'),
    ...adverseFields,
    authorized: authorizedBody,
  }),
  z.object({ outcome: z.literal('denied'), ...adverseFields }),
]);
