import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { evolveCriteria, noCriteria, type OwnCriteria } from '@openum/domain/ownCriteria/version.ts';
import type { Casework } from '../casework.ts';
import type { StoredCriteriaEvent } from '../port/ownCriteria.ts';
import type { Scope } from '../port/scope.ts';

type Parts = Pick<Casework, 'ownCriteria'>;

const folded = (events: readonly StoredCriteriaEvent[]): readonly OwnCriteria[] =>
  [...Map.groupBy(events, (e) => e.setId)].map(([setId, of]) => of.reduce(evolveCriteria, noCriteria(setId)));

/** A tenant's own criteria sets as their log says. */
export const ownCriteriaSets = async ({ ownCriteria }: Parts, scope: Scope): Promise<readonly OwnCriteria[]> =>
  folded(await ownCriteria.events(scope));

export const ownCriteriaSet = async (casework: Parts, scope: Scope, setId: string): Promise<OwnCriteria> =>
  (await ownCriteriaSets(casework, scope)).find((o) => o.setId === setId) ?? noCriteria(setId);

/** The texts with these names. */
export const textsOf = async (
  { ownCriteria }: Parts,
  scope: Scope,
  sha256s: readonly string[],
): Promise<ReadonlyMap<string, CriteriaSet>> => {
  const texts = sha256s.length === 0 ? [] : await ownCriteria.texts(scope, [...new Set(sha256s)]);
  return new Map(texts.map((t) => [t.sha256, t.set]));
};
