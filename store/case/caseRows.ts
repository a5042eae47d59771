import type { Scope } from '@openum/casework/port/scope.ts';
import type { AppealRow, CaseRow, CaseRows, ClockRow, ItemRow, TaskRow } from '@openum/casework/projection/rows.ts';
import type { StayRow } from '@openum/casework/stay/row.ts';
import type { Database, Statement } from '../connection/database.ts';
import { columnList, fromColumns } from '../connection/names.ts';
import { appealColumns, caseColumns, clockColumns, itemColumns, stayColumns, taskColumns } from './columns.ts';

/** Read models of one case, as stored. */
export const caseRowsOf = async (db: Database, scope: Scope, caseId: string): Promise<CaseRows | undefined> => {
  const from = (table: string, columns: readonly string[], order: string): Statement => ({
    sql: `select ${columnList(columns)} from ${table} where tenant_id = $1 and case_id = $2 order by ${order}`,
    parameters: [scope.tenantId, caseId],
  });
  const [[row] = [], items = [], clocks = [], tasks = [], [stay] = [], appeals = []] = await db.inTenant(scope, [
    from('case_row', caseColumns, 'case_id'),
    from('case_item', itemColumns, 'item_sequence'),
    from('case_clock', clockColumns, 'position'),
    from('case_task', taskColumns, 'position'),
    from('stay_row', stayColumns, 'case_id'),
    from('case_appeal', appealColumns, 'position'),
  ]);
  return (
    row && {
      case: fromColumns<CaseRow>(row),
      items: items.map(fromColumns<ItemRow>),
      clocks: clocks.map(fromColumns<ClockRow>),
      tasks: tasks.map(fromColumns<TaskRow>),
      ...(appeals.length > 0 ? { appeals: appeals.map(fromColumns<AppealRow>) } : {}),
      ...(stay ? { stay: fromColumns<StayRow>(stay) } : {}),
    }
  );
};
