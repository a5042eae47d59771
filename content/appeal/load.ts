import {
  type AppealLevel,
  appealBodies,
  appealParties,
  appealTimings,
  standings,
} from '@openum/domain/appeal/level.ts';
import { type LineOfBusiness, linesOfBusiness } from '@openum/domain/case/request.ts';
import type { TurnaroundRule } from '@openum/domain/clock/rule.ts';
import { z } from 'zod';
import { turnaroundRules } from '../turnaround/load.ts';
import levels from './levels.json' with { type: 'json' };
import reconsiderations from './reconsideration.json' with { type: 'json' };

const text = z.string().trim().min(1);
const ruleIds = z.array(text);

const levelShape: z.ZodType<AppealLevel> = z.strictObject({
  id: text,
  version: text,
  name: text,
  linesOfBusiness: z.array(z.enum(linesOfBusiness)).min(1),
  reviewTypes: z
    .array(z.enum(['prospective', 'concurrent', 'retrospective']))
    .min(1)
    .exactOptional(),
  body: z.enum(appealBodies),
  bodyName: text,
  after: z.array(text),
  immediateIn: z
    .array(z.strictObject({ state: z.string().regex(/^[A-Z]{2}$/), citation: text }))
    .min(1)
    .exactOptional(),
  automatic: z.boolean(),
  filing: z
    .strictObject({
      ruleId: text,
      countedFrom: z.enum(['noticeDate', 'receipt']),
      presumedReceiptDays: z.int().nonnegative().exactOptional(),
    })
    .exactOptional(),
  filers: z.array(
    z.strictObject({
      party: z.enum(appealParties),
      needs: z.enum(standings),
      timing: z.enum(appealTimings).exactOptional(),
    }),
  ),
  expedited: z.strictObject({
    offered: z.boolean(),
    physicianBinds: z.boolean(),
    declinedRules: ruleIds.exactOptional(),
  }),
  decisionRules: z.strictObject({ preService: ruleIds, postService: ruleIds }),
  forwardRules: ruleIds,
  documentRules: ruleIds,
  effectuationRules: ruleIds,
  answerRules: ruleIds.exactOptional(),
  reviewer: z
    .strictObject({
      notSubordinate: z.boolean(),
      sameOrSimilarSpecialty: z.boolean(),
      boardCertified: z.boolean(),
      citation: text,
    })
    .exactOptional(),
  sharesNewEvidence: z.boolean(),
  aidContinuing: z
    .strictObject({
      askWithinDays: z.int().positive(),
      whoMayAsk: z.array(z.enum(appealParties)).min(1),
      citation: text,
    })
    .exactOptional(),
  grievance: z.boolean(),
  citations: z.array(text).min(1),
  note: text.exactOptional(),
});

/** A second look that a provider may ask for in a line of business. */
export type ReconsiderationRule = {
  readonly id: string;
  readonly name: string;
  readonly linesOfBusiness: readonly LineOfBusiness[];
  /** State whose law governs the contract; absent: every state. */
  readonly states?: readonly string[] | undefined;
  readonly ruleId: string;
  readonly citation: string;
};

const reconsiderationShape = z.strictObject({
  id: text,
  name: text,
  linesOfBusiness: z.array(z.enum(linesOfBusiness)).min(1),
  states: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
  ruleId: text,
  citation: text,
});

const rulesNamed = (l: AppealLevel): readonly string[] => [
  ...(l.filing ? [l.filing.ruleId] : []),
  ...l.decisionRules.preService,
  ...l.decisionRules.postService,
  ...(l.expedited.declinedRules ?? []),
  ...l.forwardRules,
  ...l.documentRules,
  ...l.effectuationRules,
  ...(l.answerRules ?? []),
];

/** Reads a table of levels. Throws with the id of the level and the field at fault. */
export const readAppealLevels = (
  rows: readonly unknown[],
  rules: readonly Pick<TurnaroundRule, 'id'>[],
): readonly AppealLevel[] => {
  const read = rows.map((row, at) => {
    const parsed = levelShape.safeParse(row);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const name = (row as { id?: string }).id ?? `at position ${at + 1}`;
    throw new Error(`appeal level ${name}: ${issue?.path.join('.')}: ${issue?.message}`);
  });
  const ids = new Set(read.map((l) => l.id));
  const known = new Set(rules.map((r) => r.id));
  for (const l of read) {
    const level = l.after.find((id) => !ids.has(id));
    if (level) throw new Error(`appeal level ${l.id}: after: there is no level ${level}`);
    const rule = rulesNamed(l).find((id) => !known.has(id));
    if (rule) throw new Error(`appeal level ${l.id}: there is no turnaround rule ${rule}`);
    if (l.body === 'plan' && !l.reviewer)
      throw new Error(`appeal level ${l.id}: reviewer: the plan's own level has none`);
  }
  return read;
};

export const appealLevels: readonly AppealLevel[] = readAppealLevels(levels, turnaroundRules);

export const reconsiderationRules: readonly ReconsiderationRule[] = reconsiderations.map((row) =>
  reconsiderationShape.parse(row),
);
