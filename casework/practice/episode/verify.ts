import { foldEpisode } from '@openum/domain/episode/evolve.ts';
import type { Casework } from '../../casework.ts';
import type { Scope } from '../../port/scope.ts';
import { canonical } from '../../verify/canonical.ts';
import { brokenChain, type Difference, differenceIn, verifyAll } from '../../verify/difference.ts';
import { projectEpisode } from './project.ts';

type Needs = Pick<Casework, 'episodes' | 'environment'>;

const verifyEpisode = async (
  { episodes, environment }: Needs,
  scope: Scope,
  episodeId: string,
): Promise<readonly Difference[]> => {
  const at = differenceIn(scope, episodeId);
  const events = await episodes.events(scope, episodeId);
  const broken = brokenChain(environment.sha256Hex, scope, episodeId, events);
  if (broken) return [broken];
  const state = foldEpisode(events);
  if (state.kind === 'none') return [at('log', 'the episode has no events')];
  const wanted = projectEpisode(episodeId, state);
  const stored = await episodes.rows(scope, episodeId);
  if (!stored) return [at('read model', 'it is missing')];
  return (['episode', 'authorizations', 'pages', 'pending', 'claimIds'] as const)
    .filter((part) => canonical(wanted[part]) !== canonical(stored[part]))
    .map((part) => at(`read model, ${part}`, 'it is not what the log gives'));
};

/** Recomputes chains and read models of every episode of a practice, a page at a time. */
export const verifyPractice = (
  casework: Needs,
  scope: Scope,
  report: (checked: number, differences: readonly Difference[]) => void,
): Promise<number> =>
  verifyAll(
    (after, limit) => casework.episodes.episodeIds(scope, after, limit),
    (id) => verifyEpisode(casework, scope, id),
    report,
  );
