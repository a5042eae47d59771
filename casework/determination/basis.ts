import { reviewerRequirement } from '@openum/content/reviewer/load.ts';
import type { ReviewerRequirement } from '@openum/domain/case/command.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { CriteriaReference } from '@openum/domain/determination/determination.ts';
import { sameOrSimilar } from '@openum/domain/matching/demand.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** What a physician must be to decide against this request, by line of business, state and service. */
export const requirementFor = (c: Case, knowledge: Knowledge): ReviewerRequirement => {
  const state = c.request.member.address?.state ?? c.request.coverage.stateOfIssue;
  const specialties = new Set(c.items.flatMap((i) => serviceOf(knowledge.services, i.service)?.specialties ?? []));
  const similar = sameOrSimilar([...specialties], knowledge.specialtyGroups);
  return reviewerRequirement(knowledge.reviewerRules, c.request.coverage.lineOfBusiness, state, similar);
};

/** The criteria that were read for each item, as the record will name them. */
export const criteriaOf = (c: Case): readonly (CriteriaReference & { readonly itemSequence: number })[] =>
  c.evaluations.map((e) => ({ ...e.criteria, itemSequence: e.itemSequence }));
