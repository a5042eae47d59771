/** Everything typed and not sent stands under keys that begin so; it may hold health information. */
export const draftPrefix = 'openum.draft:';

/** Nothing that was typed stays behind for the next person at this desk. */
export const forgetDrafts = (storage: Pick<Storage, 'length' | 'key' | 'removeItem'>): void => {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i));
  for (const key of keys) if (key?.startsWith(draftPrefix)) storage.removeItem(key);
};
