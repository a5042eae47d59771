import { mayNot } from '@openum/domain/case/capability.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { closesAt, openPeerToPeers } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { loadCase } from '../case/load.ts';
import type { GuestLink } from '../port/guestLinks.ts';
import { hardDeadlines } from './basis.ts';

/** What the desk sees of a link: never its token. */
export type LinkState = Pick<GuestLink, 'offerId' | 'createdAt' | 'createdBy' | 'expiresAt' | 'lockedAt' | 'revokedAt'>;

const stateOf = ({ offerId, createdAt, createdBy, expiresAt, lockedAt, revokedAt }: GuestLink): LinkState => ({
  offerId,
  createdAt,
  createdBy,
  expiresAt,
  ...(lockedAt ? { lockedAt } : {}),
  ...(revokedAt ? { revokedAt } : {}),
});

/** The latest link of each offer of a case. */
export const linksOf = async ({ casework, tenant }: Acting, caseId: string): Promise<readonly LinkState[]> => {
  const links = await casework.guestLinks.ofCase({ tenantId: tenant.tenantId }, caseId);
  return links.filter((l, at) => links.findIndex((x) => x.offerId === l.offerId) === at).map(stateOf);
};

/** A way in for the clinician of this offer until its window closes. `linkHash` is that of a token which only the caller knows. */
export const makeLink = async (
  { casework, tenant, actor, now }: Acting,
  caseId: string,
  offerId: string,
  linkHash: string,
): Promise<{ readonly expiresAt: Instant } | Refusal> => {
  const scope = { tenantId: tenant.tenantId };
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) return refuse('caseNotFound');
  const no = mayNot('OfferPeerToPeer', actor, loaded.state);
  if (no) return no;
  const offer = openPeerToPeers(loaded.state).find((p) => p.offerId === offerId);
  if (!offer) return refuse('peerToPeerUnknown');
  if (!offer.to.npi) {
    return refuse('fieldInvalid', { field: 'npi', problem: 'a link needs the NPI of the clinician as second factor' });
  }
  const expiresAt = closesAt(offer, hardDeadlines(loaded.state, casework.knowledge, now));
  if (expiresAt <= now) return refuse('peerToPeerEnded');
  await casework.guestLinks.create(scope, {
    linkHash,
    caseId,
    offerId,
    createdAt: now,
    createdBy: actor.name,
    expiresAt,
  });
  return { expiresAt };
};

export const revokeLink = async (
  { casework, tenant, actor, now }: Acting,
  caseId: string,
  offerId: string,
): Promise<Refusal | undefined> => {
  const scope = { tenantId: tenant.tenantId };
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded?.state.peerToPeer.some((p) => p.offerId === offerId)) return refuse('peerToPeerUnknown');
  const no = mayNot('AddNote', actor, loaded.state);
  if (no) return no;
  await casework.guestLinks.revoke(scope, offerId, now);
  return undefined;
};
