import { type RequestStatus, requestStatuses } from '@openum/domain/case/requestStatus.ts';

/** What the address of the list says. */
export type RequestsSearch = { readonly status?: RequestStatus; readonly text?: string; readonly plan?: string };

export const readRequestsSearch = (search: Record<string, unknown>): RequestsSearch => {
  const status = requestStatuses.find((s) => s === search.status);
  const text = typeof search.text === 'string' ? search.text.slice(0, 100) : '';
  const plan = typeof search.plan === 'string' ? search.plan.slice(0, 64) : '';
  return { ...(status ? { status } : {}), ...(text ? { text } : {}), ...(plan ? { plan } : {}) };
};
