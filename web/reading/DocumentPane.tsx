import { Button, NativeSelect } from '@mantine/core';
import { type RefObject, useEffect } from 'react';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { DocumentBody } from '../case/document/DocumentBody.tsx';
import { listedDocuments, nextDocument } from '../case/document/documents.ts';
import own from './reading.module.css';

type Props = {
  readonly isNew: (documentId: string) => boolean;
  readonly renew: () => void;
  readonly body: RefObject<HTMLElement | null>;
};

/** The document that is read, and the choice among all of the case. */
export const DocumentPane = ({ isNew, renew, body }: Props) => {
  const { view, documentId, openDocument } = useDesk();
  const documents = listedDocuments(view);
  const title = documents.find((d) => d.documentId === documentId)?.title ?? 'Document';
  const next = nextDocument(documents, documentId);
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [documentId]);
  return (
    <section className={`${css.panel} ${own.pane}`} aria-label="Document">
      <div className={css.panelHead}>
        <h2 className="um-hidden">{title}</h2>
        {documents.length === 0 ? (
          <span className={css.quiet}>Nothing was sent with this request.</span>
        ) : (
          <NativeSelect
            className={own.choice ?? ''}
            size="xs"
            aria-label="Document"
            value={documentId ?? ''}
            onChange={(e) => openDocument(e.currentTarget.value)}
            data={documents.map((d) => ({
              value: d.documentId,
              label: `${d.title}${isNew(d.documentId) ? ' (new)' : ''}${d.opened ? '' : ' (not opened by you)'}`,
            }))}
          />
        )}
        {documentId && isNew(documentId) && <span className={own.new}>New</span>}
        {next !== undefined && next !== documentId && (
          <Button variant="default" size="compact-xs" onClick={() => openDocument(next)}>
            Next document
            <kbd className={css.kbd} aria-hidden>
              o
            </kbd>
          </Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section ref={body} className={`${css.panelBody} ${own.scroll}`} tabIndex={0} aria-label={`${title}, content`}>
        {documentId && <DocumentBody key={documentId} documentId={documentId} title={title} renew={renew} />}
      </section>
    </section>
  );
};
