import type { KeptRatingSet, RatingSets } from '@openum/casework/port/ratingSets.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import { compareText, perTenant } from './tenants.ts';

const outcomes = { approved: ['approved'], adverse: ['denied', 'modified', 'partiallyApproved'] } as const;

export const memoryRatingSets = (rowsOf: (scope: Scope) => readonly CaseRows[]): RatingSets => {
  const tenant = perTenant(() => new Map<string, KeptRatingSet>());
  return {
    decidedLines: async (scope, q) =>
      rowsOf(scope)
        .filter(({ case: c }) => c.status !== 'voided')
        .filter(({ case: c }) => q.linesOfBusiness.length === 0 || q.linesOfBusiness.includes(c.lineOfBusiness))
        .flatMap(({ case: c, items }) =>
          items
            .filter((i) => outcomes[q.decided].some((o) => o === i.firstOutcome))
            .filter(({ firstDecidedOn: on }) => on !== undefined && on >= q.fromDay && on < q.beforeDay)
            .map(({ itemSequence }) => ({ caseId: c.caseId, itemSequence })),
        )
        .sort((a, b) => compareText(a.caseId, b.caseId) || a.itemSequence - b.itemSequence),
    save: async (scope, set, cases) => {
      if (tenant(scope).has(set.setId)) throw new Error('rule rating_set_pkey');
      tenant(scope).set(set.setId, { set, cases, ratings: [] });
    },
    list: async (scope, limit, raterId) =>
      [...tenant(scope).values()]
        .filter(({ set }) => raterId === undefined || set.raters.some((r) => r.userId === raterId))
        .sort((a, b) => compareText(b.set.createdAt, a.set.createdAt) || compareText(b.set.setId, a.set.setId))
        .slice(0, limit),
    find: async (scope, setId) => tenant(scope).get(setId),
    rate: async (scope, setId, rating) => {
      const kept = tenant(scope).get(setId);
      if (!kept?.cases.some((c) => c.position === rating.position)) throw new Error('rule rating_fkey');
      if (kept.ratings.some((r) => r.position === rating.position && r.userId === rating.userId)) return false;
      const ratings = [...kept.ratings, rating].sort(
        (a, b) => compareText(a.ratedAt, b.ratedAt) || a.position - b.position || compareText(a.userId, b.userId),
      );
      tenant(scope).set(setId, { ...kept, ratings });
      return true;
    },
  };
};
