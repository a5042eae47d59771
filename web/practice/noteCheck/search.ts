export type NoteCheckSearch = { readonly episode?: string; readonly level?: string };

/** Whose note, and for which level of care, as the address holds them. */
export const readNoteCheckSearch = ({ episode, level }: Record<string, unknown>): NoteCheckSearch => ({
  ...(typeof episode === 'string' && episode !== '' ? { episode } : {}),
  ...(typeof level === 'string' && level !== '' ? { level } : {}),
});
