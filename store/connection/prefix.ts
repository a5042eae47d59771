/**
 * Bounds of all texts that start with `prefix`, for columns that are compared by bytes. Comparisons may use an index under row-level
 * security; LIKE may not, because PostgreSQL does not trust it with rows of others.
 */
export const prefixRange = (prefix: string): readonly [from: string, below: string] => [prefix, `${prefix}\u{10ffff}`];
