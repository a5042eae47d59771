import type { Instant } from '../time/instant.ts';
import type { DeliveryChannel, OralNotice, SendingChannel } from './event.ts';

/** What somebody has to say about letters on their way. */
export type DeliveryReport =
  | {
      readonly kind: 'queued';
      readonly channel: DeliveryChannel;
      readonly sendTo?: string;
      readonly because: string;
    }
  | { readonly kind: 'sent'; readonly channel: SendingChannel; readonly response: string; readonly attempts: number }
  | { readonly kind: 'failed'; readonly channel: SendingChannel; readonly reason: string; readonly attempts: number }
  | { readonly kind: 'announced'; readonly accepted: boolean; readonly response: string }
  | { readonly kind: 'printed'; readonly batchId: string }
  | {
      readonly kind: 'mailed';
      readonly carrier: string;
      readonly mailedAt: Instant;
      readonly batchId?: string;
      readonly trackingNumber?: string;
    }
  | { readonly kind: 'confirmed'; readonly evidence: string }
  | { readonly kind: 'returned'; readonly reason: string }
  | { readonly kind: 'closed'; readonly reason: string };

export type DeliveryCommand =
  | { readonly type: 'ReportDelivery'; readonly noticeIds: readonly string[]; readonly report: DeliveryReport }
  /** From the portal: the practice has opened a letter to it. */
  | { readonly type: 'RecordNoticeViewed'; readonly noticeId: string; readonly viewedBy: string }
  | ({ readonly type: 'GiveOralNotice' } & OralNotice);
