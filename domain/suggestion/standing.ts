const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Which of these codes stand in a text as words of their own. */
export const codesStanding = (texts: readonly string[], codes: readonly string[]): readonly string[] => {
  const whole = texts.join('\n').toUpperCase();
  const words = new Set(whole.match(/[A-Z0-9]+/g));
  return [...new Set(codes)].filter((code) => {
    const sought = code.toUpperCase();
    return /^[A-Z0-9]+$/.test(sought)
      ? words.has(sought)
      : new RegExp(`(?<![A-Z0-9])${escaped(sought)}(?![A-Z0-9])`).test(whole);
  });
};
