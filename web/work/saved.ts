import { useState } from 'react';
import { readWorkSearch, type WorkSearch } from './filter.ts';

export type SavedFilter = { readonly name: string; readonly search: WorkSearch };

const keyOf = (userId: string) => `openum.savedFilters.${userId}`;

/** Reads what was kept; anything that is not a saved filter any more is dropped. */
export const readSaved = (text: string | null): readonly SavedFilter[] => {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((each: unknown) => {
      if (typeof each !== 'object' || each === null) return [];
      const { name, search } = each as Record<string, unknown>;
      if (typeof name !== 'string' || typeof search !== 'object' || search === null) return [];
      return [{ name, search: readWorkSearch(search as Record<string, unknown>) }];
    });
  } catch {
    return [];
  }
};

/** Adds a filter, or replaces the one of the same name. */
export const withSaved = (saved: readonly SavedFilter[], added: SavedFilter): readonly SavedFilter[] =>
  [...saved.filter((s) => s.name !== added.name), added].toSorted((a, b) => a.name.localeCompare(b.name));

/** Filters that a person keeps by name in this browser. */
export const useSavedFilters = (userId: string) => {
  const [saved, setSaved] = useState(() => readSaved(localStorage.getItem(keyOf(userId))));
  const keep = (next: readonly SavedFilter[]) => {
    localStorage.setItem(keyOf(userId), JSON.stringify(next));
    setSaved(next);
  };
  return {
    saved,
    save: (filter: SavedFilter) => keep(withSaved(saved, filter)),
    remove: (name: string) => keep(saved.filter((s) => s.name !== name)),
  };
};
