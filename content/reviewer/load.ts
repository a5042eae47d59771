import type { ReviewerRequirement } from '@openum/domain/case/command.ts';
import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import requirements from './requirements.json' with { type: 'json' };

type Row = {
  readonly licence: 'memberState' | 'anyState';
  readonly specialtyMatch: boolean;
  readonly boardCertified?: true;
  readonly citation: string;
};

export type ReviewerRules = {
  readonly rows: readonly (Row & { readonly lineOfBusiness: LineOfBusiness; readonly state?: string })[];
  readonly otherwise: Row;
};

export const loadReviewerRules = (): ReviewerRules => requirements as ReviewerRules;

/** What a physician must be to decide against a request; `specialties` are those held same or similar for the service. */
export const reviewerRequirement = (
  rules: ReviewerRules,
  lineOfBusiness: LineOfBusiness,
  state: string,
  specialties: readonly string[],
): ReviewerRequirement => {
  const rows = rules.rows.filter((r) => r.lineOfBusiness === lineOfBusiness);
  const row = rows.find((r) => r.state === state) ?? rows.find((r) => r.state === undefined) ?? rules.otherwise;
  return {
    licence: row.licence,
    ...(row.specialtyMatch && specialties.length > 0 ? { specialties } : {}),
    ...(row.boardCertified ? { boardCertified: row.boardCertified } : {}),
    citation: row.citation,
  };
};
