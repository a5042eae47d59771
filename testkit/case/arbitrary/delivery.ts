import { deliveryChannels } from '@openum/domain/delivery/event.ts';
import fc from 'fast-check';
import { notice } from '../acts.ts';
import { type Bodies, moment, mostly, reason, sequence, sequences, some } from './piece.ts';

export const deliveryBodies: Bodies<'RecordNotices' | 'ReportDelivery' | 'RecordNoticeViewed' | 'GiveOralNotice'> = {
  RecordNotices: fc.record({
    notices: fc.array(
      sequence.map((n) => notice({ itemSequences: [n] })),
      { maxLength: 1 },
    ),
  }),
  ReportDelivery: fc.record({
    noticeIds: mostly(some(['notice-1']), some([])),
    report: fc.oneof(
      fc.record({ kind: some('queued' as const), channel: some(...deliveryChannels), because: reason }),
      fc.record({ kind: some('sent' as const), channel: some('email' as const), response: reason, attempts: some(1) }),
      fc.record({ kind: some('printed' as const), batchId: some('batch-1') }),
      fc.record({ kind: some('mailed' as const), carrier: reason, mailedAt: moment }),
      fc.record({ kind: some('returned' as const, 'closed' as const), reason }),
    ),
  }),
  RecordNoticeViewed: fc.record({ noticeId: some('notice-1', 'notice-2'), viewedBy: some('Clinic') }),
  GiveOralNotice: fc.record({
    oralNoticeId: some('oral-1'),
    itemSequences: sequences,
    audience: some('member' as const, 'provider' as const),
    spokenTo: reason,
    number: reason,
    givenAt: moment,
  }),
};
