import { Button, CloseButton, Group, Loader } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { FailedState } from '../../app/states.tsx';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { submitKeys } from '../keys.ts';
import { listedDocuments, nextDocument } from './documents.ts';
import { FhirView } from './FhirView.tsx';
import { type Opened, useDocument } from './useDocument.ts';

const Content = ({ opened, title }: { readonly opened: Opened; readonly title: string }) => {
  const { find } = useDesk();
  const { contentType, url, text } = opened;
  if (contentType === 'application/pdf')
    return <iframe className={css.frame} src={`${url}#navpanes=0&view=FitH`} title={title} />;
  if (contentType.startsWith('image/') && contentType !== 'image/tiff')
    return <img src={url} alt={title} style={{ maxInlineSize: '100%' }} />;
  if (contentType === 'text/html') return <iframe className={css.frame} sandbox="" srcDoc={text ?? ''} title={title} />;
  if (/json$/.test(contentType) && text !== undefined) return <FhirView key={find} text={text} find={find} />;
  if (text !== undefined) return <div className={css.prewrap}>{text}</div>;
  return (
    <p>
      This kind of file ({contentType}) cannot be shown here.{' '}
      <a href={url} download={title}>
        Save it
      </a>
    </p>
  );
};

/** A document beside the case. Opening it is written in the log of reads. */
export const DocumentViewer = ({ documentId, renew }: { readonly documentId: string; readonly renew: () => void }) => {
  const { view, openDocument } = useDesk();
  const documents = listedDocuments(view);
  const title = documents.find((d) => d.documentId === documentId)?.title ?? 'Document';
  const { data, error, refetch } = useDocument(view.caseId, documentId, renew);
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
        {data && <Content opened={data} title={title} />}
        {error && <FailedState error={error} retry={() => void refetch()} />}
        {!data && !error && <Loader size="sm" aria-label="Opening the document" />}
      </section>
    </section>
  );
};
