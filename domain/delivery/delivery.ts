import type { IssuedNotice } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { DeliveryChannel, DeliveryStep } from './event.ts';

export const deliveryStatuses = [
  'toSend',
  'sent',
  'toPrint',
  'printed',
  'mailed',
  'inPortal',
  'viewed',
  'delivered',
  'returned',
  'closed',
  'replaced',
] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

export type CaseNotice = Case['notices'][number];

export type Delivery = {
  readonly channel: DeliveryChannel;
  /** Address of mail or number of fax; absent where none is needed. */
  readonly sendTo?: string;
  readonly status: DeliveryStatus;
  readonly steps: readonly DeliveryStep[];
};

const begins: Record<DeliveryChannel, DeliveryStatus> = {
  portal: 'inPortal',
  print: 'toPrint',
  email: 'toSend',
  fax: 'toSend',
};

/** After these a letter that was reissued has gone out all the same. */
const gone: readonly DeliveryStatus[] = ['sent', 'mailed', 'viewed', 'delivered', 'closed'];

const next = (before: DeliveryStatus, step: DeliveryStep): DeliveryStatus => {
  switch (step.type) {
    case 'NoticeDeliveryQueued':
      return begins[step.data.channel];
    case 'NoticeDeliverySent':
      return 'sent';
    case 'NoticeDeliveryFailed':
    case 'NoticeDeliveryAnnounced':
      return before;
    case 'NoticeDeliveryPrinted':
      return 'printed';
    case 'NoticeDeliveryMailed':
      return 'mailed';
    case 'NoticeDeliveryConfirmed':
      return 'delivered';
    case 'NoticeDeliveryReturned':
      return 'returned';
    case 'NoticeDeliveryViewed':
      return before === 'inPortal' ? 'viewed' : before;
    case 'NoticeDeliveryClosed':
      return 'closed';
    default: {
      const never: never = step;
      return never;
    }
  }
};

const way = (notice: IssuedNotice, steps: readonly DeliveryStep[]): Pick<Delivery, 'channel' | 'sendTo'> => {
  const queued = steps.findLast((s) => s.type === 'NoticeDeliveryQueued');
  const { channel, sendTo } = queued ? queued.data : notice;
  return { channel, ...(sendTo === undefined ? {} : { sendTo }) };
};

/** Where a letter is, from what was recorded about it. */
export const deliveryOf = (c: Case, notice: CaseNotice): Delivery => {
  const steps = c.deliverySteps.filter((s) => s.data.noticeId === notice.noticeId);
  const status = steps.reduce(next, begins[notice.channel]);
  const replaced = c.notices.some((n) => n.reissue?.noticeId === notice.noticeId) && !gone.includes(status);
  return { ...way(notice, steps), status: replaced ? 'replaced' : status, steps };
};

/** Letters of which a mail still has to say that they are in the post. */
export const noticesToAnnounce = (c: Case): readonly CaseNotice[] =>
  c.notices.filter((n) => n.announceTo && !deliveryOf(c, n).steps.some((s) => s.type === 'NoticeDeliveryAnnounced'));

/** Letters that a server still has to take. */
export const noticesToSend = (c: Case): readonly CaseNotice[] =>
  c.notices.filter((n) => deliveryOf(c, n).status === 'toSend');
