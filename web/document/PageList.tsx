import { UnstyledButton } from '@mantine/core';
import type { PagedDocumentView } from '@openum/http/contract/document.ts';
import { useEffect, useRef } from 'react';
import { documentKindWord } from '../intake/documentKinds.ts';
import css from './document.module.css';
import { type CorrectPart, PartHead } from './PartHead.tsx';
import { unreadableWords } from './words.ts';

type Props = {
  readonly thumbnail: (page: number) => string;
  readonly paged: PagedDocumentView;
  readonly page: number;
  /** Hits on each page. */
  readonly hits: ReadonlyMap<number, number>;
  readonly open: (page: number) => void;
  readonly correct: CorrectPart | undefined;
};

/** The pages of a document by the records that it holds, each with its first line. */
export const PageList = ({ paged, thumbnail, page, hits, open, correct }: Props) => {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [page]);
  return (
    <nav ref={list} className={css.list} aria-label="Pages of the document">
      {paged.parts.map((part) => (
        <section key={part.from} aria-label={part.kind ? documentKindWord[part.kind] : 'Pages of no known kind'}>
          <PartHead part={part} correct={correct} />
          {paged.pages
            .filter((p) => p.page >= part.from && p.page <= part.to)
            .map((p) => (
              <UnstyledButton
                key={p.page}
                className={css.entry ?? ''}
                aria-current={p.page === page ? 'page' : undefined}
                onClick={() => open(p.page)}
              >
                <img src={thumbnail(p.page)} alt="" loading="lazy" decoding="async" className={css.thumbnail} />
                <span>
                  Page {p.page}
                  {hits.has(p.page) && <b> · {hits.get(p.page)} found</b>}
                  <small>{p.problem ? `Not read: ${unreadableWords[p.problem]}` : p.firstLine || 'No text'}</small>
                </span>
              </UnstyledButton>
            ))}
        </section>
      ))}
    </nav>
  );
};
