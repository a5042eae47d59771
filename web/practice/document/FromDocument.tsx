import { NativeSelect } from '@mantine/core';
import type { DocumentPageView, PagedDocumentView } from '@openum/http/contract/document.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../api/client.ts';
import { date } from '../../app/format.ts';
import { problemText } from '../../case/problemText.ts';
import { documentPath, episodeShelf } from '../../document/usePages.ts';
import { packetDeskQuery } from '../packet/queries.ts';

/** The words of a document as far as it has been read, page after page. */
const textOf = async (episodeId: string, documentId: string): Promise<string> => {
  const pages = `${documentPath(episodeShelf(episodeId), documentId)}/pages`;
  const paged = await get<PagedDocumentView>(pages, {});
  const texts = await Promise.all(paged.pages.map((p) => get<DocumentPageView>(`${pages}/${p.page}`, {})));
  return texts.map((t) => t.text).join('\n\n');
};

type Props = { readonly episodeId: string; readonly onNote: (text: string) => void };

/** Takes the words of one of the episode's documents; nothing where there is none. */
export const FromDocument = ({ episodeId, onNote }: Props) => {
  const { data: desk } = useQuery(packetDeskQuery(episodeId));
  const [problem, setProblem] = useState('');
  if (!desk || desk.documents.length === 0) return null;
  const take = async (documentId: string) => {
    setProblem('');
    try {
      const text = await textOf(episodeId, documentId);
      if (text.trim() === '') setProblem('This document has no words that were read.');
      else onNote(text);
    } catch (failure) {
      setProblem(problemText(failure));
    }
  };
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label="Take the words of a document"
        value=""
        onChange={(e) => void take(e.currentTarget.value)}
        data={[
          { value: '', label: 'From a document of the episode' },
          ...desk.documents.map((d) => ({
            value: d.documentId,
            label: d.recordedOn ? `${d.title}, ${date(d.recordedOn)}` : d.title,
          })),
        ]}
      />
      {problem && (
        <p role="alert" className="um-note-problem">
          {problem}
        </p>
      )}
    </>
  );
};
