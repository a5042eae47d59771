import type { GuestLinks } from '@openum/http/contract/guestLink.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { get } from '../api/client.ts';

export const linksPath = (caseId: string): string => `/api/cases/${encodeURIComponent(caseId)}/guest-links`;

/** The links of a case, and for whom one can be made. */
export const useGuestLinks = (caseId: string) => {
  const client = useQueryClient();
  const queryKey = ['guest-links', caseId];
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => get<GuestLinks>(linksPath(caseId), {}, signal),
  });
  return {
    links: data?.links ?? [],
    providers: data?.providers,
    error,
    renew: () => client.invalidateQueries({ queryKey }),
  };
};
