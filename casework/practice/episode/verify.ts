import { foldEpisode } from '@openum/domain/episode/evolve.ts';
import type { Casework } from '../../casework.ts';
import { firstBrokenLink } from '../../port/chain.ts';
import type { Scope } from '../../port/scope.ts';
import { canonical } from '../../verify/canonical.ts';
import type { Difference } from '../../verify/verify.ts';
import { projectEpisode } from './project.ts';

type Needs = Pick<Casework, 'episodes' | 'environment'>;

const verifyEpisode = async (
  { episodes, environment }: Needs,
  scope: Scope,
  episodeId: string,
): Promise<readonly Difference[]> => {
  const at = (place: string, problem: string): Difference => ({
    tenantId: scope.tenantId,
    caseId: episodeId,
    place,
    problem,
  });
  const events = await episodes.events(scope, episodeId);
  const broken = firstBrokenLink(environment.sha256Hex, episodeId, events);
  if (broken !== undefined)
    return [at(`event ${broken}`, 'its place, its link to the event before, or its content is not what was written')];
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
export const verifyPractice = async (
  casework: Needs,
  scope: Scope,
  report: (checked: number, differences: readonly Difference[]) => void,
): Promise<number> => {
  let after: string | undefined;
  let differences = 0;
  for (;;) {
    const ids = await casework.episodes.episodeIds(scope, after, 200);
    if (ids.length === 0) return differences;
    const found: Difference[] = [];
    for (const id of ids) found.push(...(await verifyEpisode(casework, scope, id)));
    differences += found.length;
    report(ids.length, found);
    after = ids.at(-1);
  }
};
