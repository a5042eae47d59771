import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { GuestLinks } from '@openum/casework/port/guestLinks.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { appendOf, at } from './samples.ts';

export type GuestLinkPorts = { readonly cases: CaseStore; readonly guestLinks: GuestLinks };

const hashes = new Set<string>();
const newHash = (): string => {
  const hash = (hashes.size + 1).toString(16).padStart(64, '0');
  hashes.add(hash);
  return hash;
};

export const guestLinkContract = (name: string, store: () => GuestLinkPorts, fresh: Fresh<string>): void => {
  const now = at('2026-11-23T16:00:00.000Z');
  const given = async (scope = { tenantId: fresh() }) => {
    const { cases, guestLinks } = store();
    await cases.append(scope, appendOf('case-1'));
    const link = {
      linkHash: newHash(),
      caseId: 'case-1',
      about: 'peerToPeer' as const,
      subjectId: 'offer-1',
      createdAt: now,
      createdBy: 'Cleo Ordinator',
      expiresAt: at('2026-11-25T16:00:00.000Z'),
    };
    await guestLinks.create(scope, link);
    return { guestLinks, scope, link };
  };

  describe(`${name}: the link of a clinician`, () => {
    test('is found by its hash without a tenant, and by nothing else', async () => {
      const { guestLinks, scope, link } = await given();
      expect(await guestLinks.byHash(link.linkHash)).toEqual({ ...link, ...scope, failedTries: 0 });
      expect(await guestLinks.byHash('0'.repeat(64))).toBeUndefined();
      expect(await guestLinks.ofCase({ tenantId: fresh() }, 'case-1')).toEqual([]);
    });

    test('is locked once its tries are used up, and stays so', async () => {
      const { guestLinks, scope, link } = await given();
      const take = () => guestLinks.takeTry(scope, link.linkHash, 3, now);
      expect([await take(), await take(), await take()]).toEqual([true, true, true]);
      expect([await take(), await take()]).toEqual([false, false]);
      expect(await guestLinks.byHash(link.linkHash)).toMatchObject({ lockedAt: now });
    });

    test('has all its tries again after a right one', async () => {
      const { guestLinks, scope, link } = await given();
      const take = () => guestLinks.takeTry(scope, link.linkHash, 2, now);
      await take();
      await guestLinks.forgetTries(scope, link.linkHash);
      expect([await take(), await take(), await take()]).toEqual([true, true, false]);
    });

    test('gives no more tries when many are made at once', async () => {
      const { guestLinks, scope, link } = await given();
      const taken = await Promise.all(
        Array.from({ length: 12 }, () => guestLinks.takeTry(scope, link.linkHash, 5, now)),
      );
      expect(taken.filter(Boolean)).toHaveLength(5);
    });

    test('ends when it is revoked, and when another is made for the same offer', async () => {
      const { guestLinks, scope, link } = await given();
      await guestLinks.create(scope, { ...link, linkHash: newHash() });
      expect(await guestLinks.byHash(link.linkHash)).toMatchObject({ revokedAt: now });
      await guestLinks.revoke(scope, link, now);
      expect((await guestLinks.ofCase(scope, 'case-1')).map((l) => l.revokedAt)).toEqual([now, now]);
    });

    test('leads to a request for information as well, for one provider, and is another link than that of a talk', async () => {
      const { guestLinks, scope, link } = await given();
      const asked = { ...link, linkHash: newHash(), about: 'information' as const, toNpi: '1770000031' };
      await guestLinks.create(scope, asked);
      expect(await guestLinks.byHash(asked.linkHash)).toEqual({ ...asked, ...scope, failedTries: 0 });
      expect(await guestLinks.byHash(link.linkHash)).not.toHaveProperty('revokedAt');
      await guestLinks.revoke(scope, asked, now);
      expect(await guestLinks.byHash(asked.linkHash)).toMatchObject({ revokedAt: now });
      expect(await guestLinks.byHash(link.linkHash)).not.toHaveProperty('revokedAt');
      await guestLinks.create(scope, { ...asked, linkHash: newHash() });
      expect(await guestLinks.byHash(link.linkHash)).not.toHaveProperty('revokedAt');
    });

    test('is out of reach of another tenant', async () => {
      const { guestLinks, link } = await given();
      const other = { tenantId: fresh() };
      expect(await guestLinks.takeTry(other, link.linkHash, 3, now)).toBe(false);
      await guestLinks.revoke(other, link, now);
      expect(await guestLinks.byHash(link.linkHash)).toMatchObject({ failedTries: 0 });
      expect(await guestLinks.byHash(link.linkHash)).not.toHaveProperty('revokedAt');
    });
  });
};
