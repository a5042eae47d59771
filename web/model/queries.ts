import type { ModelCheckAnswer, ModelView, SwitchBody } from '@openum/http/contract/suggestion.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../api/client.ts';
import type { ModelSearch } from './search.ts';

export const useModel = (search: ModelSearch) =>
  useQuery({
    queryKey: ['model', search],
    queryFn: ({ signal }) => get<ModelView>('/api/model', search, signal),
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
