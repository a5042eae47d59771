import { mayNot } from '@openum/domain/case/capability.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { mailResults } from '@openum/domain/peerToPeer/event.ts';
import { closesAt, openPeerToPeers, type PeerToPeer } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { execute } from '../case/execute.ts';
import { type LoadedCase, loadCase } from '../case/load.ts';
import type { GuestLink } from '../port/guestLinks.ts';
import { hardDeadlines } from './basis.ts';
import { mailClinician } from './mail.ts';

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

/** `unavailable`: the mail server cannot be reached now; the link is good, and whoever made it hands it over. */
export type LinkMailed = (typeof mailResults)[number] | 'unavailable';

export type MadeLink = { readonly expiresAt: Instant; readonly mailed?: LinkMailed };

/** Sends the link to the clinician's address and writes down what became of it. */
const mailLink = async (
  { casework, tenant, actor, now }: Acting,
  { caseId, state }: LoadedCase,
  offer: PeerToPeer,
  link: { readonly hash: string; readonly address: string },
): Promise<LinkMailed> => {
  const mailId = `${offer.offerId}.link-${link.hash.slice(0, 12)}`;
  const clinician = await mailClinician({ casework, tenant, state, offer, kind: 'link', mailId, link: link.address });
  if (clinician === 'unavailable') return clinician;
  const { offerId } = offer;
  await execute(
    casework,
    { tenantId: tenant.tenantId },
    {
      caseId,
      command: () => ({ type: 'TellPeerToPeer', actor, now, offerId, about: 'link', keys: [], plan: [], clinician }),
    },
  );
  return clinician;
};

/**
 * A way in for the clinician of this offer until its window closes. `linkHash` is that of a token which only the caller knows;
 * with `address` the link is sent by mail as well.
 */
export const makeLink = async (
  acting: Acting,
  caseId: string,
  offerId: string,
  linkHash: string,
  address?: string,
): Promise<MadeLink | Refusal> => {
  const { casework, tenant, actor, now } = acting;
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
  if (address === undefined) return { expiresAt };
  return { expiresAt, mailed: await mailLink(acting, loaded, offer, { hash: linkHash, address }) };
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
