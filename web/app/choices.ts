import { capital } from './format.ts';

/** Options of a selection, in the words of the screen. */
export const choices = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: capital(words[value]) }));
