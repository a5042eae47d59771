import { refuse } from '@openum/domain/case/refusal.ts';
import { changeBetween, type NoteToCheck, summaryOf } from '@openum/domain/noteCheck/check.ts';
import { noteReader } from '@openum/domain/noteCheck/reader.ts';
import type { Casework } from '../../casework.ts';
import type { PracticeActing } from '../acting.ts';
import { byAt } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';
import { loadEpisode } from '../episode/load.ts';

/** What the rules of this server find in a note, as the record keeps it; undefined for a level that the guide does not know. */
const checkOf = ({ environment, knowledge }: Casework, note: NoteToCheck, noteCheckId: string) => {
  const check = noteReader(knowledge.noteCheck)(note);
  return check && { noteCheckId, textSha256: environment.sha256Hex(note.text), ...summaryOf(check) };
};

/** What was found in the words of a request: as they came in, when they were changed since, and as they go. */
export const checksOfRequest = (
  casework: Casework,
  { levelOfCare, clinicalSummary, noteBefore }: ComposedNote,
): readonly NonNullable<ReturnType<typeof checkOf>>[] => {
  const before = noteBefore?.trim() && noteBefore.trim() !== clinicalSummary.trim() ? [noteBefore] : [];
  return [...before, clinicalSummary].flatMap((text) => {
    const check = checkOf(casework, { text, levelOfCare }, casework.environment.newId());
    return check ? [check] : [];
  });
};

export type ComposedNote = {
  readonly levelOfCare: string;
  readonly clinicalSummary: string;
  /** How the words were when they came in. */
  readonly noteBefore?: string;
};

export type NoteToKeep = NoteToCheck & { readonly episodeId: string; readonly commandId: string };

/** Reads the note once more, by the rules of this server, and writes what it found into the record; the note itself is not kept. */
export const keepNoteCheck = (
  me: PracticeActing,
  { episodeId, commandId, ...note }: NoteToKeep,
): Promise<EpisodeActed> => {
  const check = checkOf(me.casework, note, commandId);
  return actOnEpisode(me.casework, me.scope, {
    episodeId,
    commandId,
    command: () =>
      check
        ? {
            type: 'KeepNoteCheck',
            ...check,
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
