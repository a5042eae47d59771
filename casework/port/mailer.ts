export type MailAttachment = { readonly filename: string; readonly contentType: string; readonly bytes: Uint8Array };

/** A mail as plain text. Subject and text carry no health information: mail crosses servers that are not the plan's. */
export type Mail = {
  /** The same for every try of the same mail, so that a server can drop the second copy. */
  readonly mailId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly MailAttachment[];
};

/**
 * `accepted`: the server took it; its own words are the evidence. `refused`: it never will (an address that is none);
 * `unavailable`: try again later.
 */
export type MailOutcome =
  | { readonly kind: 'accepted'; readonly response: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Sends mail to one server. An installation without such a server has no mailer. */
export type Mailer = {
  send(mail: Mail): Promise<MailOutcome>;
  /** Address under which a gateway takes a mail as a fax to this number; absent without such a gateway. */
  faxAddress?(number: string): string;
};
