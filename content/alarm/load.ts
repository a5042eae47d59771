import { roles } from '@openum/domain/actor/actor.ts';
import { type AlarmPolicy, audiences } from '@openum/domain/alarm/alarm.ts';
import { z } from 'zod';
import policyJson from './default.json' with { type: 'json' };

const step = z
  .strictObject({
    id: z.string().min(1),
    share: z.number().gt(0).lt(1).optional(),
    hoursBefore: z.number().positive().optional(),
    audience: z.array(z.enum(audiences)).min(1),
  })
  .refine((s) => (s.share === undefined) !== (s.hoursBefore === undefined), 'needs share or hoursBefore, not both');

const shape = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  provenance: z.string().min(1),
  lateAfterMinutes: z.number().positive(),
  roles: z.strictObject({ lead: z.array(z.enum(roles)).min(1), director: z.array(z.enum(roles)).min(1) }),
  steps: z
    .array(step)
    .min(1)
    .refine((all) => new Set(all.map((s) => s.id)).size === all.length, 'an id occurs twice'),
});

/** Reads and checks an alarm plan. Throws with the field at fault. */
export const readAlarmPolicy = (json: unknown): AlarmPolicy => {
  const read = shape.safeParse(json);
  if (!read.success)
    throw new Error(
      `content/alarm: ${read.error.issues.map((i) => `${i.path.join('.') || 'the plan'}: ${i.message}`).join('; ')}`,
    );
  return read.data as AlarmPolicy;
};

export const loadAlarmPolicy = (): AlarmPolicy => readAlarmPolicy(policyJson);
