import type { PhysicianFileView } from '@openum/http/contract/physician.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../api/client.ts';
import { problemText } from '../case/problemText.ts';

/** What a physician said of their own work, and how to say more. */
export const useFile = (userId: string) => {
  const client = useQueryClient();
  const queryKey = ['physician-file', userId];
  const path = `/api/physician/files/${encodeURIComponent(userId)}`;
  const [problem, setProblem] = useState<string>();
  const query = useQuery({ queryKey, queryFn: ({ signal }) => get<PhysicianFileView>(path, {}, signal) });
  /** False when it was refused; `problem` then says why. */
  const say = async (what: string, body: object = {}): Promise<boolean> => {
    try {
      client.setQueryData(queryKey, await post<PhysicianFileView>(`${path}/${what}`, body));
      setProblem(undefined);
      void client.invalidateQueries({ queryKey: ['physician-queue'] });
      return true;
    } catch (error) {
      setProblem(problemText(error));
      return false;
    }
  };
  return { query, say, problem };
};
export type Say = ReturnType<typeof useFile>['say'];
