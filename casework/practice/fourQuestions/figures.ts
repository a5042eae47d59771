import type { EpisodeFigures } from '@openum/domain/practiceMetrics/facts.ts';
import type { Episodes, FiguresAsked } from '../../port/episodes.ts';
import type { Scope } from '../../port/scope.ts';
import { episodesAt, type KnownEpisode } from '../episode/all.ts';
import { projectEpisode } from '../episode/project.ts';

const page = 1_000;

const figuresOf = ({ episodeId, episode }: KnownEpisode): EpisodeFigures => {
  const { episode: row, facts, pages } = projectEpisode(episodeId, episode);
  return { episodeId, episodeNumber: row.episodeNumber, patientName: row.patientName, facts: facts.facts, pages };
};

/**
 * What was known at a moment of every episode that counts on some days. Read models say it of those that have not changed since; the
 * others are folded from what had been written down by then.
 */
export const figuresAt = async (
  episodes: Episodes,
  scope: Scope,
  asked: FiguresAsked,
): Promise<readonly EpisodeFigures[]> => {
  const all: EpisodeFigures[] = [];
  let after: string | undefined;
  for (;;) {
    const found = await episodes.figures(scope, asked, after, page);
    const unsaid = found.filter((f) => !f.figures).map((f) => f.episodeId);
    const folded = new Map(
      (await episodesAt(episodes, scope, unsaid, asked.moment)).map((k) => [k.episodeId, figuresOf(k)]),
    );
    for (const { episodeId, figures = folded.get(episodeId) } of found) if (figures) all.push(figures);
    after = found.at(-1)?.episodeId;
    if (found.length < page) return all;
  }
};
