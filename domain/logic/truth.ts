/** Three values (Kleene). What nobody documented is `unknown`, never `notMet`. */
export type Truth = 'met' | 'notMet' | 'unknown';

export const not = (t: Truth): Truth => (t === 'met' ? 'notMet' : t === 'notMet' ? 'met' : 'unknown');

export const all = (truths: readonly Truth[]): Truth =>
  truths.includes('notMet') ? 'notMet' : truths.includes('unknown') ? 'unknown' : 'met';

export const any = (truths: readonly Truth[]): Truth =>
  truths.includes('met') ? 'met' : truths.includes('unknown') ? 'unknown' : 'notMet';

/** Met when at least `n` are; not met when even the unknown ones could not make it `n`. */
export const atLeast = (n: number, truths: readonly Truth[]): Truth => {
  const met = truths.filter((t) => t === 'met').length;
  const unknown = truths.filter((t) => t === 'unknown').length;
  return met >= n ? 'met' : met + unknown < n ? 'notMet' : 'unknown';
};
