import {
  type CaseManagementReferral,
  caseManagementSteps,
  referralStatus,
} from '@openum/domain/caseManagement/referral.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { loadCase } from '../case/load.ts';
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
  /** False: there are more cases with an open referral than are shown. */
  readonly complete: boolean;
};

const listLimit = 200;

/** Every referral to case management that nobody has closed. */
export const readReferrals = async (casework: Casework, scope: Scope): Promise<ReferralList> => {
  const { workList, cases, environment } = casework;
  const ids = await workList.withOpenSteps(scope, caseManagementSteps, listLimit + 1);
  const loaded = await Promise.all(ids.slice(0, listLimit).map((id) => loadCase(cases, scope, id)));
  const rows = loaded.flatMap((found): readonly ReferralRow[] => {
    if (!found) return [];
    const { caseId, state } = found;
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
    complete: ids.length <= listLimit,
  };
};
