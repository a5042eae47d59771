import { Anchor, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { useDesk } from '../case/desk.ts';
import css from './document.module.css';
import { caseShelf, useHits } from './usePages.ts';

const shown = 50;

/** Finds words in all documents of the case and opens the place. */
export const DocumentSearch = () => {
  const { view, openDocument } = useDesk();
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed);
  const { data, isFetching, error } = useHits(caseShelf(view.caseId), words);
  const hits = data?.hits ?? [];
  const titleOf = (id: string) => view.state.documents.find((d) => d.documentId === id)?.title ?? 'Document';
  return (
    <div style={{ padding: '0.5rem 0.75rem' }}>
      <TextInput
        size="xs"
        type="search"
        aria-label="Find in all documents"
        placeholder="Find in all documents"
        value={typed}
        onChange={(e) => setTyped(e.currentTarget.value)}
      />
      {typed.trim().length > 1 && (
        <div role="status" className={css.quiet}>
          {error
            ? error.message
            : hits.length === 0
              ? isFetching
                ? 'Looking'
                : 'Not found in what has been read.'
              : `${hits.length} found${hits.length > shown ? `, the first ${shown} shown` : ''}`}
        </div>
      )}
      {hits.length > 0 && (
        <ul className={css.hits}>
          {hits.slice(0, shown).map((h) => (
            <li key={`${h.documentId} ${h.page} ${h.start}`}>
              <Anchor
                component="button"
                type="button"
                size="xs"
                ta="start"
                onClick={() => openDocument(h.documentId, undefined, h)}
              >
                {titleOf(h.documentId)}, page {h.page}
              </Anchor>
              <div className={css.quiet}>
                …{h.before}
                <mark>{h.words}</mark>
                {h.after}…
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
