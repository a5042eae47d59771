import { Button, CloseButton, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { submitKeys } from '../keys.ts';
import { DocumentBody } from './DocumentBody.tsx';
import { listedDocuments, nextDocument } from './documents.ts';

type Props = { readonly documentId: string; readonly renew: () => void };

/** A document beside the case. Opening it is written in the log of reads. */
export const DocumentViewer = ({ documentId, renew }: Props) => {
  const { view, openDocument } = useDesk();
  const documents = listedDocuments(view);
  const title = documents.find((d) => d.documentId === documentId)?.title ?? 'Document';
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
        <DocumentBody documentId={documentId} title={title} renew={renew} />
      </section>
    </section>
  );
};
