import type { SavedRoutingPlan } from '@openum/casework/port/routing.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import type { Colleague } from '@openum/domain/routing/route.ts';
import { z } from 'zod';

const name = z.string().trim().min(1).max(80);
const id = z.string().min(1).max(64);
const some = <T extends z.ZodType>(of: T) => z.array(of).min(1).max(60).optional();

const condition = z.strictObject({
  lineOfBusiness: some(z.enum(linesOfBusiness)),
  category: some(name),
  service: some(z.string().min(1).max(20)),
  reviewType: some(z.enum(['prospective', 'concurrent', 'retrospective'])),
  state: some(z.string().regex(/^[A-Z]{2}$/, 'a state is two capital letters, for example IL')),
  language: some(z.string().min(2).max(20)),
  urgency: z.enum(['standard', 'expedited']).optional(),
  setting: some(z.enum(['inpatient', 'outpatient', 'emergency', 'home', 'office', 'skilledNursing', 'other'])),
  channel: some(z.enum(['pas', 'x12', 'portal', 'fax', 'phone', 'mail', 'admissionNotice'])),
  behavioralHealth: z.boolean().optional(),
});

const routingPlanBody = z.strictObject({
  teams: z
    .array(
      z.strictObject({
        teamId: id,
        name,
        members: z.array(z.strictObject({ userId: id, skills: z.array(name).max(20) })).max(200),
      }),
    )
    .max(100),
  rules: z
    .array(z.strictObject({ ruleId: id, name, when: condition, teamId: id, skills: z.array(name).max(10) }))
    .max(200),
});

/** PUT /api/routing: the whole plan anew, on top of the version that the person was looking at (0: none). */
export const saveRouting = z.object({
  plan: routingPlanBody,
  expectedVersion: z.int32().min(0),
  reason: z.string().trim().min(1).max(1000),
});
export type SaveRouting = z.input<typeof saveRouting>;

export type RoutingPerson = Colleague & {
  readonly roles: readonly Role[];
  /** Whether this person is at work at this moment. */
  readonly here: boolean;
};

/** GET /api/routing */
export type RoutingView = {
  readonly saved?: SavedRoutingPlan;
  readonly history: readonly Omit<SavedRoutingPlan, 'plan'>[];
  readonly people: readonly RoutingPerson[];
  /** Groups of services that rules may name. */
  readonly categories: readonly string[];
  /** Cases for clinical review that nobody has. */
  readonly unowned: number;
};
