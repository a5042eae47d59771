import type { ModelCheckAnswer, ModelView, SwitchBody } from '@openum/http/contract/suggestion.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../api/client.ts';

export type ModelSpan = { readonly from?: string | undefined; readonly through?: string | undefined };

export const useModel = ({ from, through }: ModelSpan) =>
  useQuery({
    queryKey: ['model', from, through],
    queryFn: ({ signal }) => get<ModelView>('/api/model', { from, through }, signal),
    placeholderData: (before) => before,
  });

export const useSwitch = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SwitchBody) => post<void>('/api/model/switches', body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['model'] }),
  });
};

export const useCheck = () => useMutation({ mutationFn: () => post<ModelCheckAnswer>('/api/model/check', {}) });
