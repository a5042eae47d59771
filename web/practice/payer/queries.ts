import type { DutyView, PayerBehaviourView, PayerHistory, PayerList } from '@openum/http/contract/practice/payer.ts';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../api/client.ts';

export const payersQuery = queryOptions({
  queryKey: ['practice', 'payers'],
  queryFn: ({ signal }) => get<PayerList>('/api/practice/payer-cards', {}, signal),
});

export const payerQuery = (payerId: string) =>
  queryOptions({
    queryKey: ['practice', 'payers', payerId],
    queryFn: ({ signal }) => get<PayerHistory>(`/api/practice/payer-cards/${encodeURIComponent(payerId)}`, {}, signal),
  });

export const payerBehaviourQuery = (payerId: string) =>
  queryOptions({
    queryKey: ['practice', 'payers', payerId, 'behaviour'],
    queryFn: ({ signal }) =>
      get<PayerBehaviourView>(`/api/practice/payer-cards/${encodeURIComponent(payerId)}/behaviour`, {}, signal),
  });

export const dutyQuery = queryOptions({
  queryKey: ['practice', 'duty'],
  queryFn: ({ signal }) => get<DutyView>('/api/practice/duty', {}, signal),
});
