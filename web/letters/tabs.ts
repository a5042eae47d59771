export const letterTabs = ['print', 'returned', 'spoken', 'batches', 'runs', 'settings'] as const;
export type LetterTab = (typeof letterTabs)[number];

export const readLettersSearch = (search: Record<string, unknown>): { tab?: LetterTab } => {
  const tab = letterTabs.find((t) => t === search.tab);
  return tab ? { tab } : {};
};
