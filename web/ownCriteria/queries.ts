import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { OwnCriteria } from '@openum/domain/ownCriteria/version.ts';
import type { CriteriaWordsView, OwnCriteriaActBody, OwnCriteriaView } from '@openum/http/contract/ownCriteria.ts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../api/client.ts';
import type { FactsByKey } from './words.ts';

export type Act = OwnCriteriaActBody['act'];

const pathOf = (setId: string): string => `/api/own-criteria/${encodeURIComponent(setId)}`;

export const ownCriteriaQuery = (setId: string) =>
  queryOptions({
    queryKey: ['own-criteria', setId],
    queryFn: ({ signal }) => get<OwnCriteriaView>(pathOf(setId), {}, signal),
  });

export const useOwnCriteria = (setId: string) => useQuery(ownCriteriaQuery(setId));

export const sendAct = (setId: string, sequence: number, act: Act): Promise<OwnCriteria> =>
  post<OwnCriteria>(`${pathOf(setId)}/acts`, { sequence, act });

/** One act on a set, on top of what is on the screen. */
export const useOwnCriteriaAct = (setId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ sequence, act }: { readonly sequence: number; readonly act: Act }) => sendAct(setId, sequence, act),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['own-criteria', setId] }),
        client.invalidateQueries({ queryKey: ['criteria'] }),
      ]),
  });
};

export type CriteriaWords = CriteriaWordsView & {
  readonly byKey: FactsByKey;
  /** The facts as choices of a field. */
  readonly options: { readonly value: string; readonly label: string }[];
};

/** What points may be about; it changes with the release only. */
export const useCriteriaWords = () =>
  useQuery({
    queryKey: ['criteria-words'],
    queryFn: async ({ signal }): Promise<CriteriaWords> => {
      const words = await get<CriteriaWordsView>('/api/criteria-words', {}, signal);
      return {
        ...words,
        byKey: new Map(words.facts.map((f) => [f.key, f])),
        options: words.facts.map((f) => ({ value: f.key, label: f.label })),
      };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A text as the API takes it: plain data of its own type. */
export const asBody = (set: CriteriaSet) => set as unknown as Extract<Act, { type: 'SaveCriteria' }>['set'];
