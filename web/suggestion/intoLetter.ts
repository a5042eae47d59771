const bracket = /^\[Treating clinician:.*\]$/m;

/** Adds an argument to the letter of an appeal, before what a clinician still has to add; the bracket stays until a person takes it out. */
export const intoLetter = (letter: string, argument: string): string => {
  const point = `- ${argument.trim()}`;
  const found = bracket.exec(letter);
  if (!found) return `${letter.trimEnd()}\n\n${point}`;
  const [before, after] = [letter.slice(0, found.index), letter.slice(found.index)];
  const glue = before.trimEnd();
  return `${glue}\n${/- [^\n]*$/.test(glue) ? '' : '\n'}${point}\n\n${after}`;
};
