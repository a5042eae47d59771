import { Button, CloseButton, Group, Loader, SegmentedControl } from '@mantine/core';
import { hasPages } from '@openum/domain/document/reading.ts';
import { useEffect, useRef, useState } from 'react';
import { FailedState } from '../../app/states.tsx';
import { PagedDocument } from '../../document/PagedDocument.tsx';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { submitKeys } from '../keys.ts';
import { listedDocuments, nextDocument } from './documents.ts';
import { FileContent } from './FileContent.tsx';
import { useDocument } from './useDocument.ts';

type Props = { readonly documentId: string; readonly renew: () => void };

const WholeFile = ({ documentId, title, renew }: Props & { readonly title: string }) => {
  const { view, find } = useDesk();
  const { data, error, refetch } = useDocument(view.caseId, documentId, renew);
  if (error) return <FailedState error={error} retry={() => void refetch()} />;
  return data ? (
    <FileContent opened={data} title={title} find={find} />
  ) : (
    <Loader size="sm" aria-label="Opening the document" />
  );
};

/** A document beside the case. Opening it is written in the log of reads. */
export const DocumentViewer = ({ documentId, renew }: Props) => {
  const { view, openDocument } = useDesk();
  const documents = listedDocuments(view);
  const title = documents.find((d) => d.documentId === documentId)?.title ?? 'Document';
  const isPaged = view.state.documents.some((d) => d.documentId === documentId && hasPages(d));
  const [shown, setShown] = useState<'pages' | 'file'>('pages');
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus({ preventScroll: true }), [documentId]);
  const next = nextDocument(documents, documentId);
  return (
    <section
      className={`${css.panel} ${css.sticky}`}
      aria-label={`Document ${title}`}
      onKeyDown={submitKeys(
        () => {},
        () => openDocument(undefined),
      )}
    >
      <div className={css.panelHead}>
        <h2 ref={head} tabIndex={-1}>
          {title}
        </h2>
        <Group gap="xs">
          {next !== undefined && next !== documentId && (
            <Button variant="default" size="compact-xs" onClick={() => openDocument(next)}>
              Next
              <kbd className={css.kbd} aria-hidden>
                o
              </kbd>
            </Button>
          )}
          <CloseButton size="sm" aria-label={`Close ${title}`} onClick={() => openDocument(undefined)} />
        </Group>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={css.panelBody} tabIndex={0} aria-label={`${title}, content`}>
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
      </section>
    </section>
  );
};
