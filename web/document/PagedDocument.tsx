import { useDesk } from '../case/desk.ts';
import { placeOfOffer } from '../extraction/answer.ts';
import { useExtracted } from '../extraction/useExtracted.ts';
import { KindHint } from './KindHint.tsx';
import { MarkedFact } from './MarkedFact.tsx';
import { PageViewer } from './PageViewer.tsx';
import { caseShelf } from './usePages.ts';

type Props = { readonly documentId: string; readonly opened: () => void };

/** A document of a case page by page, with what can be recorded from its words. */
export const PagedDocument = ({ documentId, opened }: Props) => {
  const { view, place } = useDesk();
  const offers = (useExtracted().data?.facts ?? []).filter((o) => o.asked && o.fact.documentId === documentId);
  return (
    <PageViewer
      shelf={caseShelf(view.caseId)}
      documentId={documentId}
      place={place}
      offers={offers.map(placeOfOffer)}
      opened={opened}
      hint={(kind) => <KindHint documentId={documentId} kind={kind} />}
      marked={(picked, close) => (
        <MarkedFact key={`${picked.page} ${picked.start} ${picked.end}`} picked={picked} close={close} />
      )}
    />
  );
};
