import { packetTexts } from '@openum/content/packet/load.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { fill } from '@openum/domain/notice/text.ts';
import type { MailOutcome } from '../../port/mailer.ts';
import type { PracticeActing } from '../acting.ts';

export type GatewayWay = 'fax' | 'email';

/** What this installation can send by itself. */
export const gatewaysOf = ({ casework: { mailer } }: PracticeActing) => ({
  fax: mailer?.faxAddress !== undefined,
  email: mailer !== undefined,
});

type Outgoing = {
  /** The same for every try of the same sending. */
  readonly mailId: string;
  readonly way: GatewayWay;
  readonly sentTo: string;
  readonly filename: string;
  readonly pdf: Uint8Array;
};

/** Hands a file to the mail server, or through it to the fax gateway. The mail itself carries no health information. */
export const sendFile = async (
  { casework: { mailer }, practice }: PracticeActing,
  { mailId, way, sentTo, filename, pdf }: Outgoing,
): Promise<MailOutcome | Refusal> => {
  if (way === 'fax' && sentTo.replace(/\D/g, '').length < 7)
    return refuse('fieldInvalid', { field: 'sentTo', problem: 'it is no fax number' });
  if (way === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(sentTo))
    return refuse('fieldInvalid', { field: 'sentTo', problem: 'it is no e-mail address' });
  const to = way === 'email' ? sentTo : mailer?.faxAddress?.(sentTo);
  if (!mailer || to === undefined)
    return refuse('fieldInvalid', { field: 'way', problem: 'this installation has no gateway for it' });
  const scope = { values: { practice: practice.name, phone: practice.phone ?? 'the sender' }, lists: {} };
  const { subject, text } = packetTexts.mail;
  return mailer.send({
    mailId,
    to,
    subject: fill(subject, scope) ?? subject,
    text: fill(text, scope) ?? text,
    attachments: [{ filename, contentType: 'application/pdf', bytes: pdf }],
  });
};
