import type { Qualification, Role } from '@openum/domain/actor/actor.ts';
import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export type Tenant = {
  readonly tenantId: string;
  readonly name: string;
  readonly kind: 'plan' | 'practice';
  readonly zone: ZoneId;
  /** Printed on letters. */
  readonly phone?: string;
  readonly tty?: string;
  readonly hours?: string;
  readonly addressLines?: readonly string[];
  readonly accreditations: readonly string[];
};

export type User = {
  readonly userId: string;
  readonly tenantId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly qualification?: Qualification;
  readonly active: boolean;
};

/** A sending system. Its token is kept as a hash only. */
export type ApiClient = {
  readonly clientId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly scopes: readonly string[];
};

/** Leave of a plan for a practice to send requests and follow them, in the name of these providers. */
export type PortalGrant = {
  readonly planTenantId: string;
  readonly practiceTenantId: string;
  /** Requesting providers of the practice, by NPI; none ends the access. */
  readonly npis: readonly string[];
};

/** What a practice sees of a grant. */
export type PortalAccess = { readonly plan: Tenant; readonly npis: readonly string[] };

/**
 * Who may come in. Calls before sign-in have no tenant yet; those go through functions of the database that answer for one
 * e-mail, one token or one session only.
 */
export type Identity = {
  createTenant(tenant: Tenant): Promise<void>;
  /** Replaces what is known of an organization that exists; its kind stays. */
  saveTenant(tenant: Tenant): Promise<void>;
  tenants(): Promise<readonly Tenant[]>;
  tenant(scope: Scope): Promise<Tenant | undefined>;
  /** Throws on an e-mail that is already in use. `passwordHash` is a PHC string. */
  createUser(user: User, passwordHash: string): Promise<void>;
  userForSignIn(email: string): Promise<{ readonly user: User; readonly passwordHash: string } | undefined>;
  user(scope: Scope, userId: string): Promise<User | undefined>;
  users(scope: Scope): Promise<readonly User[]>;
  openSession(session: {
    readonly sessionHash: string;
    readonly userId: string;
    readonly tenantId: string;
    readonly expiresAt: Instant;
  }): Promise<void>;
  /** The user of a session that has not expired at `now`. */
  session(sessionHash: string, now: Instant): Promise<User | undefined>;
  closeSession(sessionHash: string): Promise<void>;
  createClient(client: ApiClient, tokenHash: string): Promise<void>;
  clientByToken(tokenHash: string): Promise<ApiClient | undefined>;
  /** Replaces what the plan granted this practice before. */
  grantPortal(grant: PortalGrant): Promise<void>;
  /** Plans whose portal is open to this practice, by tenant id. Only plans let in, and only practices. */
  portalOf(practiceTenantId: string): Promise<readonly PortalAccess[]>;
};
