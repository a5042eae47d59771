import type { Role } from '../actor/actor.ts';
import { always, type Capability, intake } from '../case/capabilityRow.ts';
import type { DeliveryCommand } from './command.ts';

/** Who sees letters on their way. */
export const letterDesk: readonly Role[] = [...intake, 'appealsCoordinator', 'administrator'];

export const deliveryCapabilities: Record<DeliveryCommand['type'], Capability> = {
  ReportDelivery: {
    in: always,
    roles: letterDesk,
    by: ['person', 'system'],
    source: '42 CFR 422.568, 438.404(c); 29 CFR 2560.503-1(g): when a notice was sent is part of the record',
  },
  RecordNoticeViewed: {
    in: always,
    roles: [],
    by: ['system'],
    source: 'evidence of delivery through the portal',
  },
  GiveOralNotice: {
    in: always,
    roles: [...intake, 'appealsCoordinator'],
    by: ['person'],
    source: '42 CFR 422.572(c); 29 CFR 2560.503-1(g)(2)(ii): a spoken notice, with the written one to follow',
  },
};
