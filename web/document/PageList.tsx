import { UnstyledButton } from '@mantine/core';
import type { PageSummary } from '@openum/domain/document/reading.ts';
import type { PagedDocumentView } from '@openum/http/contract/document.ts';
import { memo, useEffect, useRef } from 'react';
import { documentKindWord } from '../intake/documentKinds.ts';
import css from './document.module.css';
import { type CorrectPart, PartHead } from './PartHead.tsx';
import { useBlocksInSight, useThumbnails } from './useThumbnails.ts';
import { unreadableWords } from './words.ts';

type Props = {
  /** Address of the document. */
  readonly path: string;
  readonly paged: PagedDocumentView;
  readonly page: number;
  /** Hits on each page. */
  readonly hits: ReadonlyMap<number, number>;
  readonly open: (page: number) => void;
  readonly correct: CorrectPart | undefined;
};

type EntryProps = {
  readonly summary: PageSummary;
  /** Absent: not there yet. */
  readonly thumbnail: string | undefined;
  readonly isCurrent: boolean;
  readonly hits: number | undefined;
  readonly open: (page: number) => void;
};

/** Drawn again only when something about the page has changed: a chart has hundreds of them. */
const Entry = memo(({ summary: p, thumbnail, isCurrent, hits, open }: EntryProps) => (
  <UnstyledButton
    className={css.entry ?? ''}
    data-page={p.page}
    aria-current={isCurrent ? 'page' : undefined}
    onClick={() => open(p.page)}
  >
    <span className={css.thumbnail} style={{ aspectRatio: p.aspect }}>
      {thumbnail && <img src={thumbnail} alt="" decoding="async" />}
    </span>
    <span>
      Page {p.page}
      {hits && <b> · {hits} found</b>}
      <small>{p.problem ? `Not read: ${unreadableWords[p.problem]}` : p.firstLine || 'No text'}</small>
    </span>
  </UnstyledButton>
));

/** The pages of a document by the records that it holds, each with its first line. */
export const PageList = ({ path, paged, page, hits, open, correct }: Props) => {
  const list = useRef<HTMLElement>(null);
  const thumbnails = useThumbnails(path, useBlocksInSight(list, paged.pages.length), paged.pages);
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
              <Entry
                key={p.page}
                summary={p}
                thumbnail={thumbnails.get(p.page)}
                isCurrent={p.page === page}
                hits={hits.get(p.page)}
                open={open}
              />
            ))}
        </section>
      ))}
    </nav>
  );
};
