import type { ProblemBody } from '@openum/http/contract/refusal.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiProblem } from '../../api/client.ts';
import { practiceHeaders } from '../../api/practice.ts';

export type Opened = {
  readonly contentType: string;
  readonly blob: Blob;
  readonly url: string;
  /** Present when it can be read as text. */
  readonly text?: string;
};

const readable = /^(text\/|application\/(.*\+)?(json|xml))/;

const fetchFile = async (path: string, signal: AbortSignal): Promise<Opened> => {
  let response: Response;
  try {
    response = await fetch(path, {
      credentials: 'same-origin',
      headers: { 'x-openum': '1', ...practiceHeaders() },
      signal,
    });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiProblem(0, undefined);
  }
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => undefined);
    throw new ApiProblem(response.status, body as ProblemBody | undefined);
  }
  const contentType = response.headers.get('content-type')?.split(';')[0]?.trim() ?? 'application/octet-stream';
  const blob = await response.blob();
  const text = readable.test(contentType) ? await blob.text() : undefined;
  return { contentType, blob, url: URL.createObjectURL(blob), ...(text === undefined ? {} : { text }) };
};

/** Fetches a file, which the server writes down as a read by this person; `opened` is called when it has come. */
export const useFile = (path: string, opened: () => void = () => {}) => {
  const query = useQuery({
    queryKey: ['file', path],
    queryFn: ({ signal }) => fetchFile(path, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const url = query.data?.url;
  useEffect(() => {
    if (!url) return;
    opened();
    return () => URL.revokeObjectURL(url);
  }, [url]);
  return query;
};

export const useDocument = (caseId: string, documentId: string, opened: () => void) =>
  useFile(`/api/cases/${encodeURIComponent(caseId)}/documents/${encodeURIComponent(documentId)}`, opened);
