import '../practice.css';
import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { fileOfPractice } from '../../api/practice.ts';
import { date } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { Panel } from '../../case/Panel.tsx';
import { PageViewer } from '../../document/PageViewer.tsx';
import { documentPath, episodeShelf } from '../../document/usePages.ts';
import { episodeQuery } from '../queries.ts';
import { practiceDocumentKindWord } from './words.ts';

/** One document of an episode, page by page. */
export const DocumentPage = () => {
  const from = '/shell/practice/practice/episodes/$episodeId/documents/$documentId';
  const { episodeId, documentId } = useParams({ from });
  const place = useSearch({ from });
  const episode = useQuery(episodeQuery(episodeId));
  const document = episode.data?.documents.find((d) => d.documentId === documentId && !d.withdrawn);
  const shelf = episodeShelf(episodeId);
  return (
    <Page
      title={document?.title ?? 'Document'}
      aside={
        document && (
          <span>
            {[
              document.kind ? practiceDocumentKindWord[document.kind] : undefined,
              document.recordedOn ? `written ${date(document.recordedOn)}` : 'day not known',
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        )
      }
      actions={
        <div className="um-practice-actions">
          {document && (
            <Button
              component="a"
              size="compact-sm"
              variant="default"
              href={fileOfPractice(documentPath(shelf, documentId))}
              target="_blank"
              rel="noreferrer"
            >
              The file as it came
            </Button>
          )}
          <Anchor renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId" params={{ episodeId }} />}>
            Back to the episode
          </Anchor>
        </div>
      }
    >
      {episode.isError && !episode.data && <FailedState error={episode.error} retry={() => void episode.refetch()} />}
      {episode.isPending && <LoadingRows label="Loading the document" />}
      {episode.data && !document && (
        <EmptyState title="No such document">It was taken back, or belongs to another episode.</EmptyState>
      )}
      {document && (
        <Panel title="Pages">
          <PageViewer
            shelf={shelf}
            documentId={documentId}
            place={place.page ? { page: place.page, start: place.start ?? 0, end: place.end ?? 0 } : undefined}
          />
        </Panel>
      )}
    </Page>
  );
};
