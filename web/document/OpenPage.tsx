import { Alert, Button, Loader } from '@mantine/core';
import type { DocumentHit } from '@openum/http/contract/document.ts';
import { FailedState } from '../app/states.tsx';
import css from './document.module.css';
import type { Look } from './look.ts';
import { PageSheet } from './PageSheet.tsx';
import { type Picked, type Place, pickedOn, pickedText } from './pick.ts';
import { picturePath, usePage } from './usePages.ts';
import { usePicture } from './usePicture.ts';
import { unreadableWords } from './words.ts';

type Props = {
  readonly shelf: string;
  readonly documentId: string;
  readonly look: Look;
  readonly place: Place | undefined;
  readonly page: number;
  readonly hasNext: boolean;
  readonly hits: readonly DocumentHit[];
  readonly hit: DocumentHit | undefined;
  readonly offers: readonly Place[];
  readonly pick: ((picked: Picked | undefined) => void) | undefined;
};

/** The open page of a document, with what was found on it. */
export const OpenPage = ({ shelf, documentId, look, place, page: at, hasNext, hits, hit, offers, pick }: Props) => {
  const { data: page, error, refetch } = usePage(shelf, documentId, at, true);
  const { picture, isPending, problem } = usePicture(picturePath(shelf, documentId, at), look);
  // Fetched ahead, so that turning the page does not wait.
  const isNextDue = page !== undefined && !isPending && hasNext;
  usePage(shelf, documentId, at + 1, isNextDue);
  usePicture(picturePath(shelf, documentId, at + 1), look, isNextDue);
  if (error) return <FailedState error={error} retry={() => void refetch()} />;
  if (!page) return <Loader size="sm" role="status" aria-label="Opening the page" />;
  const source = place && place.page === at ? place : undefined;
  const current = hit && hit.page === at ? hit : source;
  return (
    <div className={css.open}>
      {page.problem && <Alert color="orange">This page could not be read: {unreadableWords[page.problem]}.</Alert>}
      {problem && <Alert color="orange">This page cannot be shown as it looks, only by its words: {problem}.</Alert>}
      <PageSheet
        page={page}
        picture={picture?.url}
        look={look}
        marks={hits.filter((h) => h.page === at && h !== hit)}
        offers={offers.filter((o) => o.page === at)}
        current={current}
        chosen={() => pick?.(pickedOn(page, documentId, window.getSelection()))}
      />
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
