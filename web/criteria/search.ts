import { type LineOfBusiness, linesOfBusiness } from '@openum/domain/case/request.ts';

/** What the address of the library says. */
export type LibrarySearch = {
  readonly status?: 'active' | 'draft';
  readonly line?: LineOfBusiness;
  readonly text?: string;
};

export const readLibrarySearch = (search: Record<string, unknown>): LibrarySearch => {
  const { status } = search;
  const line = linesOfBusiness.find((l) => l === search.line);
  const text = typeof search.text === 'string' ? search.text.slice(0, 100) : '';
  return {
    ...(status === 'active' || status === 'draft' ? { status } : {}),
    ...(line ? { line } : {}),
    ...(text ? { text } : {}),
  };
};
