import type { Unreadable } from '@openum/domain/document/page.ts';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem, getFile } from '../api/client.ts';
import { type Look, needsLarge } from './look.ts';
import { unreadableWords } from './words.ts';

/** A picture as an address of its data: nothing has to be given back when it is no longer shown. */
type Picture = { readonly url: string; readonly aspect: number };

const dataAddress = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

const fetchPicture = async (path: string, signal: AbortSignal): Promise<Picture | null> => {
  const blob = await getFile(path, signal);
  if (!blob) return null;
  const url = await dataAddress(blob);
  const image = new Image();
  image.src = url;
  await image.decode();
  return { url, aspect: image.naturalWidth / image.naturalHeight };
};

/** Pages that one has left are kept for a while, so that turning back does not wait. */
const keptMs = 60_000;

const pictureQuery = (path: string, size: 'page' | 'large', enabled: boolean) => ({
  queryKey: ['pagePicture', path, size],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => fetchPicture(`${path}?size=${size}`, signal),
  enabled,
  retry: (count: number, error: Error) => !(error instanceof ApiProblem && error.status > 0) && count < 2,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: keptMs,
});

/** How a page looks. Absent: not there yet, or a page of text, which has no look of its own. */
export const usePicture = (path: string, look: Look, isThere = true) => {
  const wantsLarge = needsLarge(look);
  const usual = useQuery(pictureQuery(path, 'page', isThere));
  const large = useQuery(pictureQuery(path, 'large', isThere && wantsLarge && Boolean(usual.data)));
  const { error } = usual;
  const problem = error instanceof ApiProblem ? error.body?.facts?.problem : undefined;
  return {
    picture: (wantsLarge ? large.data : undefined) ?? usual.data ?? undefined,
    isPending: usual.isPending,
    /** Why it cannot be seen. */
    problem: error ? (unreadableWords[problem as Unreadable] ?? error.message) : undefined,
  };
};
