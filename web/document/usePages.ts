import type {
  DocumentHitsView,
  DocumentPageView,
  DocumentReadingsView,
  PagedDocumentView,
} from '@openum/http/contract/document.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';

const ofCase = (caseId: string) => `/api/cases/${encodeURIComponent(caseId)}`;
const ofDocument = (caseId: string, documentId: string) =>
  `${ofCase(caseId)}/documents/${encodeURIComponent(documentId)}/pages`;

export const picturePath = (caseId: string, documentId: string, page: number): string =>
  `${ofDocument(caseId, documentId)}/${page}/picture`;

const lookAgainMs = 2000;

/** How far each document of the case has been read; asked again while one of these is still being read. */
export const useReadings = (caseId: string, documentIds: readonly string[]) =>
  useQuery({
    queryKey: ['documentReadings', caseId, ...documentIds],
    queryFn: ({ signal }) => get<DocumentReadingsView>(`${ofCase(caseId)}/document-readings`, {}, signal),
    refetchInterval: ({ state }) => {
      const done = new Set(state.data?.readings.filter((r) => r.state !== 'reading').map((r) => r.documentId));
      return documentIds.every((id) => done.has(id)) ? false : lookAgainMs;
    },
  });

/** The list of pages; `progress` changes when more of them have been read. */
export const usePages = (caseId: string, documentId: string, progress: string) =>
  useQuery({
    queryKey: ['documentPages', caseId, documentId, progress],
    queryFn: ({ signal }) => get<PagedDocumentView>(ofDocument(caseId, documentId), {}, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const usePage = (caseId: string, documentId: string, page: number, isThere: boolean) =>
  useQuery({
    queryKey: ['documentPage', caseId, documentId, page],
    queryFn: ({ signal }) => get<DocumentPageView>(`${ofDocument(caseId, documentId)}/${page}`, {}, signal),
    enabled: isThere,
    staleTime: Number.POSITIVE_INFINITY,
  });

const fewestSigns = 2;

/** Where words stand in one document, or in all of the case. */
export const useHits = (caseId: string, words: string, documentId?: string) =>
  useQuery({
    queryKey: ['documentHits', caseId, documentId, words.trim()],
    queryFn: ({ signal }) =>
      get<DocumentHitsView>(`${ofCase(caseId)}/document-search`, { words: words.trim(), documentId }, signal),
    enabled: words.trim().length >= fewestSigns,
  });
