export const auditTabs = ['samples', 'public', 'universes'] as const;
export type AuditTab = (typeof auditTabs)[number];
export type AuditSearch = { readonly tab?: AuditTab; readonly year?: string };

export const readAuditSearch = (search: Record<string, unknown>): AuditSearch => {
  const tab = auditTabs.find((t) => t === search.tab);
  const year = typeof search.year === 'string' && /^20\d\d$/.test(search.year) ? search.year : undefined;
  return { ...(tab && tab !== 'samples' ? { tab } : {}), ...(year ? { year } : {}) };
};
