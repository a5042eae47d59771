import type { Instant } from '../time/instant.ts';

/** How a letter reaches its reader. */
export const deliveryChannels = ['portal', 'print', 'email', 'fax'] as const;
export type DeliveryChannel = (typeof deliveryChannels)[number];

/** Ways that need an address of their own and a server that sends. */
export const sendingChannels = ['email', 'fax'] as const;
export type SendingChannel = (typeof sendingChannels)[number];

type OnNotice = { readonly noticeId: string };

/** Which rule lets a spoken notice stand until the written one follows. Data: `content/notice/oralNotice.json`. */
export type OralNoticeBasis = { readonly ruleId: string; readonly citation: string };

export type OralNotice = {
  readonly oralNoticeId: string;
  readonly itemSequences: readonly number[];
  readonly audience: 'member' | 'provider';
  readonly spokenTo: string;
  /** Telephone number. */
  readonly number: string;
  readonly givenAt: Instant;
  /** Absent: no rule lets it stand for the written notice; it is on record and stops no clock. */
  readonly rule?: OralNoticeBasis;
  /** By when the written notice must follow; present with `rule`. */
  readonly writtenDueAt?: Instant;
};

/** What became of a letter after it was issued: the evidence of its delivery. */
export type DeliveryEvent =
  | {
      /** It goes, or goes again, by this channel from now on. */
      readonly type: 'NoticeDeliveryQueued';
      readonly data: OnNotice & {
        readonly channel: DeliveryChannel;
        readonly sendTo?: string;
        readonly because: string;
      };
    }
  | {
      /** A server took it. `response` is what that server said. */
      readonly type: 'NoticeDeliverySent';
      readonly data: OnNotice & {
        readonly channel: SendingChannel;
        readonly sendTo: string;
        readonly response: string;
        readonly attempts: number;
      };
    }
  | {
      readonly type: 'NoticeDeliveryFailed';
      readonly data: OnNotice & {
        readonly channel: SendingChannel;
        readonly reason: string;
        readonly attempts: number;
      };
    }
  | {
      /** A mail without the letter, which says that there is one. It is no delivery. */
      readonly type: 'NoticeDeliveryAnnounced';
      readonly data: OnNotice & { readonly accepted: boolean; readonly response: string };
    }
  | { readonly type: 'NoticeDeliveryPrinted'; readonly data: OnNotice & { readonly batchId: string } }
  | {
      /** Deposited with the carrier: the moment at which a mailed notice counts as sent. */
      readonly type: 'NoticeDeliveryMailed';
      readonly data: OnNotice & {
        readonly carrier: string;
        readonly mailedAt: Instant;
        readonly batchId?: string;
        readonly trackingNumber?: string;
      };
    }
  | { readonly type: 'NoticeDeliveryConfirmed'; readonly data: OnNotice & { readonly evidence: string } }
  | { readonly type: 'NoticeDeliveryReturned'; readonly data: OnNotice & { readonly reason: string } }
  | { readonly type: 'NoticeDeliveryViewed'; readonly data: OnNotice & { readonly viewedBy: string } }
  | { readonly type: 'NoticeDeliveryClosed'; readonly data: OnNotice & { readonly reason: string } }
  | { readonly type: 'OralNoticeGiven'; readonly data: OralNotice };

/** One step of a letter on its way, as it stands in the case. */
export type DeliveryStep = Exclude<DeliveryEvent, { type: 'OralNoticeGiven' }> & {
  readonly at: Instant;
  readonly by: string;
};
