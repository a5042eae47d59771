import type { Case } from '@openum/domain/case/state.ts';
import { type ApprovalLock, approvalLocks } from '@openum/domain/reopening/lock.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** The rules that bind the plan to what it has authorized in this case. */
export const locksOf = (c: Case, { turnaroundRules, calendars }: Knowledge): readonly ApprovalLock[] =>
  approvalLocks(c, turnaroundRules, calendars);
