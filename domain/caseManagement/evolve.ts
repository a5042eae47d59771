import { actorName } from '../actor/actor.ts';
import type { RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { CaseManagementEvent } from './event.ts';
import type { CaseManagementReferral } from './referral.ts';

type Recorded = Extract<RecordedEvent, { type: CaseManagementEvent['type'] }>;

const withReferral = (
  c: Case,
  referralId: string,
  change: (r: CaseManagementReferral) => CaseManagementReferral,
): Case => ({ ...c, caseManagement: c.caseManagement.map((r) => (r.referralId === referralId ? change(r) : r)) });

export const evolveCaseManagement = (c: Case, e: Recorded): Case => {
  const at = e.occurredAt;
  const by = actorName(e.actor);
  switch (e.type) {
    case 'CaseManagementReferred':
      return { ...c, caseManagement: [...c.caseManagement, { ...e.data, by, at }] };
    case 'CaseManagementAccepted': {
      const { referralId, ...accepted } = e.data;
      return withReferral(c, referralId, (r) => ({ ...r, accepted: { ...accepted, at } }));
    }
    case 'CaseManagementClosed': {
      const { referralId, ...closed } = e.data;
      return withReferral(c, referralId, (r) => ({ ...r, closed: { ...closed, by, at } }));
    }
  }
};
