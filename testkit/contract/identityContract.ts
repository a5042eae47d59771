import type { Identity, Tenant, User } from '@openum/casework/port/identity.ts';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at, physician } from './samples.ts';

const tenantOf = (tenantId: string): Tenant => ({
  tenantId,
  name: 'Prairie Health',
  kind: 'plan',
  zone: 'America/New_York' as ZoneId,
  accreditations: ['ncqa'],
});

export const identityContract = (name: string, store: () => Identity, fresh: Fresh<string>): void => {
  const own = async () => {
    const identity = store();
    const tenantId = fresh();
    await identity.createTenant(tenantOf(tenantId));
    const user: User = {
      userId: 'u1',
      tenantId,
      email: `Ana@${tenantId}.example`,
      name: 'Ana',
      roles: ['medicalDirector'],
      qualification: physician.qualification,
      active: true,
    };
    return { identity, tenantId, scope: { tenantId }, user };
  };

  describe(`${name}: organizations and people`, () => {
    test('come back as they were saved', async () => {
      const { identity, scope, tenantId, user } = await own();
      const full = {
        ...tenantOf(fresh()),
        kind: 'practice' as const,
        phone: '+1 555 0100',
        tty: '711',
        hours: 'weekdays, 9 to 5',
        addressLines: ['1 Main St', 'Columbus OH'],
      };
      await identity.createTenant(full);
      expect(await identity.tenant({ tenantId: full.tenantId })).toEqual(full);
      expect(await identity.tenant(scope)).toEqual(tenantOf(tenantId));
      expect(await identity.tenant({ tenantId: fresh() })).toBeUndefined();
      expect(await identity.tenants()).toEqual(expect.arrayContaining([tenantOf(tenantId), full]));
      const { qualification: _, ...plain } = { ...user, userId: 'u2', email: `b@${tenantId}.example`, name: 'Ab' };
      await identity.createUser(user, 'hash');
      await identity.createUser(plain, 'hash');
      expect(await identity.user(scope, 'u1')).toEqual(user);
      expect(await identity.users(scope)).toEqual([plain, user]);
      expect(await identity.user({ tenantId: fresh() }, 'u1')).toBeUndefined();
    });

    test('change by name, zone and letterhead, and stay what they are', async () => {
      const { identity, scope, tenantId } = await own();
      const { kind, ...before } = tenantOf(tenantId);
      const after = {
        ...before,
        name: 'Renamed',
        phone: '+1 555 0101',
        addressLines: ['2 Main St'],
        accreditations: ['URAC'],
      };
      await identity.saveTenant({ ...after, kind: kind === 'plan' ? 'practice' : 'plan' });
      expect(await identity.tenant(scope)).toEqual({ ...after, kind });
      const stranger = tenantOf(fresh());
      await identity.saveTenant(stranger);
      expect(await identity.tenant(stranger)).toBeUndefined();
    });

    test('sign in by e-mail in any case, and an e-mail belongs to one person of all organizations', async () => {
      const { identity, user } = await own();
      await identity.createUser(user, '$argon2id$hash');
      expect(await identity.userForSignIn(user.email.toUpperCase())).toEqual({ user, passwordHash: '$argon2id$hash' });
      expect(await identity.userForSignIn('nobody@example.org')).toBeUndefined();
      const other = await own();
      const thief = { ...other.user, email: user.email.toLowerCase() };
      await expect(identity.createUser(thief, 'x')).rejects.toThrow('email: it is already in use');
    });
  });

  describe(`${name}: a session`, () => {
    const expiresAt = at('2026-11-20T16:00:00.000Z');

    test('is that of its user until it expires or is closed', async () => {
      const { identity, tenantId, user } = await own();
      await identity.createUser(user, 'hash');
      const sessionHash = `s-${tenantId}`;
      await identity.openSession({ sessionHash, userId: 'u1', tenantId, expiresAt });
      expect(await identity.session(sessionHash, at('2026-11-20T15:59:59.999Z'))).toEqual(user);
      expect(await identity.session(sessionHash, expiresAt)).toBeUndefined();
      expect(await identity.session('another', at('2026-11-20T15:00:00.000Z'))).toBeUndefined();
      await identity.closeSession(sessionHash);
      expect(await identity.session(sessionHash, at('2026-11-20T15:00:00.000Z'))).toBeUndefined();
    });

    test('of a person who is no longer active is none', async () => {
      const { identity, tenantId, user } = await own();
      await identity.createUser({ ...user, active: false }, 'hash');
      await identity.openSession({ sessionHash: `s-${tenantId}`, userId: 'u1', tenantId, expiresAt });
      expect(await identity.session(`s-${tenantId}`, at('2026-11-20T15:00:00.000Z'))).toBeUndefined();
      expect((await identity.userForSignIn(user.email))?.user.active).toBe(false);
    });

    test('of a person of another organization cannot be opened', async () => {
      const { identity, user } = await own();
      const other = await own();
      await identity.createUser(user, 'hash');
      const session = { sessionHash: `s-${other.tenantId}`, userId: 'u1', tenantId: other.tenantId, expiresAt };
      await expect(identity.openSession(session)).rejects.toThrow();
    });
  });

  describe(`${name}: the portal of a plan`, () => {
    const practice = async (identity: Identity): Promise<Tenant> => {
      const tenant = { ...tenantOf(fresh()), kind: 'practice' as const };
      await identity.createTenant(tenant);
      return tenant;
    };

    test('is open to the practices that the plan lets in, in the name of the providers that it names', async () => {
      const { identity, tenantId } = await own();
      const [ours, others] = [await practice(identity), await practice(identity)];
      expect(await identity.portalOf(ours.tenantId)).toEqual([]);
      const npis = ['1234567893', '1999999992'];
      await identity.grantPortal({ planTenantId: tenantId, practiceTenantId: ours.tenantId, npis });
      expect(await identity.portalOf(ours.tenantId)).toEqual([{ plan: tenantOf(tenantId), npis }]);
      expect(await identity.portalOf(others.tenantId)).toEqual([]);
      expect(await identity.portalOf(tenantId)).toEqual([]);
    });

    test('takes the newest list of providers, and one without any ends the access', async () => {
      const { identity, tenantId } = await own();
      const ours = await practice(identity);
      const grant = (npis: readonly string[]) =>
        identity.grantPortal({ planTenantId: tenantId, practiceTenantId: ours.tenantId, npis });
      await grant(['1234567893']);
      await grant(['1999999992']);
      expect((await identity.portalOf(ours.tenantId)).map((a) => a.npis)).toEqual([['1999999992']]);
      await grant([]);
      expect(await identity.portalOf(ours.tenantId)).toEqual([]);
    });

    test('of several plans are several, each with its own providers', async () => {
      const [first, second] = [await own(), await own()];
      const ours = await practice(first.identity);
      const ids = [first.tenantId, second.tenantId].toSorted();
      for (const planTenantId of ids.toReversed())
        await first.identity.grantPortal({ planTenantId, practiceTenantId: ours.tenantId, npis: [planTenantId] });
      expect(await first.identity.portalOf(ours.tenantId)).toEqual(
        ids.map((id) => ({ plan: tenantOf(id), npis: [id] })),
      );
    });

    test('is granted by plans to practices only', async () => {
      const { identity, tenantId } = await own();
      const other = await own();
      const [ours, theirs] = [await practice(identity), await practice(identity)];
      const npis = ['1234567893'];
      await identity.grantPortal({ planTenantId: tenantId, practiceTenantId: other.tenantId, npis });
      expect(await identity.portalOf(other.tenantId)).toEqual([]);
      await identity.grantPortal({ planTenantId: theirs.tenantId, practiceTenantId: ours.tenantId, npis });
      expect(await identity.portalOf(ours.tenantId)).toEqual([]);
      await expect(identity.grantPortal({ planTenantId: tenantId, practiceTenantId: fresh(), npis })).rejects.toThrow();
      await expect(
        identity.grantPortal({ planTenantId: fresh(), practiceTenantId: ours.tenantId, npis }),
      ).rejects.toThrow();
    });
  });

  describe(`${name}: a sending system`, () => {
    test('is known by its token alone', async () => {
      const { identity, tenantId } = await own();
      const client = { clientId: 'ehr', tenantId, name: 'EHR', scopes: ['pas.submit', 'pas.inquire'] };
      await identity.createClient(client, `t-${tenantId}`);
      expect(await identity.clientByToken(`t-${tenantId}`)).toEqual(client);
      expect(await identity.clientByToken('another')).toBeUndefined();
    });
  });
};
