import type { OwnRequest, OwnRequests, PortalPlan } from '@openum/http/contract/portal.ts';
import type { ProviderHit } from '@openum/http/contract/request.ts';
import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import type { RequestsSearch } from './search.ts';

/** What a plan did does not reach a practice by itself: the page looks again while it is seen. */
const lookAgainMs = 20_000;

export const plansQuery = queryOptions({
  queryKey: ['portal', 'plans'],
  queryFn: ({ signal }) => get<readonly PortalPlan[]>('/api/portal/plans', {}, signal),
  staleTime: 5 * 60_000,
});

export const requestPath = (caseId: string): string => `/api/portal/requests/${encodeURIComponent(caseId)}`;

export const requestQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['portal', 'request', caseId],
    queryFn: ({ signal }) => get<OwnRequest>(requestPath(caseId), {}, signal),
    refetchInterval: lookAgainMs,
  });

export const useRequestingProviders = (plan: string | undefined, enabled: boolean) =>
  useQuery({
    queryKey: ['portal', 'requesting', plan],
    queryFn: ({ signal }) => get<readonly ProviderHit[]>('/api/portal/requesting-providers', { plan }, signal),
    enabled,
    staleTime: 60_000,
  });

/** The list in pages, newest first. */
export const useRequests = (search: RequestsSearch, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: ['portal', 'requests', search],
    queryFn: ({ pageParam, signal }) =>
      get<OwnRequests>('/api/portal/requests', { ...search, after: pageParam, limit: 25 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: lookAgainMs,
    enabled,
  });

/** Requests that wait for the practice. */
export const useAsked = (plan: string | undefined, enabled: boolean) =>
  useQuery({
    queryKey: ['portal', 'asked', plan],
    queryFn: ({ signal }) =>
      get<OwnRequests>('/api/portal/requests', { plan, status: 'informationNeeded', limit: 50 }, signal),
    refetchInterval: lookAgainMs,
    enabled,
  });

/** How many of them there are, for the navigation; of the only plan, or of the first. */
export const useAskedCount = (enabled: boolean): number | undefined => {
  const plans = useQuery({ ...plansQuery, enabled });
  const plan = plans.data && plans.data.length > 1 ? plans.data[0]?.planId : undefined;
  return useAsked(plan, enabled && (plans.data?.length ?? 0) > 0).data?.rows.length;
};
