import type { Scope } from '@openum/casework/port/scope.ts';
import type { WorkList } from '@openum/casework/port/workList.ts';
import type { Statement } from '../connection/database.ts';

/** Member number and a provider's NPI must both match (Da Vinci PAS 2.2.1, spec-53); each list that is not empty narrows further. */
export const inquiryStatement = (scope: Scope, q: Parameters<WorkList['inquire']>[1]): Statement => ({
  sql: `select r.case_id from case_row r
    where r.tenant_id = $1 and r.member_number = $2 and r.requesting_provider_npi = any($3::text[])
      and (cardinality($4::text[]) = 0 or r.case_number = any($4::text[]))
      and (cardinality($5::text[]) = 0 or exists (select 1 from case_item i
        where i.tenant_id = $1 and i.case_id = r.case_id and i.authorization_number = any($5::text[])))
      and (cardinality($6::text[]) = 0 or exists (select 1 from case_item i
        where i.tenant_id = $1 and i.case_id = r.case_id and i.service_code = any($6::text[])))
    order by r.received_at desc, r.case_id desc limit $7`,
  parameters: [scope.tenantId, q.memberNumber, q.npis, q.caseNumbers, q.authorizationNumbers, q.serviceCodes, q.limit],
});
