import type { TalkMails } from '@openum/content/peerToPeer/policy.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { localText } from '@openum/domain/clock/due.ts';
import type { LinkMailResult } from '@openum/domain/peerToPeer/event.ts';
import { closesAt, type PeerToPeer } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Casework } from '../casework.ts';
import { mailText } from '../guestLink/mail.ts';
import type { Tenant } from '../port/identity.ts';
import { hardDeadlines } from './basis.ts';

export type TalkWord = {
  readonly casework: Casework;
  readonly tenant: Tenant;
  readonly state: Case;
  readonly offer: PeerToPeer;
  readonly kind: keyof TalkMails;
  /** The same for every try of the same mail. */
  readonly mailId: string;
  readonly link?: string;
};

/** Writes to the clinician of an offer. */
export const mailClinician = async ({
  casework,
  tenant,
  state,
  offer,
  kind,
  mailId,
  link,
}: TalkWord): Promise<LinkMailResult> => {
  const { knowledge, environment } = casework;
  const end = closesAt(offer, hardDeadlines(state, knowledge, environment.now()));
  return mailText(casework, {
    mailId,
    to: offer.to.email,
    words: knowledge.talkMails[kind],
    values: {
      'plan.name': tenant.name,
      'plan.phone': tenant.phone ?? 'the plan',
      clinician: offer.to.name,
      until: `${localText(end, tenant.zone)} (${tenant.zone})`,
      when: offer.scheduled ? `${localText(offer.scheduled.slot.startsAt, tenant.zone)} (${tenant.zone})` : undefined,
      link,
    },
  });
};
