import { type CoveredService, matchEpisode } from './match.ts';
import type { AuthorizedSpan, DeliveredService, EpisodeLedger, PendingSpan } from './service.ts';
import { addTotals, type LedgerTotals, noTotals, totalsOf } from './totals.ts';

type MatchedEpisode = EpisodeLedger & { readonly matched: readonly CoveredService[]; readonly totals: LedgerTotals };

/** All episodes with how they are covered, and the sum over them. A value: a change gives a new one. */
export type Ledger = {
  readonly episodes: ReadonlyMap<string, MatchedEpisode>;
  readonly totals: LedgerTotals;
};

export const emptyLedger: Ledger = { episodes: new Map(), totals: noTotals };

const empty: EpisodeLedger = { services: [], authorizations: [], pending: [] };

/** One thing that became known, known otherwise, or is no longer so. */
export type LedgerChange =
  | { readonly kind: 'service'; readonly service: DeliveredService }
  | { readonly kind: 'serviceRemoved'; readonly serviceId: string }
  | { readonly kind: 'authorization'; readonly authorization: AuthorizedSpan }
  | { readonly kind: 'authorizationRemoved'; readonly authorizationId: string }
  | { readonly kind: 'pending'; readonly pending: PendingSpan }
  | { readonly kind: 'pendingRemoved'; readonly requestId: string };

const put = <T>(list: readonly T[], value: T, same: (other: T) => boolean): readonly T[] => [
  ...list.filter((x) => !same(x)),
  value,
];

const changed = (e: EpisodeLedger, change: LedgerChange): EpisodeLedger => {
  switch (change.kind) {
    case 'service': {
      const { service } = change;
      return { ...e, services: put(e.services, service, (s) => s.serviceId === service.serviceId) };
    }
    case 'serviceRemoved':
      return { ...e, services: e.services.filter((s) => s.serviceId !== change.serviceId) };
    case 'authorization': {
      const { authorization: a } = change;
      return { ...e, authorizations: put(e.authorizations, a, (x) => x.authorizationId === a.authorizationId) };
    }
    case 'authorizationRemoved':
      return { ...e, authorizations: e.authorizations.filter((a) => a.authorizationId !== change.authorizationId) };
    case 'pending': {
      const { pending: p } = change;
      return { ...e, pending: put(e.pending, p, (x) => x.requestId === p.requestId) };
    }
    case 'pendingRemoved':
      return { ...e, pending: e.pending.filter((p) => p.requestId !== change.requestId) };
  }
};

/** What one change costs is the matching of one episode; the sum over all of them is corrected, not computed again. */
export const applyChange = (ledger: Ledger, episodeId: string, change: LedgerChange): Ledger => {
  const before = ledger.episodes.get(episodeId);
  const { services, authorizations, pending } = changed(before ?? empty, change);
  const matched = matchEpisode({ services, authorizations, pending });
  const totals = totalsOf(matched);
  const episodes = new Map(ledger.episodes).set(episodeId, { services, authorizations, pending, matched, totals });
  const without = before ? addTotals(ledger.totals, before.totals, -1) : ledger.totals;
  return { episodes, totals: addTotals(without, totals) };
};
