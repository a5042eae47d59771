/** Enough words to say that a note is there and how it was when it came in. */
const aNote = 120;

/** How a note was when it came in, after another change: the first text of some length, until the note is cleared. */
export const firstOf = (first: string, next: string): string => {
  if (next.trim() === '') return '';
  return first === '' && next.length >= aNote ? next : first;
};
