import type { Case } from '../case/state.ts';
import { addElapsed, earlierOf, type Instant, laterOf } from '../time/instant.ts';

/**
 * When a link made at `now` ends: some hours after the due moment (or after `now`, where that is later), so that a late answer
 * still comes in, and never later than the first hard deadline ahead.
 */
export const linkEndsAt = (
  dueAt: Instant,
  now: Instant,
  hardDeadlines: readonly Instant[],
  hoursAfterDue: number,
): Instant =>
  hardDeadlines.filter((d) => d > now).reduce(earlierOf, addElapsed(laterOf(dueAt, now), { hours: hoursAfterDue }));

/** A provider of the request, of whom information can be asked. Without an NPI nobody can be let in by a link. */
export type AskedProvider = { readonly name: string; readonly npi?: string };

/** Whoever sent the request, then whoever is to give the services, each once. */
export const providersToAsk = (c: Pick<Case, 'request' | 'items'>): readonly AskedProvider[] => {
  const { requestingProvider } = c.request;
  const all = [requestingProvider, ...c.items.flatMap((i) => (i.servicingProvider ? [i.servicingProvider] : []))];
  return all
    .filter((p, at) => all.findIndex((x) => (p.npi ? x.npi === p.npi : x.name === p.name)) === at)
    .map(({ name, npi }) => ({ name, ...(npi ? { npi } : {}) }));
};
