import type { NoteCheck } from '@openum/domain/noteCheck/check.ts';
import { type NoteKnowledge, noteReader } from '@openum/domain/noteCheck/reader.ts';
import { useDeferredValue, useMemo } from 'react';

type Note = { readonly text: string; readonly levelOfCare: string; readonly previous: string };

/** The check of what is on the screen, a moment behind the typing. With `of`, the text that it speaks of. */
export const useReading = (
  knowledge: NoteKnowledge,
  { text, levelOfCare, previous }: Note,
): { readonly check: NoteCheck | undefined; readonly of: string } => {
  const read = useMemo(() => noteReader(knowledge), [knowledge]);
  const of = useDeferredValue(text);
  const before = useDeferredValue(previous);
  const check = useMemo(
    () => (of.trim() === '' ? undefined : read({ text: of, levelOfCare, previous: before })),
    [read, of, levelOfCare, before],
  );
  return { check, of };
};
