export const editorParts = [
  'points',
  'continued',
  'additional',
  'applies',
  'reminders',
  'examples',
  'case',
  'replay',
  'versions',
] as const;
export type EditorPart = (typeof editorParts)[number];

export const partWord: Record<EditorPart, string> = {
  points: 'Points',
  continued: 'Continued care',
  additional: 'Asked in addition',
  applies: 'Applies to, approves',
  reminders: 'Reminders',
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
