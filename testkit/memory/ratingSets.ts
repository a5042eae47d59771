import type { KeptRatingSet, RatingSets, ReadRatingNews } from '@openum/casework/port/ratingSets.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import { progressOf } from '@openum/domain/consistency/ratingSet.ts';
import { compareText, perTenant } from './tenants.ts';

const outcomes = { approved: ['approved'], adverse: ['denied', 'modified', 'partiallyApproved'] } as const;

export const memoryRatingSets = (rowsOf: (scope: Scope) => readonly CaseRows[]): RatingSets => {
  const tenant = perTenant(() => new Map<string, KeptRatingSet>());
  const read = perTenant(() => new Map<string, readonly ReadRatingNews[]>());
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
    watched: async (scope, userId, dueFrom) =>
      [...tenant(scope).values()]
        .filter(({ set }) => set.dueOn >= dueFrom)
        .map(({ set, cases, ratings }) => {
          const own = progressOf(cases, ratings, [userId]);
          const all = progressOf(
            cases,
            ratings,
            set.raters.map((r) => r.userId),
          );
          const lastRatedAt = ratings.at(-1)?.ratedAt;
          const { setId, title, dueOn, createdAt } = set;
          return {
            ...{ setId, title, dueOn, createdAt },
            rates: set.raters.some((r) => r.userId === userId),
            leads: set.createdByUserId === userId,
            ...{ ownToRate: own.toRate, ownRated: own.rated, toRate: all.toRate, rated: all.rated },
            ...(lastRatedAt ? { lastRatedAt } : {}),
          };
        })
        .filter((w) => w.rates || w.leads)
        .sort((a, b) => compareText(b.createdAt, a.createdAt) || compareText(b.setId, a.setId)),
    newsRead: async (scope, userId) => [...(read(scope).get(userId) ?? [])],
    markNewsRead: async (scope, userId, items, at) => {
      const before = read(scope).get(userId) ?? [];
      const fresh = items
        .filter((i) => tenant(scope).has(i.setId))
        .filter((i) => !before.some((b) => b.setId === i.setId && b.kind === i.kind));
      read(scope).set(userId, [...before, ...fresh.map(({ setId, kind }) => ({ setId, kind, readAt: at }))]);
    },
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
