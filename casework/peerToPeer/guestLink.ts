import { mayNot } from '@openum/domain/case/capability.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { LinkMailResult } from '@openum/domain/peerToPeer/event.ts';
import { closesAt, openPeerToPeers, type PeerToPeer } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Acting } from '../case/act.ts';
import { execute } from '../case/execute.ts';
import { type LoadedCase, loadCase } from '../case/load.ts';
import type { MadeLink } from '../guestLink/desk.ts';
import { hardDeadlines } from './basis.ts';
import { mailClinician } from './mail.ts';

/** Sends the link to the clinician's address and writes down what became of it. */
const mailLink = async (
  { casework, tenant, actor, now }: Acting,
  { caseId, state }: LoadedCase,
  offer: PeerToPeer,
  link: { readonly hash: string; readonly address: string },
): Promise<LinkMailResult> => {
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
export const makeTalkLink = async (
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
    about: 'peerToPeer',
    subjectId: offerId,
    createdAt: now,
    createdBy: actor.name,
    expiresAt,
  });
  if (address === undefined) return { expiresAt };
  return { expiresAt, mailed: await mailLink(acting, loaded, offer, { hash: linkHash, address }) };
};
