import type { CaseView } from '@openum/http/contract/case.ts';
import type { ExtractedFactsView, OfferedFact } from '@openum/http/contract/extraction.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import { useDesk } from '../case/desk.ts';
import { caseShelf, useReadings } from '../document/usePages.ts';

const lookAgainMs = 3000;

/** What was read from the documents of a case and nobody has answered; asked again while a document is still being read. */
const useExtractedOf = (view: CaseView) => {
  const documents = view.state.documents.map((d) => d.documentId);
  const readings = useReadings(caseShelf(view.caseId), documents).data?.readings ?? [];
  const pages = readings.reduce((sum, r) => sum + (r.state === 'read' ? r.pagesRead : 0), 0);
  return useQuery({
    queryKey: ['extractedFacts', view.caseId, view.state.version, pages],
    queryFn: ({ signal }) =>
      get<ExtractedFactsView>(`/api/cases/${encodeURIComponent(view.caseId)}/extracted-facts`, {}, signal),
    placeholderData: keepPreviousData,
    enabled: documents.length > 0,
    refetchInterval: ({ state }) => ((state.data?.pages ?? 0) < pages ? lookAgainMs : false),
  });
};

/** What was read from the documents of the open case. */
export const useExtracted = () => useExtractedOf(useDesk().view);

const none: readonly OfferedFact[] = [];

/** The facts that wait for an answer. */
export const useOffers = (view: CaseView): readonly OfferedFact[] => useExtractedOf(view).data?.facts ?? none;
