import type { DeliveryChannel, DeliveryEvent } from '@openum/domain/delivery/event.ts';
import { items, type TimelineSubject } from './subject.ts';

const channels: Record<DeliveryChannel, string> = {
  portal: 'to the portal',
  print: 'to be printed and mailed',
  email: 'by e-mail',
  fax: 'by fax',
};

export const delivery: TimelineSubject<DeliveryEvent['type']> = {
  label: 'Delivery of letters',
  sentences: {
    NoticeDeliveryQueued: (d) =>
      `A letter goes ${channels[d.channel]}${d.sendTo ? ` to ${d.sendTo}` : ''}: ${d.because}`,
    NoticeDeliverySent: (d) =>
      `Sent a letter ${channels[d.channel]} to ${d.sendTo}; the server answered: ${d.response}`,
    NoticeDeliveryFailed: (d) => `A letter could not be sent ${channels[d.channel]}: ${d.reason}.`,
    NoticeDeliveryAnnounced: (d) =>
      d.accepted
        ? `Said by e-mail that a letter is in the post; the server answered: ${d.response}`
        : `Could not say by e-mail that a letter is in the post: ${d.response}.`,
    NoticeDeliveryPrinted: () => 'Printed a letter.',
    NoticeDeliveryMailed: (d, said) =>
      `Handed a letter to ${d.carrier} on ${said.moment(d.mailedAt)}${d.trackingNumber ? `, number ${d.trackingNumber}` : ''}.`,
    NoticeDeliveryConfirmed: (d) => `A letter was delivered: ${d.evidence}`,
    NoticeDeliveryReturned: (d) => `A letter came back: ${d.reason}`,
    NoticeDeliveryViewed: (d) => `${d.viewedBy} opened a letter in the portal.`,
    NoticeDeliveryClosed: (d) => `Nothing more is done about a letter that came back: ${d.reason}`,
    OralNoticeGiven: (d, said) =>
      `Told the ${d.audience} of ${items(d.itemSequences)} by telephone on ${said.moment(d.givenAt)}: ` +
      `${d.spokenTo}, ${d.number}${d.writtenDueAt ? `; the written notice is due ${said.moment(d.writtenDueAt)} (${d.rule?.citation})` : ''}.`,
  },
};
