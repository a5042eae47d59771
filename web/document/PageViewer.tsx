import { Button, Loader, Progress, TextInput } from '@mantine/core';
import type { PagedDocumentView } from '@openum/http/contract/document.ts';
import { type ReactNode, useCallback, useDeferredValue, useEffect, useState } from 'react';
import { useKeys } from '../app/keys.ts';
import { FailedState } from '../app/states.tsx';
import css from './document.module.css';
import { useLook } from './look.ts';
import { OpenPage } from './OpenPage.tsx';
import { PageList } from './PageList.tsx';
import { PageTools } from './PageTools.tsx';
import type { CorrectPart } from './PartHead.tsx';
import type { Picked, Place } from './pick.ts';
import { documentPath, useHits, usePages, useReadings } from './usePages.ts';
import { readingWords } from './words.ts';

type Props = {
  readonly shelf: string;
  readonly documentId: string;
  /** Where to open it. */
  readonly place?: Place | undefined;
  /** Places that hold something for a person to look at. */
  readonly offers?: readonly Place[];
  readonly opened?: () => void;
  /** What stands above the pages about the kind that the document seems to be. */
  readonly hint?: (kind: PagedDocumentView['kind']) => ReactNode;
  /** What can be done with words that were marked; absent: nothing. */
  readonly marked?: (picked: Picked, close: () => void) => ReactNode;
  /** Says what some of its pages are; absent: nobody may. */
  readonly correct?: CorrectPart | undefined;
  /** Counts what people have said of its pages: another number, another list. */
  readonly revision?: number;
};

/** A document page by page: its records, its words, and what was found in it. */
export const PageViewer = ({
  shelf,
  documentId,
  place,
  offers = [],
  opened,
  hint,
  marked,
  correct,
  revision = 0,
}: Props) => {
  const readings = useReadings(shelf, [documentId]);
  const reading = readings.data?.readings.find((r) => r.documentId === documentId);
  const {
    data: paged,
    error,
    refetch,
  } = usePages(shelf, documentId, `${reading?.state} ${reading?.pagesRead} ${revision}`);
  const isThere = paged !== undefined;
  useEffect(() => {
    if (isThere) opened?.();
  }, [isThere]);

  const [page, setPage] = useState(place?.page ?? 1);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  const [isListed, setListed] = useState(true);
  const [picked, setPicked] = useState<Picked>();
  const looking = useLook();
  useEffect(() => {
    if (place) setPage(place.page);
  }, [place]);
  const words = useDeferredValue(typed);
  const found = useHits(shelf, words, documentId);
  const hits = found.data?.hits ?? [];
  const counts = new Map<number, number>();
  for (const h of hits) counts.set(h.page, (counts.get(h.page) ?? 0) + 1);

  const numbers = (paged?.pages ?? []).map((p) => p.page);
  const last = numbers.at(-1) ?? 0;
  const open = useCallback(
    (n: number) => {
      setPage(Math.min(Math.max(n, 1), Math.max(last, 1)));
      setPicked(undefined);
    },
    [last],
  );
  const goToHit = (step: number) => {
    if (hits.length === 0) return;
    const from = at < 0 && step > 0 ? hits.findIndex((h) => h.page >= page) - 1 : at;
    const next = (from + step + hits.length) % hits.length;
    setAt(next);
    const hit = hits[next];
    if (hit) open(hit.page);
  };
  useKeys({ '[': () => open(page - 1), ']': () => open(page + 1) });

  if (error) return <FailedState error={error} retry={() => void refetch()} />;
  if (!paged) return <Loader size="sm" role="status" aria-label="Opening the document" />;
  const state = paged.reading ?? reading;
  return (
    <div className={css.frame}>
      {(state?.state !== 'read' || state.problem) && (
        <div role="status" className={css.quiet}>
          {readingWords(state)}
          {state?.state === 'reading' && (
            <Progress aria-label="Pages read" value={(100 * state.pagesRead) / Math.max(1, state.pages ?? 1)} />
          )}
        </div>
      )}
      {numbers.length > 0 && (
        <>
          {hint?.(paged.kind)}
          <div className={css.bar}>
            <PageTools {...looking} page={page} last={last} pages={state?.pages ?? last} open={open} />
            <TextInput
              className={css.find ?? ''}
              size="xs"
              type="search"
              aria-label="Find in this document"
              placeholder="Find in this document"
              value={typed}
              onChange={(e) => {
                setTyped(e.currentTarget.value);
                setAt(-1);
              }}
              onKeyDown={(e) => {
                if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) goToHit(e.shiftKey ? -1 : 1);
              }}
            />
            {typed.trim().length > 1 && (
              <span role="status" className={css.quiet}>
                {hits.length === 0
                  ? found.isFetching
                    ? 'Looking'
                    : 'Not found'
                  : `${Math.max(at + 1, 0) || ''}${at >= 0 ? ' of ' : ''}${hits.length}`}
              </span>
            )}
            {hits.length > 0 && (
              <Button size="compact-xs" variant="default" onClick={() => goToHit(1)}>
                Next hit
              </Button>
            )}
            <Button
              className={css.wider ?? ''}
              size="compact-xs"
              variant="default"
              aria-pressed={!isListed}
              onClick={() => setListed(!isListed)}
            >
              {isListed ? 'Wider page' : 'List of pages'}
            </Button>
          </div>
          {picked && marked?.(picked, () => setPicked(undefined))}
          <div className={css.body} {...(isListed ? {} : { 'data-alone': true })}>
            {isListed && (
              <PageList
                path={documentPath(shelf, documentId)}
                paged={paged}
                page={page}
                hits={counts}
                open={open}
                correct={correct}
              />
            )}
            {numbers.includes(page) ? (
              <OpenPage
                shelf={shelf}
                documentId={documentId}
                place={place}
                page={page}
                look={looking.look}
                hasNext={numbers.includes(page + 1)}
                hits={hits}
                hit={hits[at]}
                offers={offers}
                pick={marked && setPicked}
              />
            ) : (
              <p className={css.quiet}>This page has not been read yet.</p>
            )}
          </div>
        </>
      )}
    </div>
  );
};
