/** Three values (Kleene). What nobody documented is `unknown`, never `notMet`. */
export const truths = ['met', 'notMet', 'unknown'] as const;
export type Truth = (typeof truths)[number];

export const not = (t: Truth): Truth => (t === 'met' ? 'notMet' : t === 'notMet' ? 'met' : 'unknown');

export const all = (values: readonly Truth[]): Truth =>
  values.includes('notMet') ? 'notMet' : values.includes('unknown') ? 'unknown' : 'met';

export const any = (values: readonly Truth[]): Truth =>
  values.includes('met') ? 'met' : values.includes('unknown') ? 'unknown' : 'notMet';

/** Met when at least `n` are; not met when even the unknown ones could not make it `n`. */
export const atLeast = (n: number, values: readonly Truth[]): Truth => {
  const met = values.filter((t) => t === 'met').length;
  const unknown = values.filter((t) => t === 'unknown').length;
  return met >= n ? 'met' : met + unknown < n ? 'notMet' : 'unknown';
};
