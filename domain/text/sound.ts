/** Why a text cannot be kept: it holds the character NUL, which PostgreSQL takes in no text, or half of a surrogate pair. */
export const unsoundness = (text: string): 'nul' | 'halfCharacter' | undefined => {
  if (text.includes('\0')) return 'nul';
  return text.isWellFormed() ? undefined : 'halfCharacter';
};
