import type { CaseCommand } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import { isRefusal, type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import type { CaseManagementCommand } from './command.ts';
import { type CaseManagementReferral, referralStatus } from './referral.ts';

type Command<T extends CaseManagementCommand['type']> = Extract<CaseCommand, { type: T }>;

const refer = (c: Case, command: Command<'ReferToCaseManagement'>): Decided => {
  const { referralId, reason, priority, summary } = command;
  const open = c.caseManagement.find((r) => r.reason === reason && referralStatus(r) !== 'closed');
  if (open) return refuse('caseManagementReferred', { by: open.by });
  return (
    required('summary', summary) ?? [
      { type: 'CaseManagementReferred', data: { referralId, reason, priority, summary } },
    ]
  );
};

const openReferral = (c: Case, referralId: string): CaseManagementReferral | Refusal => {
  const r = c.caseManagement.find((x) => x.referralId === referralId);
  if (!r) return refuse('caseManagementUnknown');
  return r.closed ? refuse('caseManagementClosed') : r;
};

const accept = (r: CaseManagementReferral, command: Command<'AcceptCaseManagement'>): Decided => {
  const { referralId, actor } = command;
  if (r.accepted) return refuse('caseManagementAccepted', { name: r.accepted.by.name });
  if (actor.kind !== 'person') return refuse('personRequired');
  const goals = command.goals.map((g) => g.trim()).filter((g) => g !== '');
  if (goals.length === 0) return refuse('fieldMissing', { field: 'goals' });
  const by = { userId: actor.userId, name: actor.name };
  return [{ type: 'CaseManagementAccepted', data: { referralId, by, goals } }];
};

export const decideCaseManagement = (c: Case, command: Command<CaseManagementCommand['type']>): Decided => {
  if (command.type === 'ReferToCaseManagement') return refer(c, command);
  const r = openReferral(c, command.referralId);
  if (isRefusal(r)) return r;
  if (command.type === 'AcceptCaseManagement') return accept(r, command);
  const { referralId, outcome, reason } = command;
  if (outcome === 'goalsMet' && !r.accepted) {
    return refuse('fieldInvalid', { field: 'outcome', problem: 'goals are set when a referral is accepted' });
  }
  return required('reason', reason) ?? [{ type: 'CaseManagementClosed', data: { referralId, outcome, reason } }];
};
