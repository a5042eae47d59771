import { z } from 'zod';

/** The value of a fact as the browser sends it. */
export const factValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quantity'), value: z.number(), unit: z.string().max(20) }),
  z.object({ kind: z.literal('boolean'), value: z.boolean() }),
  z.object({ kind: z.literal('code'), value: z.string().max(100), system: z.string().max(200).optional() }),
  z.object({ kind: z.literal('date'), value: z.iso.date() }),
  z.object({ kind: z.literal('text'), value: z.string().max(4000) }),
]);
