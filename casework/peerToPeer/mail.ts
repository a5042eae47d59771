import type { TalkMails } from '@openum/content/peerToPeer/policy.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { localText } from '@openum/domain/clock/due.ts';
import { fill } from '@openum/domain/notice/text.ts';
import type { mailResults } from '@openum/domain/peerToPeer/event.ts';
import { closesAt, type PeerToPeer } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Casework } from '../casework.ts';
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

/** Writes to the clinician of an offer. `unavailable`: the server cannot be reached now; try again later. */
export const mailClinician = async ({
  casework,
  tenant,
  state,
  offer,
  kind,
  mailId,
  link,
}: TalkWord): Promise<(typeof mailResults)[number] | 'unavailable'> => {
  const to = offer.to.email;
  if (!to) return 'noAddress';
  if (!casework.mailer) return 'noServer';
  const { knowledge, environment } = casework;
  const end = closesAt(offer, hardDeadlines(state, knowledge, environment.now()));
  const scope = {
    values: {
      'plan.name': tenant.name,
      'plan.phone': tenant.phone ?? 'the plan',
      clinician: offer.to.name,
      until: `${localText(end, tenant.zone)} (${tenant.zone})`,
      when: offer.scheduled ? `${localText(offer.scheduled.slot.startsAt, tenant.zone)} (${tenant.zone})` : undefined,
      link,
    },
    lists: {},
  };
  const { subject, text } = knowledge.talkMails[kind];
  const [filledSubject, filledText] = [fill(subject, scope), fill(text, scope)];
  if (filledSubject === undefined || filledText === undefined)
    throw new Error(`a mail about a talk has a gap: ${kind}`);
  const outcome = await casework.mailer.send({ mailId, to, subject: filledSubject, text: filledText });
  return outcome.kind === 'accepted' ? 'mailed' : outcome.kind;
};
