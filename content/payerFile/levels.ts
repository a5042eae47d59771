import { z } from 'zod';
import json from './levels.json' with { type: 'json' };

const named = {
  category: z.enum(['AR', 'HS']),
  serviceType: z.string().regex(/^[A-Z0-9]{1,2}$/),
};

const table = z
  .object({
    substanceUse: z.object({ diagnoses: z.string().min(1), serviceType: named.serviceType }),
    levels: z.array(
      z.object({ levelOfCare: z.string().min(1), ...named, placeOfService: z.string().regex(/^\d{2}$/) }),
    ),
    other: z.object(named),
    behavioral: z.array(named.serviceType).min(1),
    wholePlan: z.array(named.serviceType).min(1),
  })
  .parse(json);

export type LevelNaming = {
  /** UM01: admission review, or review of health services. */
  readonly category: 'AR' | 'HS';
  /** X12 1365. */
  readonly serviceType: string;
  readonly placeOfService?: string;
};

/** Types of service under which a payer may speak of a level, the nearest first. */
export const levelTypes = (levelOfCare: string): readonly (readonly string[])[] => [
  [levelNaming(levelOfCare, undefined).serviceType],
  table.behavioral,
  table.wholePlan,
];

/** What is asked about: the levels, behavioural care as a whole, and the plan. */
export const askedTypes = (levels: readonly string[]): readonly string[] => [
  ...new Set([...table.wholePlan, ...table.behavioral, ...levels.map((l) => levelNaming(l, undefined).serviceType)]),
];

/** How a level is named to payers' systems; care for substance use has a service type of its own. */
export const levelNaming = (levelOfCare: string, principalDiagnosis: string | undefined): LevelNaming => {
  const { levelOfCare: _, ...found } = table.levels.find((l) => l.levelOfCare === levelOfCare) ?? {
    levelOfCare,
    ...table.other,
  };
  const { diagnoses, serviceType } = table.substanceUse;
  return principalDiagnosis?.startsWith(diagnoses) ? { ...found, serviceType } : found;
};
