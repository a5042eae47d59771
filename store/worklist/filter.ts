import { searchKey } from '@openum/casework/port/searchKey.ts';
import type { WorkListFilter } from '@openum/casework/port/workList.ts';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../connection/builder.ts';
import { prefixRange } from '../connection/prefix.ts';

type Case = ExpressionBuilder<Tables, 'caseRow'>;

/** Ten digits: the NPI of a provider, which may also be a number of something else. */
const isNpi = (text: string): boolean => /^\d{10}$/.test(text);

/**
 * Cases whose member, number, authorization or requesting provider is what was typed. One bitmap over their indexes: the authorizations are of another table
 * and come as an array, because a join or a subquery would keep the OR from using any index.
 */
const isOfText = (eb: Case, tenantId: string, typed: string): Expression<SqlBool> => {
  const text = typed.trim();
  const [from, below] = prefixRange(searchKey(text));
  const ofMember = eb('memberSearch', '>=', from).and('memberSearch', '<', below);
  const [asker, belowAsker] = prefixRange(text.toLowerCase());
  const ofName = eb.or([ofMember, eb('requesterSearch', '>=', asker).and('requesterSearch', '<', belowAsker)]);
  // `family, given`: no number has a comma.
  if (text.includes(',')) return ofName;
  const numbers = [...new Set([text, text.toUpperCase()])];
  const ofAuthorization = eb
    .selectFrom('caseItem')
    .select('caseItem.caseId')
    .where('caseItem.tenantId', '=', tenantId)
    .where('authorizationNumber', 'in', numbers);
  return eb.or([
    ofName,
    eb('memberNumber', 'in', numbers),
    eb('caseNumber', 'in', numbers),
    ...(isNpi(text) ? [eb('requestingProviderNpi', '=', text)] : []),
    sql<SqlBool>`case_row.case_id = any(array(${ofAuthorization}))`,
  ]);
};

/** Everything that a filter demands of a row. */
export const matches = (eb: Case, tenantId: string, f: WorkListFilter): Expression<SqlBool> => {
  const demands: Expression<SqlBool>[] = [eb('tenantId', '=', tenantId)];
  if (f.queue !== undefined) demands.push(eb('queue', '=', f.queue), sql<SqlBool>`queue <> 'none'`);
  if (f.assignee === 'none') demands.push(eb('assigneeUserId', 'is', null));
  else if (f.assignee !== undefined) demands.push(eb('assigneeUserId', '=', f.assignee));
  const [status, ...more] = f.status ?? [];
  // Equality keeps the order of the index; a list would have to be sorted.
  if (status !== undefined && more.length === 0) demands.push(eb('status', '=', status));
  else if (f.status !== undefined) demands.push(sql<SqlBool>`status = any(${f.status}::text[])`);
  if (f.lineOfBusiness !== undefined) demands.push(sql<SqlBool>`line_of_business = any(${f.lineOfBusiness}::text[])`);
  if (f.reviewType !== undefined) demands.push(sql<SqlBool>`review_type = any(${f.reviewType}::text[])`);
  if (f.urgency !== undefined) demands.push(eb('urgency', '=', f.urgency));
  if (f.dueFrom !== undefined) demands.push(eb('dueOrder', '>=', f.dueFrom), eb('dueOrder', '<', 'infinity'));
  if (f.dueBefore !== undefined) demands.push(eb('dueOrder', '<', f.dueBefore));
  if (f.text !== undefined && f.text.trim() !== '') demands.push(isOfText(eb, tenantId, f.text));
  return eb.and(demands);
};
