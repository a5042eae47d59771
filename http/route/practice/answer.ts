import type { EpisodeActed } from '@openum/casework/practice/episode/act.ts';
import { refusalText } from '@openum/domain/case/refusal.ts';
import type { EpisodeAnswer } from '../../contract/practice/episode.ts';
import { problem, refusalProblem } from '../../problem/problem.ts';

/** What became of an act on an episode, on the wire; a refusal or a newer version ends the request. */
export const episodeAnswer = (episodeId: string, acted: EpisodeActed): EpisodeAnswer => {
  switch (acted.kind) {
    case 'done':
      return { episodeId, version: acted.version };
    case 'refused':
      throw refusalProblem(acted.refusal);
    case 'stale':
      throw problem(409, 'staleVersion', refusalText.staleVersion.replace('this case', 'this episode'), {
        version: acted.version,
        since: acted.since.map((e) => ({
          type: e.type,
          by: e.actor.kind === 'system' ? 'OpenUM' : e.actor.name,
          at: e.recordedAt,
          summary: e.type.replace(/([a-z])([A-Z])/g, '$1 $2'),
        })),
      });
  }
};
