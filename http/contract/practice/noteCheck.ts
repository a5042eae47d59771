import type { KeptNoteCheck } from '@openum/casework/practice/noteCheck/keep.ts';
import { longestNote } from '@openum/domain/noteCheck/check.ts';
import { z } from 'zod';

/** GET /api/practice/note-guide: what the browser needs to read a note by itself; no note leaves the desk for that. */
export type { NoteKnowledge } from '@openum/domain/noteCheck/reader.ts';
export type { KeptNoteCheck };

/** GET /api/practice/episodes/:episodeId/note-checks, newest first. */
export type KeptNoteChecks = { readonly checks: readonly KeptNoteCheck[] };

/** POST /api/practice/episodes/:episodeId/note-checks. */
export const keepNoteCheckBody = z.object({
  commandId: z.uuid(),
  text: z.string().trim().min(1, 'it is missing').max(longestNote, `at most ${longestNote} characters`),
  levelOfCare: z.string().min(1, 'it is missing').max(100),
  previous: z.string().max(longestNote, `at most ${longestNote} characters`).optional(),
});
export type KeepNoteCheckBody = z.input<typeof keepNoteCheckBody>;
