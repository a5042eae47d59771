import { foldEpisode } from '@openum/domain/episode/evolve.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Episodes } from '../../port/episodes.ts';
import type { Scope } from '../../port/scope.ts';
import type { EpisodeMatter } from './rows.ts';

export type KnownEpisode = { readonly episodeId: string; readonly episode: Episode };

type Kept = { readonly version: number; readonly state: Episode };

const page = 200;
const mostKept = 20_000;

/** What was folded before, by the log that it came from; each is used only while its version is the one of the log. */
const keptFrom = new WeakMap<Episodes, Map<string, Kept>>();

const keep = (kept: Map<string, Kept>, key: string, found: Kept): void => {
  kept.delete(key);
  kept.set(key, found);
  const oldest = kept.size > mostKept ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
};

/**
 * Every episode of a practice as it is now; with `matters` those that are read for one of them. Only those that changed since the
 * last look are read and folded again.
 */
export async function* eachEpisode(
  episodes: Episodes,
  scope: Scope,
  matters?: readonly EpisodeMatter[],
): AsyncGenerator<KnownEpisode> {
  const kept = keptFrom.get(episodes) ?? new Map<string, Kept>();
  keptFrom.set(episodes, kept);
  const keyOf = (episodeId: string): string => JSON.stringify([scope.tenantId, episodeId]);
  let after: string | undefined;
  for (;;) {
    const versions = await episodes.versions(scope, matters, after, page);
    const found = new Map<string, Kept>();
    for (const { episodeId, version } of versions) {
      const known = kept.get(keyOf(episodeId));
      if (known?.version !== version) continue;
      keep(kept, keyOf(episodeId), known);
      found.set(episodeId, known);
    }
    const wanted = versions.map((v) => v.episodeId).filter((id) => !found.has(id));
    const logs = wanted.length > 0 ? await episodes.logs(scope, wanted) : new Map();
    for (const [episodeId, log] of logs) {
      const state = foldEpisode(log);
      if (state.kind === 'none') continue;
      keep(kept, keyOf(episodeId), { version: log.length, state });
      found.set(episodeId, { version: log.length, state });
    }
    for (const { episodeId } of versions) {
      const known = found.get(episodeId);
      if (known) yield { episodeId, episode: known.state };
    }
    after = versions.at(-1)?.episodeId;
    if (versions.length < page) return;
  }
}

/** Some episodes as they were known at a moment: by what had been written down by then, in the order in which they are named. */
export const episodesAt = async (
  episodes: Episodes,
  scope: Scope,
  episodeIds: readonly string[],
  moment: Instant,
): Promise<readonly KnownEpisode[]> => {
  const known: KnownEpisode[] = [];
  for (let n = 0; n < episodeIds.length; n += page) {
    const wanted = episodeIds.slice(n, n + page);
    const logs = await episodes.logs(scope, wanted);
    for (const episodeId of wanted) {
      const episode = foldEpisode((logs.get(episodeId) ?? []).filter((e) => e.recordedAt <= moment));
      if (episode.kind === 'episode') known.push({ episodeId, episode });
    }
  }
  return known;
};
