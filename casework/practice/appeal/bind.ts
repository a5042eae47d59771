import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { type AppealDraft, exhibitName } from '@openum/domain/denial/appeal/draft.ts';
import { decideEpisode } from '@openum/domain/episode/decide.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import { byAt, type PracticeActing } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';
import { loadEpisode } from '../episode/load.ts';
import { type BoundFile, bindDocuments } from '../packet/bind.ts';
import { quoteProblem } from './draft.ts';
import { type AppealToPrint, appealPaper } from './paper.ts';

const bound = async (
  me: PracticeActing,
  episodeId: string,
  e: Episode,
  appeal: AppealToPrint,
): Promise<BoundFile | Refusal> => {
  const wrong = await quoteProblem(me, episodeId, e, appeal.draft);
  return (
    wrong ??
    bindDocuments(
      me,
      episodeId,
      e,
      appeal.draft.exhibits,
      appealPaper(me, e, appeal),
      (at) => `Exhibit ${exhibitName(at)}`,
    )
  );
};

/** An appeal as it would be, brackets and all; nothing of it is kept. */
export const previewAppeal = async (
  me: PracticeActing,
  episodeId: string,
  appeal: AppealToPrint & { readonly draft: AppealDraft },
): Promise<BoundFile | Refusal> => {
  const loaded = await loadEpisode(me.casework.episodes, me.scope, episodeId);
  return loaded ? bound(me, episodeId, loaded.state, appeal) : refuse('episodeNotFound');
};

export type AppealToBind = Pick<AppealToPrint, 'levelName' | 'address' | 'fax'> & {
  readonly commandId: string;
  readonly expectedVersion: number;
  readonly appealId: string;
};

/** Binds the draft that stands with its exhibits into one file, and keeps it byte by byte. */
export const bindAppeal = async (
  me: PracticeActing,
  episodeId: string,
  { commandId, expectedVersion, appealId, ...print }: AppealToBind,
): Promise<EpisodeActed> => {
  const { casework, scope } = me;
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  if (!loaded) return { kind: 'refused', refusal: refuse('episodeNotFound') };
  if (await casework.episodes.commandDone(scope, commandId))
    return { kind: 'done', version: loaded.state.version, state: loaded.state, events: [] };
  if (loaded.state.version !== expectedVersion)
    return { kind: 'stale', version: loaded.state.version, since: loaded.events.slice(expectedVersion) };
  const appeal = loaded.state.appeals.find((a) => a.appealId === appealId);
  if (!appeal?.draft) return { kind: 'refused', refusal: refuse('practiceAppealUnknown') };
  const base = { type: 'BindAppeal', ...byAt(me), appealId, fileId: commandId } as const;
  // The rules speak before anything is printed.
  const no = decideEpisode({ ...base, pages: 0, sha256: '', parts: [] }, loaded.state);
  if (isRefusal(no)) return { kind: 'refused', refusal: no };
  const file = await bound(me, episodeId, loaded.state, { ...appeal, ...print, draft: appeal.draft });
  if (isRefusal(file)) return { kind: 'refused', refusal: file };
  const { pdf, pages, parts } = file;
  const sha256 = casework.environment.sha256Hex(pdf);
  return actOnEpisode(casework, scope, {
    episodeId,
    expectedVersion,
    commandId,
    files: [{ fileId: commandId, contentType: 'application/pdf', bytes: pdf, toRead: false }],
    command: () => ({ ...base, pages, sha256, parts }),
  });
};
