import type { LetterCues } from '@openum/domain/denial/letter/suggest.ts';
import cues from './cues.json' with { type: 'json' };

/** The words by which letters of denial name what they say. */
export const letterCues: LetterCues = cues;
