import { type CoveredService, matchEpisode } from '../ledger/match.ts';
import type { EpisodeLedger } from '../ledger/service.ts';
import { type Episode, finalAnswer } from './state.ts';

/** What the ledger knows of an episode: what was given and stands, what is authorized and valid, what is asked and open. */
export const ledgerOf = (e: Episode): EpisodeLedger => ({
  services: e.services.filter((s) => s.withdrawn === undefined),
  authorizations: e.authorizations.filter((a) => a.voided === undefined),
  pending: e.submissions
    .filter((s) => finalAnswer(s) === undefined)
    .map((s) => ({
      requestId: s.submissionId,
      levelOfCare: s.levelOfCare,
      from: s.from,
      to: s.to,
      retrospective: s.kind === 'retrospective',
    })),
});

export const coverageOf = (e: Episode): readonly CoveredService[] => matchEpisode(ledgerOf(e));
