import type { ContactsView, LettersView } from '@openum/http/contract/delivery.ts';
import type { RunsView, RunView } from '@openum/http/contract/letterRun.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { get } from '../api/client.ts';

export const useLetters = () =>
  useQuery({ queryKey: ['letters'], queryFn: ({ signal }) => get<LettersView>('/api/letters', {}, signal) });

/** While a run is at work it is looked at again every second. */
export const useRuns = (open: boolean) =>
  useQuery({
    queryKey: ['letter-runs'],
    queryFn: ({ signal }) => get<RunsView>('/api/letters/runs', {}, signal),
    enabled: open,
    refetchInterval: ({ state }) => (state.data?.runs.some((r) => r.state === 'running') ? 1000 : false),
  });

export const useRun = (runId: string | undefined, done: number) =>
  useQuery({
    queryKey: ['letter-run', runId, done],
    queryFn: ({ signal }) => get<RunView>(`/api/letters/runs/${encodeURIComponent(runId ?? '')}`, {}, signal),
    enabled: runId !== undefined,
  });

export const useContacts = (caseId: string, version: number) =>
  useQuery({
    queryKey: ['contacts', caseId, version],
    queryFn: ({ signal }) => get<ContactsView>(`/api/cases/${encodeURIComponent(caseId)}/contacts`, {}, signal),
  });

export const useRenewLetters = () => {
  const client = useQueryClient();
  return useCallback(async () => {
    await Promise.all(
      ['letters', 'letter-runs', 'case', 'contacts'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
  }, [client]);
};
