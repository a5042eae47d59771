import { refuse } from '@openum/domain/case/refusal.ts';
import { changeBetween, type NoteToCheck, summaryOf } from '@openum/domain/noteCheck/check.ts';
import { noteReader } from '@openum/domain/noteCheck/reader.ts';
import type { PracticeActing } from '../acting.ts';
import { byAt } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';
import { loadEpisode } from '../episode/load.ts';

export type NoteToKeep = NoteToCheck & { readonly episodeId: string; readonly commandId: string };

/** Reads the note once more, by the rules of this server, and writes what it found into the record; the note itself is not kept. */
export const keepNoteCheck = (
  me: PracticeActing,
  { episodeId, commandId, ...note }: NoteToKeep,
): Promise<EpisodeActed> => {
  const { environment, knowledge } = me.casework;
  const check = noteReader(knowledge.noteCheck)(note);
  return actOnEpisode(me.casework, me.scope, {
    episodeId,
    commandId,
    command: () =>
      check
        ? {
            type: 'KeepNoteCheck',
            noteCheckId: commandId,
            textSha256: environment.sha256Hex(note.text),
            ...summaryOf(check),
            ...byAt(me),
          }
        : refuse('fieldInvalid', { field: 'levelOfCare', problem: 'the guide to notes does not know this level' }),
  });
};

/** The checks that an episode keeps, newest first, each with what changed since the one before it at the same level. */
export const keptNoteChecks = async ({ casework, scope }: PracticeActing, episodeId: string) => {
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  if (!loaded) return undefined;
  const checks = loaded.state.noteChecks;
  return checks
    .map((check, at) => {
      const before = checks.slice(0, at).findLast((c) => c.levelOfCare === check.levelOfCare);
      return { ...check, ...(before ? { change: changeBetween(before, check) } : {}) };
    })
    .toReversed();
};

export type KeptNoteCheck = NonNullable<Awaited<ReturnType<typeof keptNoteChecks>>>[number];
