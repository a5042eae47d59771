import { readCursor } from '@openum/casework/port/cursor.ts';
import type { WorkListFilter } from '@openum/casework/port/workList.ts';
import { caseColumns } from '@openum/store/case/columns.ts';
import type { Statement } from '@openum/store/connection/database.ts';
import { columnList } from '@openum/store/connection/names.ts';

const columns = columnList(caseColumns);

/** The page as somebody would write it by hand for this one filter, with nothing but what an index answers. */
export const bareStatement = (
  tenantId: string,
  filter: WorkListFilter,
  after: string | undefined,
  limit: number,
): Statement => {
  const parameters: unknown[] = [tenantId];
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  const demands = ['tenant_id = $1'];
  if (filter.queue) demands.push(`queue = ${given(filter.queue)}`, `queue <> 'none'`);
  if (filter.assignee) demands.push(`assignee_user_id = ${given(filter.assignee)}`);
  if (filter.text)
    demands.push(`member_search >= ${given(filter.text)}`, `member_search < ${given(`${filter.text}\u{10ffff}`)}`);
  if (after) {
    const { moment, caseId } = readCursor(after);
    demands.push(`(due_order, case_id) > (${given(moment ?? 'infinity')}::timestamptz, ${given(caseId)})`);
  }
  return {
    sql: `select ${columns} from case_row where ${demands.join(' and ')} order by due_order, case_id limit ${given(limit + 1)}`,
    parameters,
  };
};
