import type { Identity, Tenant } from '@openum/casework/port/identity.ts';
import type { PracticeGrants } from '@openum/casework/port/practiceGrants.ts';
import type { PracticeGrant } from '@openum/domain/practiceGrant/grant.ts';
import { calendarDate, zoneId } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at } from './samples.ts';

export type PracticeGrantPorts = { readonly identity: Identity; readonly practiceGrants: PracticeGrants };

const admin = { userId: 'admin', name: 'Ada' };
const revoked = { at: at('2026-11-21T15:00:00.000Z'), by: admin, reason: 'The contract is over.' };

export const practiceGrantContract = (name: string, store: () => PracticeGrantPorts, fresh: Fresh<string>): void => {
  const organization = async (kind: Tenant['kind'] = 'practice'): Promise<Tenant> => {
    const tenantId = fresh();
    const tenant: Tenant = {
      tenantId,
      name: `Organization ${tenantId}`,
      kind,
      zone: zoneId('America/Chicago'),
      accreditations: [],
    };
    await store().identity.createTenant(tenant);
    return tenant;
  };
  const grantTo = (vendor: Tenant, grantId: string, change: Partial<PracticeGrant> = {}): PracticeGrant => ({
    grantId,
    to: { userId: 'dana', name: 'Dana', tenantId: vendor.tenantId, organization: vendor.name },
    roles: ['utilizationReviewStaff', 'biller'],
    from: calendarDate('2026-11-20'),
    through: calendarDate('2026-12-31'),
    grantedAt: at('2026-11-20T15:00:00.000Z'),
    grantedBy: admin,
    ...change,
  });

  describe(`${name}: leave of a practice for people of others`, () => {
    test('is found by the practice and by the person, and a second giving changes nothing', async () => {
      const { practiceGrants } = store();
      const [practice, vendor] = [await organization(), await organization()];
      const [first, second] = [
        grantTo(vendor, 'g1'),
        grantTo(vendor, 'g2', { grantedAt: at('2026-11-20T16:00:00.000Z') }),
      ];
      await practiceGrants.add(practice, first);
      await practiceGrants.add(practice, { ...first, roles: ['frontDesk'] });
      await practiceGrants.add(practice, second);
      expect(await practiceGrants.list(practice)).toEqual([second, first]);
      expect(await practiceGrants.ofPerson(vendor, 'dana')).toEqual([
        { practice, grant: second },
        { practice, grant: first },
      ]);
    });

    test('is ended once, and by the practice that gave it', async () => {
      const { practiceGrants } = store();
      const [practice, other, vendor] = [await organization(), await organization(), await organization()];
      await practiceGrants.add(practice, grantTo(vendor, 'g1'));
      expect(await practiceGrants.revoke(other, 'g1', revoked)).toBe(false);
      expect(await practiceGrants.revoke(practice, 'g1', revoked)).toBe(true);
      expect(await practiceGrants.revoke(practice, 'g1', { ...revoked, reason: 'Another reason.' })).toBe(false);
      expect(await practiceGrants.list(practice)).toEqual([grantTo(vendor, 'g1', { revoked })]);
    });

    test('shows to another practice, another organization and another person nothing', async () => {
      const { practiceGrants } = store();
      const [practice, other, vendor] = [await organization(), await organization(), await organization()];
      await practiceGrants.add(practice, grantTo(vendor, 'g1'));
      expect(await practiceGrants.list(other)).toEqual([]);
      expect(await practiceGrants.ofPerson(other, 'dana')).toEqual([]);
      expect(await practiceGrants.ofPerson(practice, 'dana')).toEqual([]);
      expect(await practiceGrants.ofPerson(vendor, 'eli')).toEqual([]);
    });

    test('of a plan lets nobody in', async () => {
      const { practiceGrants } = store();
      const [plan, vendor] = [await organization('plan'), await organization()];
      await practiceGrants.add(plan, grantTo(vendor, 'g1'));
      expect(await practiceGrants.ofPerson(vendor, 'dana')).toEqual([]);
    });
  });
};
