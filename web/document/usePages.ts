import type {
  DocumentHitsView,
  DocumentPageView,
  DocumentReadingsView,
  PagedDocumentView,
} from '@openum/http/contract/document.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';

/** Address of what documents belong to: a case, or an episode of a practice. */
export const caseShelf = (caseId: string): string => `/api/cases/${encodeURIComponent(caseId)}`;
export const episodeShelf = (episodeId: string): string => `/api/practice/episodes/${encodeURIComponent(episodeId)}`;

export const documentPath = (shelf: string, documentId: string): string =>
  `${shelf}/documents/${encodeURIComponent(documentId)}`;
const pagesPath = (shelf: string, documentId: string) => `${documentPath(shelf, documentId)}/pages`;

export const picturePath = (shelf: string, documentId: string, page: number): string =>
  `${pagesPath(shelf, documentId)}/${page}/picture`;

const lookAgainMs = 2000;

/** How far each document has been read; asked again while one of these is still being read. */
export const useReadings = (shelf: string, documentIds: readonly string[]) =>
  useQuery({
    queryKey: ['documentReadings', shelf, ...documentIds],
    queryFn: ({ signal }) => get<DocumentReadingsView>(`${shelf}/document-readings`, {}, signal),
    refetchInterval: ({ state }) => {
      const done = new Set(state.data?.readings.filter((r) => r.state !== 'reading').map((r) => r.documentId));
      return documentIds.every((id) => done.has(id)) ? false : lookAgainMs;
    },
  });

/** The list of pages; `progress` changes when more of them have been read. */
export const usePages = (shelf: string, documentId: string, progress: string) =>
  useQuery({
    queryKey: ['documentPages', shelf, documentId, progress],
    queryFn: ({ signal }) => get<PagedDocumentView>(pagesPath(shelf, documentId), {}, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const usePage = (shelf: string, documentId: string, page: number, isThere: boolean) =>
  useQuery({
    queryKey: ['documentPage', shelf, documentId, page],
    queryFn: ({ signal }) => get<DocumentPageView>(`${pagesPath(shelf, documentId)}/${page}`, {}, signal),
    enabled: isThere,
    staleTime: Number.POSITIVE_INFINITY,
  });

const fewestSigns = 2;

/** Where words stand in one document, or in all of them. */
export const useHits = (shelf: string, words: string, documentId?: string) =>
  useQuery({
    queryKey: ['documentHits', shelf, documentId, words.trim()],
    queryFn: ({ signal }) =>
      get<DocumentHitsView>(`${shelf}/document-search`, { words: words.trim(), documentId }, signal),
    enabled: words.trim().length >= fewestSigns,
  });
