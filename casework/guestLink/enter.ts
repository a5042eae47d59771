import type { Case } from '@openum/domain/case/state.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { type LoadedCase, loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { GuestLink, LinkPurpose } from '../port/guestLinks.ts';
import type { Tenant } from '../port/identity.ts';

/** Wrong ones in a row before the link is locked. */
export const secondFactorTries = 5;

export type SecondFactor = { readonly npi: string; readonly birthDate: string };

/** One purpose of links: what they lead to, and whose NPI opens them. */
export type Purpose<S> = {
  readonly about: LinkPurpose;
  /** Undefined: it is no more, and the link with it. */
  readonly subject: (state: Case, link: GuestLink) => S | undefined;
  readonly npi: (subject: S) => string | undefined;
};

export type Found<S> = {
  readonly link: GuestLink;
  readonly tenant: Tenant;
  readonly loaded: LoadedCase;
  readonly subject: S;
};

/** What the bearer of a link alone may see. */
export type GuestGreeting = {
  readonly plan: string;
  readonly phone?: string;
  readonly initials: string;
  readonly zone: string;
  readonly closesAt: Instant;
  readonly locked: boolean;
};

/** `gone`: unknown, revoked, expired, for something else, or what it led to is no more. Nothing tells which. */
export type Denied =
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'gone' };
export type Entered<V> = { readonly kind: 'in'; readonly view: V } | Denied;

/** What a link leads to, while it is good. */
export const findByLink = async <S>(
  casework: Casework,
  linkHash: string,
  purpose: Purpose<S>,
): Promise<Found<S> | undefined> => {
  const link = await casework.guestLinks.byHash(linkHash);
  const now = casework.environment.now();
  if (link?.about !== purpose.about || link.revokedAt || link.expiresAt <= now) return undefined;
  const scope = { tenantId: link.tenantId };
  const [tenant, loaded] = await Promise.all([
    casework.identity.tenant(scope),
    loadCase(casework.cases, scope, link.caseId),
  ]);
  const subject = loaded && purpose.subject(loaded.state, link);
  return tenant && loaded && subject ? { link, tenant, loaded, subject } : undefined;
};

const wrote = (casework: Casework, link: GuestLink, clientId: string): Promise<void> =>
  casework.readLog.record(
    { tenantId: link.tenantId },
    {
      readId: casework.environment.newId(),
      caseId: link.caseId,
      clientId,
      purpose: 'utilizationReview',
      what: 'case',
      resourceId: link.subjectId,
      at: casework.environment.now(),
    },
  );

export const greetByLink = async <S>(
  casework: Casework,
  linkHash: string,
  purpose: Purpose<S>,
  closesAt: (found: Found<S>) => Instant,
): Promise<GuestGreeting | undefined> => {
  const found = await findByLink(casework, linkHash, purpose);
  if (!found) return undefined;
  const { link, tenant, loaded } = found;
  await wrote(casework, link, 'guest without second factor');
  const { member } = loaded.state.request;
  return {
    plan: tenant.name,
    ...(tenant.phone ? { phone: tenant.phone } : {}),
    initials: `${member.given.charAt(0)}. ${member.family.charAt(0)}.`,
    zone: tenant.zone,
    closesAt: closesAt(found),
    locked: link.lockedAt !== undefined,
  };
};

/** The second factor: the clinician's NPI and the member's date of birth, both known to who treats the member. */
export const admit = async <S>(
  casework: Casework,
  linkHash: string,
  factor: SecondFactor,
  purpose: Purpose<S>,
): Promise<Found<S> | Denied> => {
  const found = await findByLink(casework, linkHash, purpose);
  if (!found) return { kind: 'gone' };
  const { link, subject, loaded } = found;
  const scope = { tenantId: link.tenantId };
  const may = await casework.guestLinks.takeTry(scope, linkHash, secondFactorTries, casework.environment.now());
  if (!may) return { kind: 'locked' };
  const npi = purpose.npi(subject);
  const right =
    npi !== undefined && factor.npi.trim() === npi && factor.birthDate === loaded.state.request.member.birthDate;
  if (!right) return { kind: 'wrong', triesLeft: Math.max(0, secondFactorTries - link.failedTries - 1) };
  await casework.guestLinks.forgetTries(scope, linkHash);
  await wrote(casework, link, `guest ${npi}`);
  return found;
};
