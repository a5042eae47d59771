import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, post, put } from '../api/client.ts';
import { newId } from '../api/command.ts';
import { problemText } from '../case/problemText.ts';

/** Sends one act of the practice; a second try of the same act keeps its id, so that nothing is done twice. */
export const usePracticeSend = () => {
  const client = useQueryClient();
  const [commandId, setCommandId] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const run = async (call: (commandId: string) => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await call(commandId);
      setCommandId(newId());
      await client.invalidateQueries({ queryKey: ['practice'] });
      return true;
    } catch (problem) {
      setFailure(problem);
      // Somebody else was first: what is shown is made new, what was typed stays.
      if (problem instanceof ApiProblem && problem.code === 'staleVersion')
        await client.invalidateQueries({ queryKey: ['practice'] });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    failure,
    message: failure === undefined ? undefined : problemText(failure),
    send: (path: string, body: object) => run((id) => post(path, { commandId: id, ...body })),
    save: (path: string, body: object) => run(() => put(path, body)),
    /** Of a body that has its own id. */
    post: (path: string, body: object) => run(() => post(path, body)),
  };
};
