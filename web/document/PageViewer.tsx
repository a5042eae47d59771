import { ActionIcon, Alert, Button, Loader, Progress, TextInput } from '@mantine/core';
import type { DocumentHit, PagedDocumentView } from '@openum/http/contract/document.ts';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useCallback, useDeferredValue, useEffect, useState } from 'react';
import { useKeys } from '../app/keys.ts';
import { FailedState } from '../app/states.tsx';
import { useFile } from '../case/document/useDocument.ts';
import css from './document.module.css';
import { PageList } from './PageList.tsx';
import { PageSheet } from './PageSheet.tsx';
import type { CorrectPart } from './PartHead.tsx';
import { type Picked, type Place, pickedOn, pickedText } from './pick.ts';
import { picturePath, thumbnailPath, useHits, usePage, usePages, useReadings } from './usePages.ts';
import { readingWords, unreadableWords } from './words.ts';

type SheetProps = {
  readonly shelf: string;
  readonly documentId: string;
  readonly place: Place | undefined;
  readonly page: number;
  readonly hasNext: boolean;
  readonly hits: readonly DocumentHit[];
  readonly hit: DocumentHit | undefined;
  readonly offers: readonly Place[];
  readonly pick: ((picked: Picked | undefined) => void) | undefined;
};

const Picture = ({ path, children }: { readonly path: string; readonly children: (url?: string) => React.ReactNode }) =>
  children(useFile(path).data?.url);

const Sheet = ({ shelf, documentId, place, page: at, hasNext, hits, hit, offers, pick }: SheetProps) => {
  const { data: page, error, refetch } = usePage(shelf, documentId, at, true);
  // Fetched ahead, so that turning the page does not wait.
  usePage(shelf, documentId, at + 1, page !== undefined && hasNext);
  if (error) return <FailedState error={error} retry={() => void refetch()} />;
  if (!page) return <Loader size="sm" aria-label="Opening the page" />;
  const source = place && place.page === at ? place : undefined;
  const current = hit && hit.page === at ? hit : source;
  const sheet = (picture?: string) => (
    <PageSheet
      page={page}
      picture={picture}
      marks={hits.filter((h) => h.page === at && h !== hit)}
      offers={offers.filter((o) => o.page === at)}
      current={current}
      chosen={() => pick?.(pickedOn(page, documentId, window.getSelection()))}
    />
  );
  return (
    <div>
      {page.problem && <Alert color="orange">This page could not be read: {unreadableWords[page.problem]}.</Alert>}
      {page.method === 'textLayer' ? (
        sheet()
      ) : (
        <Picture path={picturePath(shelf, documentId, at)}>{(url) => sheet(url)}</Picture>
      )}
      {page.method === 'recognized' && (
        <p className={css.quiet}>
          Read from a picture, {Math.round((page.confidence ?? 0) * 100)} % sure: compare before you rely on it.
        </p>
      )}
      {current && pick && (
        <Button
          size="compact-xs"
          variant="default"
          mt={4}
          onClick={() => pick(pickedText(page, documentId, current.start, current.end))}
        >
          Use the highlighted words
        </Button>
      )}
    </div>
  );
};

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
  if (!paged) return <Loader size="sm" aria-label="Opening the document" />;
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
            <ActionIcon
              variant="default"
              aria-label="Previous page ([)"
              data-previous-page
              disabled={page <= 1}
              onClick={() => open(page - 1)}
            >
              <IconChevronLeft size={16} aria-hidden />
            </ActionIcon>
            <span>
              Page {page} of {state?.pages ?? last}
            </span>
            <ActionIcon
              variant="default"
              aria-label="Next page (])"
              data-next-page
              disabled={page >= last}
              onClick={() => open(page + 1)}
            >
              <IconChevronRight size={16} aria-hidden />
            </ActionIcon>
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
            <Button size="compact-xs" variant="default" disabled={hits.length === 0} onClick={() => goToHit(1)}>
              Next hit
            </Button>
            <Button size="compact-xs" variant="default" aria-pressed={!isListed} onClick={() => setListed(!isListed)}>
              {isListed ? 'Wider page' : 'List of pages'}
            </Button>
          </div>
          {picked && marked?.(picked, () => setPicked(undefined))}
          <div className={css.body} {...(isListed ? {} : { 'data-alone': true })}>
            {isListed && (
              <PageList
                thumbnail={(n) => thumbnailPath(shelf, documentId, n)}
                paged={paged}
                page={page}
                hits={counts}
                open={open}
                correct={correct}
              />
            )}
            {numbers.includes(page) ? (
              <Sheet
                shelf={shelf}
                documentId={documentId}
                place={place}
                page={page}
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
