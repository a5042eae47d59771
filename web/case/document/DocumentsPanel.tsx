import { Anchor } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { DocumentSearch } from '../../document/DocumentSearch.tsx';
import { ReadingLine } from '../../document/ReadingLine.tsx';
import { embeddedSentence } from '../../document/words.ts';
import { KindSelect } from '../../intake/KindSelect.tsx';
import { RecordDate } from '../../retrospective/RecordDate.tsx';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { Panel } from '../Panel.tsx';
import { listedDocuments, originWords } from './documents.ts';
import { sizeWords } from './upload.ts';

export const DocumentsPanel = () => {
  const { view, documentId, openDocument } = useDesk();
  const documents = listedDocuments(view);
  const toOpen = documents.filter((d) => !d.opened).length;
  return (
    <Panel
      title={`Documents (${documents.length})`}
      flush
      aside={
        <span className={css.quiet}>{toOpen === 0 ? 'You opened all' : `${toOpen} not opened by you; key o`}</span>
      }
    >
      {documents.length > 0 && <DocumentSearch />}
      {documents.length === 0 && <p className={css.row}>Nothing was sent with this request.</p>}
      <ul className={css.plain}>
        {documents.map((d) => (
          <li key={d.documentId} className={css.row}>
            <div style={{ display: 'flex', justifyContent: 'space-between', gap: '0.5rem' }}>
              <Anchor
                component="button"
                type="button"
                ta="start"
                fw={documentId === d.documentId ? 650 : 500}
                aria-current={documentId === d.documentId ? 'true' : undefined}
                onClick={() => openDocument(d.documentId)}
              >
                {d.title}
              </Anchor>
              {d.opened && (
                <span className="um-chip" data-tone="good" style={{ background: 'transparent' }}>
                  <IconCheck size={14} aria-hidden />
                  Opened
                </span>
              )}
            </div>
            <div className={`${css.quiet} ${css.break}`}>
              {[
                d.contentType,
                d.sizeBytes === undefined ? undefined : sizeWords(d.sizeBytes),
                d.byGuest ? `sent by ${d.byGuest} by a link` : originWords(d.origin),
              ]
                .filter((p) => p !== undefined)
                .join(', ')}
            </div>
            <ReadingLine documentId={d.documentId} />
            {d.embedded?.map((e, at) => (
              <div key={at} className={css.quiet}>
                {embeddedSentence(e)}
              </div>
            ))}
            <RecordDate documentId={d.documentId} />
            <KindSelect documentId={d.documentId} title={d.title} />
          </li>
        ))}
      </ul>
    </Panel>
  );
};
