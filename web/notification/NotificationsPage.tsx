import '../report/report.css';
import { Button, Checkbox, SegmentedControl, Stack } from '@mantine/core';
import { type NewsKind, newsDays, newsKinds } from '@openum/domain/notification/news.ts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { put } from '../api/client.ts';
import { isUnread, newsKindWord, useTold } from '../app/news.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { ToldList } from '../app/ToldList.tsx';
import { ReportPanel } from '../report/parts.tsx';

const Preferences = ({
  muted,
  renew,
}: {
  readonly muted: readonly NewsKind[];
  readonly renew: () => Promise<void>;
}) => {
  const save = useMutation({
    mutationFn: (kinds: readonly NewsKind[]) => put<void>('/api/news/preferences', { muted: kinds }),
    onSettled: renew,
  });
  const off = save.isPending ? save.variables : muted;
  return (
    <ReportPanel title="What to be told" span={5}>
      <Stack gap="sm" p="sm">
        <Checkbox size="xs" checked disabled label="Deadlines that near their end (cannot be left out)" />
        {newsKinds.map((kind) => (
          <Checkbox
            key={kind}
            size="xs"
            label={newsKindWord[kind]}
            checked={!off.includes(kind)}
            onChange={(e) => save.mutate(e.currentTarget.checked ? off.filter((k) => k !== kind) : [...off, kind])}
          />
        ))}
        {save.error && <span role="alert">{save.error.message}</span>}
      </Stack>
      <p className="um-report-note">You are told of cases that are yours, and of what your roles have to answer.</p>
    </ReportPanel>
  );
};

/** Everything that a person was told of late, and what they want to be told. */
export const NotificationsPage = () => {
  const { show } = useSearch({ from: '/shell/desk/notifications' });
  const navigate = useNavigate();
  const { rows, unread, muted, isLoading, error, markRead, renew } = useTold();
  const listed = rows.filter((r) => (show === 'unread' ? isUnread(r) : show === undefined || r.kind === show));
  return (
    <Page
      title="Notifications"
      actions={
        <Button variant="default" disabled={unread === 0} onClick={() => void markRead(rows)}>
          Mark all as read
        </Button>
      }
    >
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label="Which"
        value={show ?? 'all'}
        data={[
          { value: 'all', label: 'All' },
          { value: 'unread', label: `Unread (${unread})` },
          { value: 'alarm', label: 'Deadlines' },
          { value: 'news', label: 'Cases' },
        ]}
        onChange={(value) =>
          void navigate({
            to: '/notifications',
            search: value === 'unread' || value === 'alarm' || value === 'news' ? { show: value } : {},
          })
        }
      />
      <div className="um-report">
        <ReportPanel title="Of late" span={7}>
          {isLoading && <LoadingRows rows={4} label="Loading the notifications" />}
          {error && rows.length === 0 && <FailedState error={error} retry={() => void renew()} />}
          {!isLoading && !error && listed.length === 0 && (
            <EmptyState title="Nothing here">
              {show === 'unread'
                ? 'You have read everything.'
                : `Nothing of the last ${newsDays} days. You are told when a deadline nears its end or something happens to your cases.`}
            </EmptyState>
          )}
          {listed.length > 0 && <ToldList rows={listed} onOpen={(row) => void markRead([row])} />}
        </ReportPanel>
        <Preferences muted={muted} renew={renew} />
      </div>
    </Page>
  );
};
