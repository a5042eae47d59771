import type { DeliveryReport } from '@openum/domain/delivery/command.ts';

type Machine = 'sent' | 'failed' | 'announced';
type GivenMailed = Omit<Extract<DeliveryReport, { kind: 'mailed' }>, 'mailedAt' | 'trackingNumber'> & {
  readonly mailedAt: string;
  readonly trackingNumber?: string | undefined;
};
type GivenQueued = Omit<Extract<DeliveryReport, { kind: 'queued' }>, 'sendTo'> & {
  readonly sendTo?: string | undefined;
};

/** What a person may say about letters on their way; what a server took is written down by the system. */
export type GivenReport =
  | Exclude<DeliveryReport, { kind: Machine | 'mailed' | 'queued' | 'printed' }>
  | GivenMailed
  | GivenQueued;

export type DeliveryAct =
  | { readonly type: 'ReportDelivery'; readonly noticeIds: readonly string[]; readonly report: GivenReport }
  | {
      readonly type: 'GiveOralNotice';
      readonly itemSequences: readonly number[];
      readonly audience: 'member' | 'provider';
      readonly spokenTo: string;
      readonly number: string;
      readonly givenAt: string;
    };
