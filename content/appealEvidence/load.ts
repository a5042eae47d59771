import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import type { EvidenceMap } from '@openum/domain/denial/appeal/leaf.ts';
import evidence from './evidence.json' with { type: 'json' };

/** A paragraph that a person may add where the rule behind it applies. */
export type AppealArgument = {
  readonly id: string;
  readonly linesOfBusiness: readonly LineOfBusiness[];
  readonly name: string;
  readonly citation: string;
  readonly text: string;
};

export const evidenceMap: EvidenceMap = evidence;

/** Public criteria sets that bear on a level of care, by id. */
export const publicSetsOf = (levelOfCare: string): readonly string[] =>
  (evidence.levels as Readonly<Record<string, readonly string[]>>)[levelOfCare] ?? [];

const known = (line: string): LineOfBusiness => {
  const found = linesOfBusiness.find((l) => l === line);
  if (!found) throw new Error(`content/appealEvidence: there is no line of business ${line}`);
  return found;
};

export const appealArguments: readonly AppealArgument[] = evidence.arguments.map((a) => ({
  ...a,
  linesOfBusiness: a.linesOfBusiness.map(known),
}));
