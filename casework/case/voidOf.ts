import { refuse } from '@openum/domain/case/refusal.ts';
import type { Act, Acting } from './act.ts';
import type { LoadedCase } from './load.ts';

/** A duplicate is one of a case that stands, of the same member. */
export const voidOf = async (
  act: Extract<Act, { type: 'Void' }>,
  { casework, tenant }: Acting,
  { caseId, state }: LoadedCase,
) => {
  const { reason, duplicateOfCaseId: of } = act;
  if (of === undefined) return { type: 'Void', reason } as const;
  const wrong = (problem: string) => refuse('fieldInvalid', { field: 'duplicateOfCaseId', problem });
  const original = (await casework.cases.rows({ tenantId: tenant.tenantId }, of))?.case;
  if (of === caseId || original?.memberNumber !== state.request.member.memberNumber)
    return wrong('choose another case of the same member');
  if (original.status === 'voided') return wrong('that case was voided itself');
  return { type: 'Void', reason, duplicateOfCaseId: of } as const;
};
