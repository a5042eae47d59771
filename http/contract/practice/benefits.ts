import { benefitAnswers, limitUnits } from '@openum/domain/benefits/verification.ts';
import { type CalendarDate, instant, isInstantText } from '@openum/domain/time/instant.ts';
import { z } from 'zod';
import { text } from './field.ts';

export type { BenefitDesk, CoverageBenefits } from '@openum/casework/practice/benefits/desk.ts';
export type { BenefitPage, BenefitRow } from '@openum/casework/practice/benefits/list.ts';

const id = z.string().min(1).max(64);
const day = z.iso.date('must be a day, YYYY-MM-DD').transform((d) => d as CalendarDate);
const moment = z.string().refine(isInstantText, 'must be a moment with its offset').transform(instant);
const optionalText = (max: number) => z.string().trim().min(1).max(max).exactOptional();
const cents = z.number().int('must be whole cents').min(0, 'must be zero or more').max(100_000_000).exactOptional();
const number = z.number().int('must be a whole number').min(0, 'must be zero or more').max(10_000).exactOptional();
const answer = z.enum(benefitAnswers);
const year = z.strictObject({ total: cents, met: cents, left: cents }).exactOptional();

/** POST /api/practice/episodes/:episodeId/benefits: what the payer said on the telephone or on its page. */
export const benefitsBody = z.strictObject({
  commandId: z.uuid(),
  expectedVersion: z.int32().min(1),
  coverageId: id,
  verifiedAt: moment.exactOptional(),
  validThrough: day.exactOptional(),
  spokeWith: optionalText(200),
  reference: optionalText(100),
  active: answer,
  planName: optionalText(200),
  coverageFrom: day.exactOptional(),
  coverageTo: day.exactOptional(),
  deductible: year,
  outOfPocket: year,
  carveOut: z.strictObject({ name: text(200), phone: optionalText(50) }).exactOptional(),
  levels: z
    .array(
      z.strictObject({
        levelOfCare: text(100),
        covered: answer,
        authorizationRequired: answer,
        limit: z
          .strictObject({ unit: z.enum(limitUnits), allowed: number, used: number, left: number })
          .exactOptional(),
        copay: cents,
        coinsurancePercent: z.number().min(0).max(100).exactOptional(),
        note: optionalText(1000),
      }),
    )
    .max(20),
  statements: z.array(text(1000)).max(20).exactOptional(),
});
export type BenefitsBody = z.input<typeof benefitsBody>;

/** POST /api/practice/episodes/:episodeId/benefits/question: asks the payer with a file (270). */
export const questionBody = z.strictObject({ commandId: z.uuid(), coverageId: id });

/** GET /api/practice/benefits */
export const benefitListQuery = z.object({ after: id.optional() });
