/** What the address of the list says. */
export type TemplatesSearch = { readonly audience?: 'member' | 'provider'; readonly text?: string };

export const readTemplatesSearch = (search: Record<string, unknown>): TemplatesSearch => {
  const { audience } = search;
  const text = typeof search.text === 'string' ? search.text.slice(0, 100) : '';
  return {
    ...(audience === 'member' || audience === 'provider' ? { audience } : {}),
    ...(text ? { text } : {}),
  };
};
