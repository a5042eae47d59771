const vowels = /[aeiouy]+/gu;

/** Heard syllables, by rule of thumb: vowel groups, less a silent final `e`, `es` or `ed`. At least one. */
export const syllables = (word: string): number => {
  const w = word.toLowerCase().replace(/[^a-z]/gu, '');
  const groups = w.match(vowels)?.length ?? 0;
  const silent = groups > 1 && /[^aeiouyl]e$|[^aeioutdscgzx]es$|[^aeioutd]ed$|[aeiouy]le$/u.test(w) ? 1 : 0;
  return Math.max(1, groups - silent);
};

const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?])\s+|\n+/u).filter((s) => /[\p{L}\p{N}]/u.test(s));

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu) ?? [];

/**
 * Flesch-Kincaid grade of English text (Kincaid et al. 1975), to one decimal. Each line counts as at
 * least one sentence. Zero for a text without words.
 */
export const readingGrade = (text: string): number => {
  const words = wordsOf(text);
  const sentences = sentencesOf(text).length;
  if (words.length === 0 || sentences === 0) return 0;
  const sounds = words.reduce((sum, w) => sum + syllables(w), 0);
  const grade = 0.39 * (words.length / sentences) + 11.8 * (sounds / words.length) - 15.59;
  return Math.max(0, Math.round(grade * 10) / 10);
};
