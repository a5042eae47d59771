import {
  type CaseManagementReferral,
  caseManagementSteps,
  referralStatus,
} from '@openum/domain/caseManagement/referral.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { loadEach } from '../case/loadEach.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';

export type ReferralRow = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly memberName: string;
  readonly memberNumber: string;
  readonly service: string;
  readonly referral: CaseManagementReferral;
};

export type ReferralList = {
  readonly now: Instant;
  /** Those that wait for an answer first, the one due first on top; then those under way. */
  readonly rows: readonly ReferralRow[];
};

/** Every referral to case management that nobody has closed. */
export const readReferrals = async (casework: Casework, scope: Scope): Promise<ReferralList> => {
  const { workList, cases, environment } = casework;
  const loaded = await loadEach(cases, scope, await workList.withOpenSteps(scope, caseManagementSteps));
  const rows = loaded.flatMap(({ caseId, state }): readonly ReferralRow[] => {
    const { member } = state.request;
    const [first] = state.items;
    return state.caseManagement
      .filter((r) => referralStatus(r) !== 'closed')
      .map((referral) => ({
        caseId,
        caseNumber: state.caseNumber,
        memberName: `${member.family}, ${member.given}`,
        memberNumber: member.memberNumber,
        service: first ? `${first.service.code} ${first.service.display ?? ''}`.trim() : '',
        referral,
      }));
  });
  const waitingFirst = ({ referral: r }: ReferralRow): string =>
    `${referralStatus(r) === 'waiting' ? 0 : 1}${r.priority === 'urgent' ? 0 : 1}${r.at}`;
  return {
    now: environment.now(),
    rows: rows.toSorted((a, b) => (waitingFirst(a) < waitingFirst(b) ? -1 : 1)),
  };
};
