import { foldEpisode } from '@openum/domain/episode/evolve.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import type { KnownEpisode } from '@openum/domain/practiceMetrics/fourQuestions.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Episodes } from '../../port/episodes.ts';
import type { Scope } from '../../port/scope.ts';

type Kept = { readonly version: number; readonly lastAt: Instant; readonly state: Episode };

const page = 200;
const mostKept = 5_000;

/** What was folded before, by the log that it came from; each is used only while its version is the one of the log. */
const keptFrom = new WeakMap<Episodes, Map<string, Kept>>();

const keep = (kept: Map<string, Kept>, key: string, found: Kept): Kept => {
  kept.delete(key);
  kept.set(key, found);
  const oldest = kept.size > mostKept ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return found;
};

/**
 * Every episode of a practice as it was known at a moment: by what had been written down by then. Without a moment as it is now. Only
 * those that changed since the last look are read and folded again.
 */
export async function* eachEpisode(episodes: Episodes, scope: Scope, moment?: Instant): AsyncGenerator<KnownEpisode> {
  const kept = keptFrom.get(episodes) ?? new Map<string, Kept>();
  keptFrom.set(episodes, kept);
  const keyOf = (episodeId: string): string => JSON.stringify([scope.tenantId, episodeId]);
  let after: string | undefined;
  for (;;) {
    const versions = await episodes.versions(scope, after, page);
    const found = new Map<string, Kept>();
    for (const { episodeId, version } of versions) {
      const known = kept.get(keyOf(episodeId));
      if (known?.version === version) found.set(episodeId, keep(kept, keyOf(episodeId), known));
    }
    const late = (k: Kept | undefined): boolean => k === undefined || (moment !== undefined && k.lastAt > moment);
    const wanted = versions.map((v) => v.episodeId).filter((id) => late(found.get(id)));
    const logs = wanted.length > 0 ? await episodes.logs(scope, wanted) : new Map();
    for (const { episodeId } of versions) {
      const log = logs.get(episodeId);
      if (!log) {
        const known = found.get(episodeId);
        if (known) yield { episodeId, episode: known.state };
        continue;
      }
      const state = foldEpisode(log);
      const lastAt = log.at(-1)?.recordedAt;
      if (state.kind === 'episode' && lastAt) keep(kept, keyOf(episodeId), { version: log.length, lastAt, state });
      const then = moment === undefined || !lastAt || lastAt <= moment ? state : foldEpisode(before(log, moment));
      if (then.kind === 'episode') yield { episodeId, episode: then };
    }
    after = versions.at(-1)?.episodeId;
    if (versions.length < page) return;
  }
}

const before = <T extends { readonly recordedAt: Instant }>(log: readonly T[], moment: Instant): readonly T[] =>
  log.filter((e) => e.recordedAt <= moment);

export const episodesAt = (episodes: Episodes, scope: Scope, moment: Instant): Promise<readonly KnownEpisode[]> =>
  Array.fromAsync(eachEpisode(episodes, scope, moment));
