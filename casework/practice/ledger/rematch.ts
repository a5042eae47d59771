import { type CoverageState, coverageStates } from '@openum/domain/ledger/match.ts';
import { matchPacked } from '@openum/domain/ledger/packed.ts';
import type { Episodes, StoredLedger } from '../../port/episodes.ts';
import type { Scope } from '../../port/scope.ts';

export type Rematched = {
  readonly services: number;
  readonly byState: Readonly<Record<CoverageState, number>>;
  /** Cents that nothing covers. */
  readonly atStake: number;
  /** Episodes of which something is stored otherwise than the matching gives it. */
  readonly differing: readonly string[];
};

const page = 5_000;
const codeOf = Object.fromEntries(coverageStates.map((s, n) => [s, n])) as Record<CoverageState, number>;

/** Whether everything is stored as it comes out; what comes out is counted on the way. */
const matches = (ledger: StoredLedger, counts: number[], open: (cents: number) => void): boolean => {
  let same = true;
  matchPacked(ledger, (p, place, state, atStake) => {
    const code = codeOf[state];
    counts[code] = (counts[code] ?? 0) + 1;
    open(atStake);
    const stored = ledger.pages[p];
    if (stored?.states.at(place) !== code || stored.atStake.at(place) !== atStake) same = false;
  });
  return same;
};

/**
 * The whole ledger of a practice matched from scratch out of its pages, authorizations and open requests, and held against what is
 * stored of each day.
 */
export const rematchLedger = async (episodes: Pick<Episodes, 'ledger'>, scope: Scope): Promise<Rematched> => {
  const counts: number[] = coverageStates.map(() => 0);
  const differing: string[] = [];
  let atStake = 0;
  const open = (cents: number): void => {
    atStake += cents;
  };
  let next = episodes.ledger(scope, undefined, page);
  for (;;) {
    const now = await next;
    const last = now.at(-1)?.episodeId;
    const more = now.length === page;
    // The database prepares the next part while this one is matched.
    if (more) {
      next = episodes.ledger(scope, last, page);
      next.catch(() => undefined);
    }
    for (const ledger of now) if (!matches(ledger, counts, open)) differing.push(ledger.episodeId);
    if (!more) break;
  }
  return {
    services: counts.reduce((sum, n) => sum + n, 0),
    byState: Object.fromEntries(coverageStates.map((s, n) => [s, counts[n] ?? 0])) as Rematched['byState'],
    atStake,
    differing,
  };
};
