import { mayNot } from '@openum/domain/case/capability.ts';
import { useDesk } from '../case/desk.ts';
import { placeOfOffer } from '../extraction/answer.ts';
import { useExtracted } from '../extraction/useExtracted.ts';
import { KindHint } from './KindHint.tsx';
import { MarkedFact } from './MarkedFact.tsx';
import { PageViewer } from './PageViewer.tsx';
import { PartForm } from './PartForm.tsx';
import { caseShelf, useReadings } from './usePages.ts';

type Props = { readonly documentId: string; readonly opened: () => void };

/** A document of a case page by page, with what can be recorded from its words. */
export const PagedDocument = ({ documentId, opened }: Props) => {
  const { view, place, actor } = useDesk();
  const no = mayNot('SetDocumentKind', actor, view.state);
  const { data: readings } = useReadings(caseShelf(view.caseId), [documentId]);
  const lastPage = readings?.readings.find((r) => r.documentId === documentId)?.pages ?? 1;
  const offers = (useExtracted().data?.facts ?? []).filter((o) => o.asked && o.fact.documentId === documentId);
  return (
    <PageViewer
      shelf={caseShelf(view.caseId)}
      documentId={documentId}
      place={place}
      revision={view.state.documents.find((d) => d.documentId === documentId)?.parts?.length ?? 0}
      offers={offers.map(placeOfOffer)}
      opened={opened}
      correct={
        no
          ? undefined
          : (part, close) => <PartForm documentId={documentId} part={part} lastPage={lastPage} close={close} />
      }
      hint={(kind) => <KindHint documentId={documentId} kind={kind} />}
      marked={(picked, close) => (
        <MarkedFact key={`${picked.page} ${picked.start} ${picked.end}`} picked={picked} close={close} />
      )}
    />
  );
};
