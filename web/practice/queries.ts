import type { BoardSort, DueBucket } from '@openum/domain/episode/board.ts';
import type {
  AttendanceReading,
  BoardReading,
  EpisodeAnswer,
  EpisodeCommandBody,
  EpisodeView,
} from '@openum/http/contract/practice/episode.ts';
import type { PatientHits, RegisterView } from '@openum/http/contract/practice/register.ts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../api/client.ts';
import { newId } from '../api/command.ts';

export type BoardSearch = {
  readonly presence?: 'discharged' | 'all';
  readonly due?: DueBucket;
  readonly programme?: string;
  readonly level?: string;
  readonly payer?: string;
  readonly text?: string;
  readonly sort?: BoardSort;
  readonly descending?: 'true';
  readonly page?: string;
};

export const boardQuery = (search: BoardSearch & { readonly size?: number }) =>
  queryOptions({
    queryKey: ['practice', 'board', search],
    queryFn: ({ signal }) => get<BoardReading>('/api/practice/board', search, signal),
    refetchInterval: 60_000,
  });

/** Patients for a choice, by name: those whose name or number begins so. */
export const patientChoices = (text: string, presence?: 'all') =>
  boardQuery({
    sort: 'patient',
    size: 100,
    ...(text.trim() ? { text: text.trim() } : {}),
    ...(presence ? { presence } : {}),
  });

export const episodeQuery = (episodeId: string) =>
  queryOptions({
    queryKey: ['practice', 'episode', episodeId],
    queryFn: ({ signal }) => get<EpisodeView>(`/api/practice/episodes/${encodeURIComponent(episodeId)}`, {}, signal),
  });

export const registerQuery = queryOptions({
  queryKey: ['practice', 'register'],
  queryFn: ({ signal }) => get<RegisterView>('/api/practice/register', {}, signal),
  staleTime: 60_000,
});

export const attendanceQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: ['practice', 'attendance', on ?? 'today'],
    queryFn: ({ signal }) => get<AttendanceReading>('/api/practice/attendance', { on }, signal),
  });

export const patientsQuery = (text: string) =>
  queryOptions({
    queryKey: ['practice', 'patients', text],
    queryFn: ({ signal }) => get<PatientHits>('/api/practice/patients', { text }, signal),
    enabled: text.trim().length > 1,
  });

/** Sends one act on an episode; a second try of the same act does nothing twice. */
export const useEpisodeAct = ({ episodeId, version }: { readonly episodeId: string; readonly version: number }) => {
  const client = useQueryClient();
  const [commandId, setCommandId] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const send = async (command: EpisodeCommandBody): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await post<EpisodeAnswer>(`/api/practice/episodes/${encodeURIComponent(episodeId)}/commands`, {
        commandId,
        expectedVersion: version,
        command,
      });
      setCommandId(newId());
      await client.invalidateQueries({ queryKey: ['practice'] });
      return true;
    } catch (problem) {
      setFailure(problem);
      await client.invalidateQueries({ queryKey: ['practice', 'episode', episodeId] });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, failure, clear: () => setFailure(undefined) };
};
