import sentences from './sentences.json' with { type: 'json' };

const sets = ['build', 'measure'] as const;
/** The words of the one were looked at while the guide was written; those of the other only measure it. */
export type NoteSet = (typeof sets)[number];

export const noteSections = ['subjective', 'objective', 'assessment', 'plan'] as const;
type NoteSection = (typeof noteSections)[number];

/**
 * A sentence with what it says: `+` a concept of the guide, `-` its contrary, `!` wording that hurts. One that says nothing is
 * a distractor: of a relative, of long ago, of what may come, of a box that nobody ticked, or said too loosely to count.
 */
export type BankSentence = {
  readonly set: NoteSet;
  readonly section: NoteSection;
  readonly text: string;
  readonly says: readonly string[];
};

export const bank = sentences as readonly BankSentence[];
