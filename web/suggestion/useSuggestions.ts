import type { AskAnswer, AskBody, SuggestionsOf } from '@openum/http/contract/suggestion.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../api/client.ts';
import { problemText } from '../case/problemText.ts';

const lookAgainMs = 2000;

/** Suggestions at an address, with a way to ask for more. Looked at again while the model is thinking. */
export const useSuggestions = (path: string, version?: number, about: Readonly<Record<string, string>> = {}) => {
  const client = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const query = useQuery({
    queryKey: ['suggestions', path, version, about],
    queryFn: ({ signal }) => get<SuggestionsOf>(path, about, signal),
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => (state.data?.runs.some((r) => r.outcome === undefined) ? lookAgainMs : false),
  });
  const renew = (): Promise<void> => client.invalidateQueries({ queryKey: ['suggestions', path] });
  const ask = async (body: AskBody): Promise<void> => {
    setProblem(undefined);
    try {
      await post<AskAnswer>(path, body);
      await renew();
    } catch (failure) {
      setProblem(problemText(failure));
    }
  };
  return { ...query, ask, renew, problem };
};

export type Run = SuggestionsOf['runs'][number];

export const casePath = (caseId: string): string => `/api/cases/${encodeURIComponent(caseId)}/suggestions`;
