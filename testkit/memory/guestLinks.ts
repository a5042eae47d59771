import type { GuestLink, GuestLinks, LinkSubject } from '@openum/casework/port/guestLinks.ts';

export const memoryGuestLinks = (): GuestLinks => {
  const links = new Map<string, GuestLink>();
  const change = (linkHash: string, part: Partial<GuestLink>) => {
    const link = links.get(linkHash);
    if (link) links.set(linkHash, { ...link, ...part });
  };
  const revoke = (tenantId: string, { about, subjectId }: LinkSubject, revokedAt: GuestLink['createdAt']) => {
    for (const l of links.values())
      if (l.tenantId === tenantId && l.about === about && l.subjectId === subjectId && !l.revokedAt)
        change(l.linkHash, { revokedAt });
  };
  return {
    create: async ({ tenantId }, link) => {
      revoke(tenantId, link, link.createdAt);
      links.set(link.linkHash, { ...link, tenantId, failedTries: 0 });
    },
    byHash: async (linkHash) => structuredClone(links.get(linkHash)),
    takeTry: async ({ tenantId }, linkHash, limit, now) => {
      const link = links.get(linkHash);
      if (!link || link.tenantId !== tenantId || link.lockedAt) return false;
      if (link.failedTries >= limit) {
        change(linkHash, { lockedAt: now });
        return false;
      }
      change(linkHash, { failedTries: link.failedTries + 1 });
      return true;
    },
    forgetTries: async ({ tenantId }, linkHash) => {
      if (links.get(linkHash)?.tenantId === tenantId) change(linkHash, { failedTries: 0 });
    },
    revoke: async ({ tenantId }, subject, now) => revoke(tenantId, subject, now),
    ofCase: async ({ tenantId }, caseId) =>
      [...links.values()]
        .filter((l) => l.tenantId === tenantId && l.caseId === caseId)
        .sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0)),
  };
};
