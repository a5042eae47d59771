import { Loader, SegmentedControl } from '@mantine/core';
import { hasPages } from '@openum/domain/document/reading.ts';
import { useState } from 'react';
import { FailedState } from '../../app/states.tsx';
import { PagedDocument } from '../../document/PagedDocument.tsx';
import { useDesk } from '../desk.ts';
import { FileContent } from './FileContent.tsx';
import { useDocument } from './useDocument.ts';

type Props = { readonly documentId: string; readonly title: string; readonly renew: () => void };

const WholeFile = ({ documentId, title, renew }: Props) => {
  const { view, find } = useDesk();
  const { data, error, refetch } = useDocument(view.caseId, documentId, renew);
  if (error) return <FailedState error={error} retry={() => void refetch()} />;
  return data ? (
    <FileContent opened={data} title={title} find={find} />
  ) : (
    <Loader size="sm" role="status" aria-label="Opening the document" />
  );
};

/** What a document says: page by page where it has pages, or the file as it came. */
export const DocumentBody = ({ documentId, title, renew }: Props) => {
  const { view } = useDesk();
  const isPaged = view.state.documents.some((d) => d.documentId === documentId && hasPages(d));
  const [shown, setShown] = useState<'pages' | 'file'>('pages');
  return (
    <>
      {isPaged && (
        <SegmentedControl
          size="xs"
          mb="xs"
          aria-label="Show the document as"
          value={shown}
          onChange={(v) => setShown(v === 'file' ? 'file' : 'pages')}
          data={[
            { value: 'pages', label: 'Page by page' },
            { value: 'file', label: 'File as it came' },
          ]}
        />
      )}
      {isPaged && shown === 'pages' ? (
        <PagedDocument key={documentId} documentId={documentId} opened={renew} />
      ) : (
        <WholeFile documentId={documentId} title={title} renew={renew} />
      )}
    </>
  );
};
