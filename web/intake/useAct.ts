import type { CommandBody } from '@openum/http/contract/case.ts';
import { useState } from 'react';
import { useDesk } from '../case/desk.ts';
import { problemText } from '../case/problemText.ts';

/** Sends one act from a panel and tells what came of it. */
export const useAct = () => {
  const { send, tell } = useDesk();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const act = async (command: CommandBody, done: string): Promise<boolean> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await send(command);
      tell(done);
      return true;
    } catch (failure) {
      setProblem(problemText(failure));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { act, busy, problem };
};
