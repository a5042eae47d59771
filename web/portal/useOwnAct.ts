import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/client.ts';
import { newId } from '../api/command.ts';
import { requestPath } from './queries.ts';

/** Sends one act on a request to its path below it; a second try of the same act does nothing twice. */
export const useOwnAct = (caseId: string, path: string) => {
  const queryClient = useQueryClient();
  const [commandId, setCommandId] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const send = async (body: object): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await post(`${requestPath(caseId)}/${path}`, { commandId, ...body });
      setCommandId(newId());
      await queryClient.invalidateQueries({ queryKey: ['portal'] });
      return true;
    } catch (problem) {
      setFailure(problem);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, failure };
};
