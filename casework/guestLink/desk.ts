import { mayNot } from '@openum/domain/case/capability.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { LinkMailResult } from '@openum/domain/peerToPeer/event.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { loadCase } from '../case/load.ts';
import type { GuestLink, LinkSubject } from '../port/guestLinks.ts';

/** What the desk sees of a link: never its token. */
export type LinkState = Pick<
  GuestLink,
  'about' | 'subjectId' | 'toNpi' | 'createdAt' | 'createdBy' | 'expiresAt' | 'lockedAt' | 'revokedAt'
>;

export type MadeLink = { readonly expiresAt: Instant; readonly mailed?: LinkMailResult };

const isFor = (a: LinkSubject, b: LinkSubject): boolean => a.about === b.about && a.subjectId === b.subjectId;

const stateOf = ({ tenantId: _t, linkHash: _h, caseId: _c, failedTries: _f, ...state }: GuestLink): LinkState => state;

/** The latest link of each thing of a case that has one. */
export const linksOf = async ({ casework, tenant }: Acting, caseId: string): Promise<readonly LinkState[]> => {
  const links = await casework.guestLinks.ofCase({ tenantId: tenant.tenantId }, caseId);
  return links.filter((l, at) => links.findIndex((x) => isFor(x, l)) === at).map(stateOf);
};

export const revokeLink = async (
  { casework, tenant, actor, now }: Acting,
  caseId: string,
  subject: LinkSubject,
): Promise<Refusal | undefined> => {
  const scope = { tenantId: tenant.tenantId };
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) return refuse('caseNotFound');
  const no = mayNot('AddNote', actor, loaded.state);
  if (no) return no;
  const links = await casework.guestLinks.ofCase(scope, caseId);
  if (!links.some((l) => isFor(l, subject))) return refuse('linkUnknown');
  await casework.guestLinks.revoke(scope, subject, now);
  return undefined;
};
