import type { PortalAnswer } from '@openum/http/contract/request.ts';
import { useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { newId } from '../api/command.ts';
import { useSession } from '../api/session.ts';
import type { TenantKind } from '../app/nav.ts';
import { type DocumentDraft, type FieldProblem, type RequestDraft, requestBody } from './form.ts';
import { submitRequest } from './submit.ts';

type Failed = { readonly sentence: string; readonly problems: readonly FieldProblem[] };

/** A practice sends to the plan's portal, the plan's own people to their desk. */
const pathOf = (kind: TenantKind, draft: RequestDraft): string => {
  if (kind === 'plan') return '/api/requests';
  return `/api/portal/requests${draft.planId === '' ? '' : `?plan=${encodeURIComponent(draft.planId)}`}`;
};

/** Sends the form; keeps what the server found wrong with it. */
export const useSubmit = (
  draft: RequestDraft,
  documents: readonly DocumentDraft[],
  change: (part: Partial<RequestDraft>) => void,
) => {
  const { kind } = useSession().view.tenant;
  const [part, setPart] = useState<number>();
  const [failed, setFailed] = useState<Failed>();
  const send = async (): Promise<PortalAnswer | undefined> => {
    setPart(0);
    setFailed(undefined);
    try {
      return await submitRequest(pathOf(kind, draft), requestBody(draft, documents), setPart);
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
