import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/client.ts';
import { newId } from '../api/command.ts';

/** Sends one act on a request; a second try of the same act does nothing twice. */
export const useOwnAct = (caseId: string, path: 'information' | 'withdraw' | 'continued-stay' | 'clinical-update') => {
  const queryClient = useQueryClient();
  const [commandId, setCommandId] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const send = async (body: object): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await post(`/api/portal/requests/${encodeURIComponent(caseId)}/${path}`, { commandId, ...body });
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
