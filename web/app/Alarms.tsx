import { ActionIcon, Button, Popover, Text } from '@mantine/core';
import type { NotificationsView } from '@openum/http/contract/notification.ts';
import { IconBell } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { get, post } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { moment } from './format.ts';
import { useNow } from './now.ts';
import { alarmWord } from './words.ts';

const lookEveryMs = 30_000;
const queryKey = ['notifications'] as const;

type Row = NotificationsView['rows'][number];

/** Deadlines that near their end, for whom the alarm plan tells: a bell with the unread, opening the list. */
export const Alarms = () => {
  const { zone } = useSession();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const queryClient = useQueryClient();
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => get<NotificationsView>('/api/notifications', {}, signal),
    refetchInterval: lookEveryMs,
  });
  const rows = data?.rows ?? [];
  const unread = data?.unread ?? 0;
  const count = unread === 1 ? '1 unread alarm' : `${unread} unread alarms`;

  const markRead = async (read: readonly Row[]) => {
    const notificationIds = read.filter((n) => !n.readAt).map((n) => n.notificationId);
    if (notificationIds.length === 0) return;
    await post('/api/notifications/read', { notificationIds });
    await queryClient.invalidateQueries({ queryKey });
  };

  return (
    <>
      <span role="status" className="um-hidden">
        {unread > 0 && count}
      </span>
      <Popover opened={open} onChange={setOpen} position="bottom-end" width={360} trapFocus returnFocus shadow="md">
        <Popover.Target>
          <ActionIcon
            className="um-bell"
            aria-label={unread > 0 ? `Alarms, ${count}` : 'Alarms'}
            onClick={() => setOpen(!open)}
          >
            <IconBell size={18} aria-hidden stroke={1.6} />
            {unread > 0 && (
              <span className="um-bell-count" aria-hidden>
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label="Alarms" maw="calc(100vw - 1rem)">
          <div className="um-alarms-head">
            <Text size="sm" fw={600} component="h2">
              Alarms
            </Text>
            <Button variant="subtle" size="compact-xs" disabled={unread === 0} onClick={() => void markRead(rows)}>
              Mark all as read
            </Button>
          </div>
          {rows.length === 0 ? (
            <Text size="sm" p="sm">
              No deadline of yours has come near its end.
            </Text>
          ) : (
            <ul className="um-alarms">
              {rows.map((n) => (
                <li key={n.notificationId} data-unread={n.readAt ? undefined : true}>
                  <Link
                    to="/cases/$caseId"
                    params={{ caseId: n.caseId }}
                    onClick={() => {
                      setOpen(false);
                      void markRead([n]);
                    }}
                  >
                    <b>{n.caseNumber}</b> {Date.parse(n.dueAt) < now ? 'past due' : alarmWord(n.stepId)}
                    <small>
                      {n.ruleId}, due {moment(n.dueAt, zone)}
                      {n.late && `. Told late, ${moment(n.raisedAt, zone)}`}
                    </small>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Popover.Dropdown>
      </Popover>
    </>
  );
};
