import { fileKinds } from '@openum/domain/payerFile/file.ts';
import type { FileSearch } from './queries.ts';

/** What an address may say about the list of files; anything else in it is left out. */
export const readFileSearch = (search: Record<string, unknown>): FileSearch => ({
  ...(search.show === 'all' ? { show: 'all' as const } : {}),
  ...(search.direction === 'in' || search.direction === 'out' ? { direction: search.direction } : {}),
  ...(fileKinds.some((k) => k === search.kind) ? { kind: String(search.kind) } : {}),
});
