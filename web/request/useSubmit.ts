import type { PortalAnswer } from '@openum/http/contract/request.ts';
import { useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { newId } from '../api/command.ts';
import { useSession } from '../api/session.ts';
import { type DocumentDraft, deskBody, type FieldProblem, type RequestDraft, requestBody } from './form.ts';
import { submitForm } from './submit.ts';

type Failed = { readonly sentence: string; readonly problems: readonly FieldProblem[] };

/** Sends the form; keeps what the server found wrong with it. */
export const useSubmit = (
  path: string,
  draft: RequestDraft,
  documents: readonly DocumentDraft[],
  change: (part: Partial<RequestDraft>) => void,
) => {
  const { view, zone } = useSession();
  const body = () => (view.tenant.kind === 'plan' ? deskBody(draft, documents, zone) : requestBody(draft, documents));
  const [part, setPart] = useState<number>();
  const [failed, setFailed] = useState<Failed>();
  const send = async (): Promise<PortalAnswer | undefined> => {
    setPart(0);
    setFailed(undefined);
    try {
      return await submitForm<PortalAnswer>(path, body(), setPart);
    } catch (problem) {
      const known = problem instanceof ApiProblem ? problem : undefined;
      setFailed({
        sentence: known?.message ?? 'Something went wrong on this page.',
        problems: known?.body?.fields ?? [],
      });
      // Without an answer it may have arrived: the same id makes it arrive once. A refused form is another one when it is changed.
      if (known?.body) change({ submissionId: newId() });
      return undefined;
    } finally {
      setPart(undefined);
    }
  };
  return {
    send,
    part,
    failure: failed?.sentence,
    problems: failed?.problems ?? [],
    forget: () => setFailed(undefined),
  };
};
