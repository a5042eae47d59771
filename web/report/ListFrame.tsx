import './report.css';
import { Button, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconDownload, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';

type Props = {
  readonly title: string;
  readonly sentence: string;
  /** Address of the same list as a file, where there is one. */
  readonly file?: string;
  readonly list: {
    readonly isLoading: boolean;
    readonly error: Error | null;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
    readonly refetch: () => unknown;
  };
  readonly shown: number;
  /** What to say where nothing is in it, above and below. */
  readonly nothing?: string;
  readonly empty: string;
  /** Between the sentence and the list. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
};

/** The list behind a number: what it holds in words, its rows, more on demand, as file and on paper. */
export const ListFrame = ({ title, sentence, file, list, shown, nothing, empty, before, children }: Props) => (
  <Page
    title={title}
    actions={
      <Group gap="xs" className="um-report-actions">
        <Button variant="subtle" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={() => history.back()}>
          Back
        </Button>
        {file && (
          <Button component="a" href={file} variant="default" leftSection={<IconDownload size={14} aria-hidden />}>
            Export (CSV)
          </Button>
        )}
        <Button variant="default" leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => window.print()}>
          Print
        </Button>
      </Group>
    }
  >
    <Text size="sm" c="dimmed" mb="sm">
      {sentence || 'Everything'}
    </Text>
    {before}
    {list.isLoading && <LoadingRows label="Loading the list" />}
    {list.error && shown === 0 && <FailedState error={list.error} retry={() => void list.refetch()} />}
    {!list.isLoading && !list.error && shown === 0 && (
      <EmptyState title={nothing ?? 'Nothing is in this list any more'}>{empty}</EmptyState>
    )}
    {shown > 0 && <div className="um-report-panel um-report-scroll">{children}</div>}
    {shown > 0 && (
      <Group justify="space-between" mt="xs">
        <Text size="xs" c="dimmed" role="status">
          {shown.toLocaleString('en-US')} shown{list.hasNextPage ? ', more below' : ''}
        </Text>
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show more
          </Button>
        )}
      </Group>
    )}
  </Page>
);
