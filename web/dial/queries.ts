import type { DialView, dialActBody } from '@openum/http/contract/dial.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { get, post } from '../api/client.ts';

export type DialAct = z.input<typeof dialActBody>['act'];

export const useDial = () =>
  useQuery({ queryKey: ['dial'], queryFn: ({ signal }) => get<DialView>('/api/dial', {}, signal) });

/** Sends an act on what was seen; somebody else's newer change is shown afterwards either way. */
export const useDialAct = (sequence: number) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: DialAct) => post('/api/dial/acts', { sequence, act }),
    onSettled: () => client.invalidateQueries({ queryKey: ['dial'] }),
  });
};
