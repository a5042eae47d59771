import { useDesk } from '../case/desk.ts';
import { KindHint } from './KindHint.tsx';
import { MarkedFact } from './MarkedFact.tsx';
import { PageViewer } from './PageViewer.tsx';
import { caseShelf } from './usePages.ts';

type Props = { readonly documentId: string; readonly opened: () => void };

/** A document of a case page by page, with what can be recorded from its words. */
export const PagedDocument = ({ documentId, opened }: Props) => {
  const { view, place } = useDesk();
  return (
    <PageViewer
      shelf={caseShelf(view.caseId)}
      documentId={documentId}
      place={place}
      opened={opened}
      hint={(kind) => <KindHint documentId={documentId} kind={kind} />}
      marked={(picked, close) => (
        <MarkedFact key={`${picked.page} ${picked.start} ${picked.end}`} picked={picked} close={close} />
      )}
    />
  );
};
