import type {
  AppealsAnswer,
  CaseAppealsView,
  ReportingLinesAnswer,
  ReviewersAnswer,
} from '@openum/http/contract/appeal.ts';
import type { CommandBody } from '@openum/http/contract/case.ts';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { get, post } from '../api/client.ts';
import { newId, sendCommand } from '../api/command.ts';
import { useCaseChanges } from '../api/live.ts';
import { type AppealsSearch, queryOf } from './search.ts';

const ofCase = (caseId: string) => `/api/cases/${encodeURIComponent(caseId)}/appeals`;

/** The list of appeals, page by page, renewed whenever a case changes. */
export const useAppealList = (search: AppealsSearch, dueBefore: string | undefined) => {
  const client = useQueryClient();
  const renew = useCallback(() => void client.invalidateQueries({ queryKey: ['appeals', 'list'] }), [client]);
  useCaseChanges(renew, renew);
  return useInfiniteQuery({
    queryKey: ['appeals', 'list', search, dueBefore],
    queryFn: ({ signal, pageParam }) =>
      get<AppealsAnswer>(
        '/api/appeals',
        { ...queryOf(search, dueBefore), ...(pageParam ? { after: pageParam } : {}) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
};

/** The appeals of a case, renewed whenever somebody changes it. */
export const useCaseAppeals = (caseId: string) => {
  const client = useQueryClient();
  const renew = useCallback(
    () => client.invalidateQueries({ queryKey: ['appeals', 'case', caseId] }),
    [client, caseId],
  );
  const query = useQuery({
    queryKey: ['appeals', 'case', caseId],
    queryFn: ({ signal }) => get<CaseAppealsView>(ofCase(caseId), {}, signal),
  });
  useCaseChanges(
    (change) => {
      if (change.caseId === caseId && change.version !== query.data?.version) void renew();
    },
    () => void renew(),
  );
  return { ...query, renew };
};

export const useReviewers = (caseId: string, appealId: string | undefined, version: number) =>
  useQuery({
    queryKey: ['appeals', 'reviewers', caseId, appealId, version],
    queryFn: ({ signal }) =>
      get<ReviewersAnswer>(`${ofCase(caseId)}/${encodeURIComponent(appealId ?? '')}/reviewers`, {}, signal),
    enabled: appealId !== undefined,
  });

export const useReportingLines = () =>
  useQuery({
    queryKey: ['reportingLines'],
    queryFn: ({ signal }) => get<ReportingLinesAnswer>('/api/reporting-lines', {}, signal),
  });

/** What an act sends: a command on the case, or the sending of the file to who decides. */
export type Sent =
  | { readonly kind: 'command'; readonly command: CommandBody }
  | { readonly kind: 'forward'; readonly appealId: string; readonly body: object };

/** Sends on top of the version on the screen. `commandId` is of the form that is open, so that a second try does nothing twice. */
export const useSendAct = (caseId: string, version: number) => {
  const client = useQueryClient();
  return useCallback(
    async (sent: Sent, commandId: string = newId()): Promise<void> => {
      try {
        if (sent.kind === 'command') await sendCommand({ caseId, version }, sent.command, commandId);
        else
          await post(`${ofCase(caseId)}/${encodeURIComponent(sent.appealId)}/forward`, {
            ...sent.body,
            commandId,
            expectedVersion: version,
          });
      } finally {
        await client.invalidateQueries({ queryKey: ['appeals'] });
        void client.invalidateQueries({ queryKey: ['case', caseId] });
      }
    },
    [caseId, version, client],
  );
};
