import { randomBytes } from 'node:crypto';
import type { Casework } from '@openum/casework/casework.ts';
import { zoneId } from '@openum/domain/time/instant.ts';
import { hashPassword } from '@openum/http/auth/password.ts';
import { newToken, tokenHash } from '@openum/http/auth/token.ts';
import type { Config } from './config.ts';
import { writeDemoLine } from './demo/payer.ts';
import { writeDemoFileLine } from './demo/payerFile.ts';
import type { DemoAccess } from './demo/people.ts';
import { seedDemo } from './demo/seed.ts';
import { markFinished, markUnfinished } from './installation.ts';
import { outboxTurn, type Wired } from './wiring.ts';

/** An organization without data, and one administrator who can fill it. */
const firstAdministrator = async ({ identity, environment }: Casework): Promise<DemoAccess> => {
  const tenant = {
    tenantId: environment.newId(),
    name: 'My organization',
    kind: 'plan' as const,
    zone: zoneId('America/New_York'),
    accreditations: [],
  };
  await identity.createTenant(tenant);
  const password = randomBytes(12).toString('base64url');
  const user = {
    userId: environment.newId(),
    tenantId: tenant.tenantId,
    email: 'admin@localhost.localdomain',
    name: 'Administrator',
    roles: ['administrator', 'umDirector'] as const,
    active: true,
  };
  await identity.createUser(user, await hashPassword(password));
  const token = newToken();
  const client = { clientId: environment.newId(), tenantId: tenant.tenantId, name: 'First client', scopes: ['pas'] };
  await identity.createClient(client, tokenHash(token));
  return { token, users: [{ email: user.email, password, tenant: tenant.name, roles: [...user.roles] }] };
};

/**
 * Fills an empty database once; undefined when there is somebody in it already. `keep` puts the sign-ins where people find them;
 * a start that is killed before that is begun anew by the next one.
 */
export const firstStart = async (
  wired: Wired,
  { demo, dataDir }: Pick<Config, 'demo' | 'dataDir'>,
  keep: (access: DemoAccess) => void,
): Promise<DemoAccess | undefined> => {
  const { casework } = wired;
  if ((await casework.identity.tenants()).length > 0) return undefined;
  markUnfinished(dataDir);
  // The cards of the demonstration name the line; its token is known when the people are there.
  if (demo) {
    writeDemoLine(dataDir, '');
    writeDemoFileLine(dataDir);
  }
  const access = demo ? await seedDemo(casework, Date.now(), drainedBy(wired)) : await firstAdministrator(casework);
  if (demo) writeDemoLine(dataDir, access.token);
  keep(access);
  markFinished(dataDir);
  return access;
};

const drainedBy = (wired: Wired): ((then: Casework) => Promise<void>) => {
  const { now } = wired.casework.environment;
  const turn = outboxTurn(
    wired,
    (_entry, error) => {
      throw error;
    },
    // Documents are read once the product runs: nobody should wait for that at the first start.
    { 'documents.read': async () => ({ againAt: now() }) },
  );
  return async (then) => {
    while ((await turn(then)) > 0);
  };
};
