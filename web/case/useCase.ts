import type { CaseView, CommandBody } from '@openum/http/contract/case.ts';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { ApiProblem, get } from '../api/client.ts';
import { newId, sendCommand } from '../api/command.ts';
import { useCaseChanges } from '../api/live.ts';

const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => get<CaseView>(`/api/cases/${encodeURIComponent(caseId)}`, {}, signal),
  });

/** The case, renewed whenever somebody changes it. */
export const useCase = (caseId: string) => {
  const client = useQueryClient();
  const query = useQuery(caseQuery(caseId));
  const renew = useCallback(() => client.invalidateQueries({ queryKey: ['case', caseId] }), [client, caseId]);
  const shown = query.data?.state.version;
  useCaseChanges((change) => {
    if (change.caseId === caseId && change.version !== shown) void renew();
  }, renew);
  return { ...query, renew };
};

/**
 * Sends commands. The same words on the same version keep their `commandId`, so that pressing send again after a lost answer
 * does nothing twice; other words are another intention.
 */
export const useSend = (caseId: string, version: number | undefined) => {
  const client = useQueryClient();
  const last = useRef<{ readonly said: string; readonly commandId: string }>(undefined);
  return useCallback(
    async (command: CommandBody): Promise<void> => {
      if (version === undefined) return;
      const said = JSON.stringify([version, command]);
      if (last.current?.said !== said) last.current = { said, commandId: newId() };
      try {
        await sendCommand({ caseId, version }, command, last.current.commandId);
        last.current = undefined;
        await client.invalidateQueries({ queryKey: ['case', caseId] });
        void client.invalidateQueries({ queryKey: ['cases'] });
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.code === 'staleVersion')
          await client.invalidateQueries({ queryKey: ['case', caseId] });
        throw problem;
      }
    },
    [caseId, version, client],
  );
};
