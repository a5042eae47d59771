import type { IssuedNotice, Reissue } from '@openum/domain/case/event.ts';
import type { DeliveryStatus } from '@openum/domain/delivery/delivery.ts';
import type { DeliveryChannel } from '@openum/domain/delivery/event.ts';
import type { NoticeFormat, NoticeKind } from '@openum/domain/notice/document.ts';
import { appealLetterTitle } from '../appeal/words.ts';

export const letterTitle: Record<NoticeKind, string> = {
  approval: 'Approval letter',
  adverseDetermination: 'Adverse determination letter',
  extension: 'Extension letter',
  lapse: 'Missed deadline letter',
  expediteRefused: 'Standard-time letter',
  detailedExplanation: 'Explanation of the end of coverage',
  general: 'General letter',
  ...appealLetterTitle,
};

export const titleOf = ({ kind, audience }: Pick<IssuedNotice, 'kind' | 'audience'>): string =>
  `${letterTitle[kind]} to the ${audience}`;

export const statusWord: Record<DeliveryStatus, string> = {
  toSend: 'Waiting to be sent',
  sent: 'Sent',
  toPrint: 'Waiting for print',
  printed: 'Printed',
  mailed: 'Mailed',
  inPortal: 'In the portal',
  viewed: 'Opened in the portal',
  delivered: 'Delivered',
  returned: 'Came back',
  closed: 'Closed',
  replaced: 'Replaced',
};

export const statusTone: Record<DeliveryStatus, 'waiting' | 'accent' | 'good' | 'bad' | 'quiet'> = {
  toSend: 'waiting',
  sent: 'good',
  toPrint: 'waiting',
  printed: 'accent',
  mailed: 'good',
  inPortal: 'accent',
  viewed: 'good',
  delivered: 'good',
  returned: 'bad',
  closed: 'quiet',
  replaced: 'quiet',
};

export const channelWord: Record<DeliveryChannel, string> = {
  portal: 'Portal',
  print: 'Paper, by mail',
  email: 'E-mail',
  fax: 'Fax',
};

export const formatWord: Record<NoticeFormat, string> = { standard: 'Standard print', largePrint: 'Large print' };

export const reissueWord: Record<Reissue['because'], string> = {
  addressCorrected: 'The address was wrong',
  languageChanged: 'Another language was asked for',
  formatChanged: 'Another print was asked for',
  errorInLetter: 'The letter had an error',
  lostInMail: 'It did not arrive',
};

/** `es-US` as a person reads it. */
export const languageWord = (tag: string): string => new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
