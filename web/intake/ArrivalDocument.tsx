import { Alert, Loader, SegmentedControl } from '@mantine/core';
import type { ArrivalPagesView } from '@openum/http/contract/intake.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client.ts';
import { useKeys } from '../app/keys.ts';
import { FailedState } from '../app/states.tsx';
import { FileContent } from '../case/document/FileContent.tsx';
import { useFile } from '../case/document/useDocument.ts';
import { type Look, useLook } from '../document/look.ts';
import { PageSheet } from '../document/PageSheet.tsx';
import { PageTools } from '../document/PageTools.tsx';
import { usePicture } from '../document/usePicture.ts';
import { unreadableWords } from '../document/words.ts';

type Props = { readonly messageId: string; readonly title: string };

const pathOf = (messageId: string): string => `/api/intake/${encodeURIComponent(messageId)}`;

const AsItCame = ({ messageId, title }: Props) => {
  const { data, error, refetch } = useFile(`${pathOf(messageId)}/content`);
  if (error) return <FailedState error={error} retry={() => void refetch()} />;
  return data ? (
    <FileContent opened={data} title={title} />
  ) : (
    <Loader size="sm" role="status" aria-label="Opening the message" />
  );
};

type OnePage = { readonly messageId: string; readonly page: number; readonly hasNext: boolean; readonly look: Look };

const AsItLooks = ({ messageId, page, hasNext, look }: OnePage) => {
  const path = (n: number) => `${pathOf(messageId)}/pages/${n}/picture`;
  const { picture, isPending, problem } = usePicture(path(page), look);
  usePicture(path(page + 1), look, hasNext && !isPending);
  if (problem) return <Alert color="orange">This page cannot be shown as it looks: {problem}.</Alert>;
  if (!picture) return <Loader size="sm" role="status" aria-label="Opening the page" />;
  const blank = { page, text: '', stretches: [], aspect: picture.aspect, method: 'none' } as const;
  return <PageSheet page={blank} picture={picture.url} look={look} />;
};

const Pages = ({ messageId, pages }: { readonly messageId: string; readonly pages: number }) => {
  const [page, setPage] = useState(1);
  const looking = useLook();
  const open = (n: number) => setPage(Math.min(Math.max(n, 1), pages));
  useKeys({ '[': () => open(page - 1), ']': () => open(page + 1) });
  return (
    <>
      <div className="um-arrival-tools">
        <PageTools {...looking} page={page} last={pages} pages={pages} open={open} />
      </div>
      <AsItLooks messageId={messageId} page={page} hasNext={page < pages} look={looking.look} />
    </>
  );
};

/** A message that is not yet a case: page by page where it is a document, or as it came. */
export const ArrivalDocument = ({ messageId, title }: Props) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['intake', 'pages', messageId],
    queryFn: ({ signal }) => get<ArrivalPagesView>(`${pathOf(messageId)}/pages`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [shown, setShown] = useState<'pages' | 'file'>('pages');
  const pages = data && 'pages' in data ? data.pages : 0;
  const isPaged = pages > 0;
  return (
    <div className="um-arrival-document">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="um-arrival-scroll" tabIndex={0} aria-label={`${title}, content`}>
        {data && 'problem' in data && (
          <Alert color="orange" mb="xs">
            Its pages cannot be shown: {unreadableWords[data.problem]}.
          </Alert>
        )}
        {isPaged && (
          <SegmentedControl
            size="xs"
            mb="xs"
            aria-label="Show the message as"
            value={shown}
            onChange={(v) => setShown(v === 'file' ? 'file' : 'pages')}
            data={[
              { value: 'pages', label: 'Page by page' },
              { value: 'file', label: 'File as it came' },
            ]}
          />
        )}
        {error && <FailedState error={error} retry={() => void refetch()} />}
        {!data && !error && <Loader size="sm" role="status" aria-label="Opening the message" />}
        {data && isPaged && shown === 'pages' && <Pages messageId={messageId} pages={pages} />}
        {data && !(isPaged && shown === 'pages') && <AsItCame messageId={messageId} title={title} />}
      </section>
    </div>
  );
};
