import { durationUnits } from '@openum/domain/clock/rule.ts';
import type { TaskPolicy } from '@openum/domain/practiceTask/policy.ts';
import { z } from 'zod';
import policyJson from './policy.json' with { type: 'json' };

const share = z.number().gt(0).lt(1);
const duration = z.strictObject({ value: z.int().positive(), unit: z.enum(durationUnits) });

const shape = z
  .strictObject({
    id: z.string().min(1),
    version: z.string().min(1),
    provenance: z.string().min(1),
    remindAtShare: share,
    deputyAtShare: share,
    takenDeputyAtShare: share,
    followUp: z.strictObject({ expedited: duration, standard: duration }),
    askPayerWithin: duration,
  })
  .refine((p) => p.remindAtShare < p.deputyAtShare, 'a deputy joins after the owner was reminded');

/** Throws with the field at fault. */
const readTaskPolicy = (json: unknown): TaskPolicy => {
  const read = shape.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`practiceTask/policy.json: ${issue?.path.join('.')}: ${issue?.message}`);
};

export const taskPolicy: TaskPolicy = readTaskPolicy(policyJson);
