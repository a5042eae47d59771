import type { Mail, Mailer, MailOutcome } from '@openum/casework/port/mailer.ts';
import { createTransport } from 'nodemailer';

export type SmtpOptions = {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  readonly from: string;
  /** Such as `{number}@fax.example`: the digits of the number take the place of `{number}`. */
  readonly faxPattern?: string;
};

const waitMs = 20_000;

type Failure = { readonly code?: string; readonly responseCode?: number; readonly response?: string };

/** RFC 5321, 4.2.1: 5yz is for good, 4yz and everything before an answer may pass. No address and no credential goes into the reason. */
const outcomeOf = ({ responseCode, code }: Failure): MailOutcome => {
  if (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH')
    return { kind: 'refused', reason: `the server answered ${responseCode}` };
  return { kind: 'unavailable', reason: responseCode === undefined ? (code ?? 'no connection') : `${responseCode}` };
};

const asMessage = (mail: Mail, { from }: SmtpOptions) => ({
  from,
  to: mail.to,
  subject: mail.subject,
  text: mail.text,
  messageId: `<${mail.mailId}@openum>`,
  // Stops the answers of machines (RFC 3834).
  headers: { 'Auto-Submitted': 'auto-generated' },
  attachments: (mail.attachments ?? []).map((a) => ({
    filename: a.filename,
    contentType: a.contentType,
    content: Buffer.from(a.bytes),
  })),
  // Nothing in a mail may make this process read a file or an address.
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** The library takes its other options from the address alone, once it is given one. */
const withWaits = (url: string): string => {
  const address = new URL(url);
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    address.searchParams.set(name, String(waitMs));
  return address.href;
};

/** Mail over SMTP. `close` lets go of the connections. */
export const createSmtpMailer = (options: SmtpOptions): Mailer & { close(): void } => {
  const transport = createTransport(withWaits(options.url));
  const { faxPattern } = options;
  return {
    send: async (mail) => {
      try {
        const { response, accepted } = await transport.sendMail(asMessage(mail, options));
        return accepted.length > 0
          ? { kind: 'accepted', response }
          : { kind: 'refused', reason: 'the server took it for nobody' };
      } catch (error) {
        return outcomeOf(error as Failure);
      }
    },
    ...(faxPattern
      ? { faxAddress: (number: string) => faxPattern.replace('{number}', number.replace(/\D/g, '')) }
      : {}),
    close: () => transport.close(),
  };
};
