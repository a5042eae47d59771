/** What is open on the reading page: a document, and the point of the criteria on which one stands. */
export type ReadingSearch = { readonly document?: string; readonly leaf?: string };

export const readReadingSearch = ({ document, leaf }: Record<string, unknown>): ReadingSearch => ({
  ...(typeof document === 'string' ? { document } : {}),
  ...(typeof leaf === 'string' ? { leaf } : {}),
});
