/** JSON with the members of each object in order: equal texts for equal content. */
export const canonical = (x: unknown): string =>
  JSON.stringify(x, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
