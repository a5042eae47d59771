import { foldEpisode } from '@openum/domain/episode/evolve.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import type { Casework } from '../../casework.ts';
import type { Scope } from '../../port/scope.ts';
import { canonical } from '../../verify/canonical.ts';
import { brokenChain, type Difference, differenceIn, verifyAll } from '../../verify/difference.ts';
import { projectEpisode } from './project.ts';

type Needs = Pick<Casework, 'episodes' | 'environment'>;

/** Files that the log names with their hash: documents that came, packets and appeals that were made. */
const brokenFiles = async (
  { episodes, environment }: Needs,
  scope: Scope,
  episodeId: string,
  e: Episode,
): Promise<readonly string[]> => {
  const named = [
    ...e.documents.map((d) => [d.documentId, d.sha256] as const),
    ...e.packets.map((p) => [p.packetId, p.sha256] as const),
    ...e.appeals.flatMap(({ file }) => (file ? [[file.fileId, file.sha256] as const] : [])),
  ];
  const broken: string[] = [];
  for (const [fileId, sha256] of named) {
    const file = await episodes.file(scope, episodeId, fileId);
    if (!file || environment.sha256Hex(file.bytes) !== sha256) broken.push(fileId);
  }
  return broken;
};

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
  return [
    ...(['episode', 'authorizations', 'pages', 'pending', 'claimIds', 'facts'] as const)
      .filter((part) => canonical(wanted[part]) !== canonical(stored[part]))
      .map((part) => at(`read model, ${part}`, 'it is not what the log gives')),
    ...(await brokenFiles({ episodes, environment }, scope, episodeId, state)).map((fileId) =>
      at(`file ${fileId}`, 'it is missing, or is not what was kept'),
    ),
  ];
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
