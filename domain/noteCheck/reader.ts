import { readyTextRules, type TextRules } from '../text/rule.ts';
import { checkNote, type NoteCheck, type NoteToCheck } from './check.ts';
import { type NoteGuide, readyGuide } from './guide.ts';

/** Everything that a check needs to know; plain data, the same on the server and in the browser. */
export type NoteKnowledge = { readonly guide: NoteGuide; readonly text: TextRules };

export type NoteReader = (note: NoteToCheck) => NoteCheck | undefined;

/** Reads the phrases of the knowledge once, for as many notes as come. */
export const noteReader = ({ guide, text }: NoteKnowledge): NoteReader => {
  const [ready, rules] = [readyGuide(guide), readyTextRules(text)];
  return (note) => checkNote(note, ready, rules);
};
