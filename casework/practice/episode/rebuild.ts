import type { Casework } from '../../casework.ts';
import type { Scope } from '../../port/scope.ts';
import { loadEpisode } from './load.ts';
import { projectEpisode } from './project.ts';

const batch = 200;

/** Makes anew what an earlier release stored of the episodes of a practice, each from its log. Returns how many. */
const rebuildPractice = async ({ episodes }: Pick<Casework, 'episodes'>, scope: Scope): Promise<number> => {
  let made = 0;
  for (const episodeId of await episodes.outdated(scope, batch)) {
    const loaded = await loadEpisode(episodes, scope, episodeId);
    if (!loaded) continue;
    // One that grows meanwhile is made by its own append.
    if (await episodes.replaceRows(scope, loaded.events.length, projectEpisode(episodeId, loaded.state))) made += 1;
  }
  return made;
};

/**
 * One stretch of every practice. Any number of processes may do this at once: what two of them make is the same. A practice that fails
 * holds up no other.
 */
export const rebuildReadModels = async (
  casework: Pick<Casework, 'episodes' | 'identity'>,
  failed: (tenantId: string, error: unknown) => void,
): Promise<number> => {
  let made = 0;
  for (const { tenantId, kind } of await casework.identity.tenants()) {
    if (kind !== 'practice') continue;
    try {
      made += await rebuildPractice(casework, { tenantId });
    } catch (error) {
      failed(tenantId, error);
    }
  }
  return made;
};
