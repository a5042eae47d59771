import type {
  PayerFilePage,
  PayerFileView,
  SettleBody,
  SettledAnswer,
  TakenFile,
} from '@openum/http/contract/practice/payerFile.ts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post, postFile } from '../../api/client.ts';

export type FileSearch = {
  readonly show?: 'all';
  readonly direction?: 'in' | 'out';
  readonly kind?: string;
};

export const filesQuery = (search: FileSearch) =>
  infiniteQueryOptions({
    queryKey: ['practice', 'files', search],
    queryFn: ({ pageParam, signal }) =>
      get<PayerFilePage>('/api/practice/files', { ...search, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: 60_000,
  });

const fileUrl = (fileId: string): string => `/api/practice/files/${encodeURIComponent(fileId)}`;
export const contentUrl = (fileId: string): string => `${fileUrl(fileId)}/content`;

export const fileQuery = (fileId: string) =>
  queryOptions({
    queryKey: ['practice', 'file', fileId],
    queryFn: ({ signal }) => get<PayerFileView>(fileUrl(fileId), {}, signal),
  });

/** Brings a file in as it is; what it says is recorded at once where it belongs to something. */
export const keepFile = (file: File): Promise<TakenFile> =>
  postFile<TakenFile>(`/api/practice/files?name=${encodeURIComponent(file.name.slice(0, 200))}`, file);

export const useSettle = (fileId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: SettleBody) => post<SettledAnswer>(`${fileUrl(fileId)}/settle`, { act }),
    onSettled: () => client.invalidateQueries({ queryKey: ['practice'] }),
  });
};
