import { draftPrefix } from '../app/drafts.ts';
/** The part of sessionStorage that drafts need. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Drafts belong to one person and one thing being written; a second person on the same machine never sees them. */
export const draftKey = (userId: string, subject: string, form: string): string =>
  `${draftPrefix}${userId}:${subject}:${form}`;

/** What was kept, laid over `initial`, so that a field added later has a value. Undefined when nothing usable was kept. */
export const readDraft = <T extends object>(store: DraftStore, key: string, initial: T): T | undefined => {
  const text = store.getItem(key);
  if (text === null) return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return undefined;
    return { ...initial, ...kept };
  } catch {
    return undefined;
  }
};

/** False when the browser refuses to keep it (storage full or switched off); the form goes on all the same. */
export const writeDraft = (store: DraftStore, key: string, value: object): boolean => {
  try {
    store.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
};

export const clearDraft = (store: DraftStore, key: string): void => store.removeItem(key);
