import { roles } from '@openum/domain/actor/actor.ts';
import type { SpecialtyGroups } from '@openum/domain/matching/demand.ts';
import type { MatchingPolicy } from '@openum/domain/matching/policy.ts';
import { z } from 'zod';
import policyJson from './policy.json' with { type: 'json' };
import specialtiesJson from './specialties.json' with { type: 'json' };

const policyShape = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  provenance: z.string().min(1),
  assignAtReferral: z.boolean(),
  reassignAtShare: z.number().gt(0).lt(1),
  paceHours: z.number().int().positive(),
  capacity: z.number().positive(),
  weights: z
    .array(z.strictObject({ hoursLeft: z.number().positive(), weight: z.number().positive() }))
    .refine(
      (rows) => rows.every((r, i) => i === 0 || r.hoursLeft > (rows[i - 1]?.hoursLeft ?? 0)),
      'least hours first',
    ),
  otherWeight: z.number().positive(),
  alertRoles: z.array(z.enum(roles)).min(1),
});

const groupsShape = z.array(z.strictObject({ id: z.string().min(1), specialties: z.array(z.string().min(1)).min(2) }));

const problems = (error: z.ZodError): string =>
  error.issues.map((i) => `${i.path.join('.') || 'the file'}: ${i.message}`).join('; ');

/** Reads and checks how cases come to physicians. Throws with the field at fault. */
export const readMatchingPolicy = (json: unknown): MatchingPolicy => {
  const read = policyShape.safeParse(json);
  if (!read.success) throw new Error(`content/matching/policy.json: ${problems(read.error)}`);
  return read.data;
};

export const loadMatchingPolicy = (): MatchingPolicy => readMatchingPolicy(policyJson);

export const loadSpecialtyGroups = (): SpecialtyGroups => {
  const read = groupsShape.safeParse(specialtiesJson.groups);
  if (!read.success) throw new Error(`content/matching/specialties.json: ${problems(read.error)}`);
  return read.data;
};
