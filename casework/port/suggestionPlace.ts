/** Where a page of questions or suggestions ended. */
export type SuggestionPlace = { readonly runId: string; readonly position: number };

export const writePlace = ({ runId, position }: SuggestionPlace): string => `${runId}:${position}`;

/** Throws RangeError on a text that no page gave out. */
export const readPlace = (text: string): SuggestionPlace => {
  const [, runId, position] = /^([\w-]{1,64}):(\d{1,6})$/.exec(text) ?? [];
  if (runId === undefined) throw new RangeError('after: it is not where a page of this list ended');
  return { runId, position: Number(position) };
};
