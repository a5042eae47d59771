import type { NoticeAudience, NoticeFormat } from '../notice/document.ts';
import type { DeliveryChannel } from './event.ts';

/** How a plan sends its letters. */
export type DeliverySettings = {
  readonly channels: Readonly<Record<NoticeAudience, DeliveryChannel>>;
  /** Whether a letter on paper counts as sent only once the carrier has it. Otherwise it does when it is issued. */
  readonly followMail: boolean;
  /** Whether a mail carries the letter itself; otherwise it says only that there is one, in the post or in the portal. */
  readonly attachToMail: boolean;
};

export const defaultSettings: DeliverySettings = {
  channels: { member: 'print', provider: 'portal' },
  followMail: false,
  attachToMail: false,
};

/** How one reader wants letters. */
export type ContactPreference = {
  readonly channel?: DeliveryChannel;
  readonly email?: string;
  readonly fax?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly format?: NoticeFormat;
};

/** What this installation can do. */
export type Sending = { readonly mail: boolean; readonly fax: boolean };

export type ChosenWay = {
  readonly channel: DeliveryChannel;
  readonly sendTo?: string;
  /** Where a mail says that the letter is in the post. */
  readonly announceTo?: string;
  /** Why the wish of the reader or of the plan could not be followed. */
  readonly insteadOf?: string;
};

const hindrance = (
  channel: DeliveryChannel,
  audience: NoticeAudience,
  sendTo: string | undefined,
  sending: Sending,
): string | undefined => {
  // Only practices have a portal.
  if (channel === 'portal') return audience === 'member' ? 'members have no portal' : undefined;
  if (channel === 'print') return undefined;
  if (!sending.mail) return 'no mail server is set up';
  if (channel === 'fax' && !sending.fax) return 'no fax gateway is set up';
  return sendTo ? undefined : 'no address is known';
};

/** By which way a letter goes: the reader's wish, else the plan's way, else paper. */
export const chooseWay = (
  audience: NoticeAudience,
  preference: ContactPreference | undefined,
  settings: DeliverySettings,
  sending: Sending,
): ChosenWay => {
  const wished = preference?.channel ?? settings.channels[audience];
  const sendTo = wished === 'email' ? preference?.email : wished === 'fax' ? preference?.fax : undefined;
  const why = hindrance(wished, audience, sendTo, sending);
  if (why !== undefined) return { channel: 'print', insteadOf: why };
  // Members have no portal: a mail without the letter only says that it comes by post.
  if (wished === 'email' && audience === 'member' && !settings.attachToMail && sendTo)
    return { channel: 'print', announceTo: sendTo };
  return { channel: wished, ...(sendTo ? { sendTo } : {}) };
};
