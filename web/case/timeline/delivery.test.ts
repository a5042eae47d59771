import { delivery } from './delivery.ts';
import { at, readsAs } from './readsAs.ts';

const noticeId = 'n1';

readsAs(delivery, {
  NoticeDeliveryQueued: [
    { noticeId, channel: 'fax', sendTo: '217-555-0142', because: 'The clinic asked for it.' },
    'A letter goes by fax to 217-555-0142: The clinic asked for it.',
  ],
  NoticeDeliverySent: [
    { noticeId, channel: 'email', sendTo: 'a@home.example', response: '250 OK', attempts: 1 },
    'Sent a letter by e-mail to a@home.example; the server answered: 250 OK',
  ],
  NoticeDeliveryFailed: [
    { noticeId, channel: 'email', reason: 'the server answered 550', attempts: 1 },
    'A letter could not be sent by e-mail: the server answered 550.',
  ],
  NoticeDeliveryAnnounced: [
    { noticeId, accepted: true, response: '250 OK' },
    'Said by e-mail that a letter is in the post; the server answered: 250 OK',
  ],
  NoticeDeliveryPrinted: [{ noticeId, batchId: 'b' }, 'Printed a letter.'],
  NoticeDeliveryMailed: [
    { noticeId, carrier: 'USPS', mailedAt: at('2026-11-23T20:00:00.000Z'), trackingNumber: '9400' },
    'Handed a letter to USPS on 2026-11-23, number 9400.',
  ],
  NoticeDeliveryConfirmed: [
    { noticeId, evidence: 'Signed by the member.' },
    'A letter was delivered: Signed by the member.',
  ],
  NoticeDeliveryReturned: [{ noticeId, reason: 'Moved.' }, 'A letter came back: Moved.'],
  NoticeDeliveryViewed: [
    { noticeId, viewedBy: 'Lucy Tran, Cedar Point' },
    'Lucy Tran, Cedar Point opened a letter in the portal.',
  ],
  NoticeDeliveryClosed: [
    { noticeId, reason: 'No other address.' },
    'Nothing more is done about a letter that came back: No other address.',
  ],
  OralNoticeGiven: [
    {
      oralNoticeId: 'o',
      itemSequences: [1],
      audience: 'member',
      spokenTo: 'Ana Akerman',
      number: '217-555-0142',
      givenAt: at('2026-11-23T20:00:00.000Z'),
      rule: { ruleId: 'r', citation: '42 CFR 422.572(c)' },
      writtenDueAt: at('2026-11-27T05:59:59.999Z'),
    },
    'Told the member of item 1 by telephone on 2026-11-23: Ana Akerman, 217-555-0142; the written notice is due 2026-11-27 (42 CFR 422.572(c)).',
  ],
});
