export const editorParts = ['points', 'continued', 'applies', 'examples', 'case', 'replay', 'versions'] as const;
export type EditorPart = (typeof editorParts)[number];

export const partWord: Record<EditorPart, string> = {
  points: 'Points',
  continued: 'Continued care',
  applies: 'Applies to, approves',
  examples: 'Examples',
  case: 'Past case',
  replay: 'Replay',
  versions: 'Versions',
};

/** What the address of the editor says. */
export type EditorSearch = { readonly part?: EditorPart };

export const readEditorSearch = (search: Record<string, unknown>): EditorSearch => {
  const part = editorParts.find((p) => p === search.part);
  return part ? { part } : {};
};
