import type { BriefView } from '@openum/http/contract/physician.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import { useCaseChanges } from '../api/live.ts';

/** The brief of a case, renewed whenever somebody changes it. */
export const useBrief = (caseId: string | undefined) => {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['brief', caseId],
    queryFn: ({ signal }) => get<BriefView>(`/api/cases/${encodeURIComponent(caseId ?? '')}/brief`, {}, signal),
    enabled: caseId !== undefined,
  });
  const renew = () => void client.invalidateQueries({ queryKey: ['brief', caseId] });
  useCaseChanges((change) => {
    if (change.caseId === caseId) renew();
  }, renew);
  return query;
};
