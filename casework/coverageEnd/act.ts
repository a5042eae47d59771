import type { CoverageEndCommand } from '@openum/domain/coverageEnd/command.ts';
import type { NoticeDelivery } from '@openum/domain/coverageEnd/event.ts';
import type { GivenDecision } from '../case/act.ts';

type Of<T extends CoverageEndCommand['type']> = Extract<CoverageEndCommand, { type: T }>;

/** What a person may ask for about the end of covered care. Days and moments come as text; rules and numbers are added here. */
export type CoverageEndAct =
  | ({ readonly type: 'PlanCoverageEnd'; readonly lastCoveredOn: string } & Pick<
      Of<'PlanCoverageEnd'>,
      'route' | 'reason' | 'memberReason'
    >)
  | {
      readonly type: 'ReduceAuthorization';
      readonly decision: Exclude<GivenDecision, { outcome: 'approved' }>;
      readonly exception?: { readonly ground: string; readonly reason: string } | undefined;
      readonly attestation: Of<'ReduceAuthorization'>['attestation'];
    }
  | Of<'WithdrawCoverageEnd'>
  | ({
      readonly type: 'RecordMedicareNotice';
      readonly deliveredAt: string;
      readonly documentId?: string | undefined;
    } & Omit<NoticeDelivery, 'deliveryId' | 'deliveredAt' | 'documentId'>)
  | ({ readonly type: 'RecordQioRequest'; readonly requestedAt: string; readonly notifiedAt: string } & Pick<
      Of<'RecordQioRequest'>,
      'endId' | 'requestedBy'
    >)
  | Of<'ExplainCoverageEnd'>
  | ({ readonly type: 'RecordQioDecision'; readonly decidedAt: string } & Pick<
      Of<'RecordQioDecision'>,
      'reviewId' | 'outcome' | 'note'
    >);
