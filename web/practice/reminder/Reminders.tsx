import { ActionIcon, Button, Popover, Text } from '@mantine/core';
import { episodeCapabilities } from '@openum/domain/episode/capability.ts';
import type { ReminderStep } from '@openum/domain/practiceReminder/reminder.ts';
import type { ReminderLine, RemindersReading, SeenBody } from '@openum/http/contract/practice/reminder.ts';
import { IconBell } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { get, post } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { moment } from '../../app/format.ts';
import { taskWord } from '../task/words.ts';

const remindersQuery = (enabled: boolean) =>
  queryOptions({
    queryKey: ['practice', 'reminders'],
    queryFn: ({ signal }) => get<RemindersReading>('/api/practice/reminders', {}, signal),
    refetchInterval: 60_000,
    enabled,
  });

const stepWord: Record<ReminderStep, string> = {
  half: 'half of its time is gone',
  deputy: 'little time is left',
  overdue: 'is past due',
  lapsed: 'the window closed and nothing was done',
};

const standing = (r: ReminderLine): string => {
  if (r.step !== 'lapsed' && !r.open) return 'done';
  return r.taken ? `${stepWord[r.step]}; somebody has taken it` : stepWord[r.step];
};

const Line = ({ row }: { readonly row: ReminderLine }) => {
  const { zone } = useSession();
  return (
    <>
      <b>{row.patientName}</b> {taskWord[row.kind]}: {standing(row)}
      <small>
        due {moment(row.dueAt, zone)}
        {row.late && `. Told late, ${moment(row.raisedAt, zone)}`}
      </small>
    </>
  );
};

const Rows = ({ rows, open }: { readonly rows: readonly ReminderLine[]; readonly open: (r: ReminderLine) => void }) => (
  <ul className="um-alarms">
    {rows.map((r) => {
      const unread = r.open && r.seenAt === undefined;
      return (
        <li key={r.reminderId} data-unread={unread || undefined}>
          <Link to="/practice/episodes/$episodeId/requests" params={{ episodeId: r.episodeId }} onClick={() => open(r)}>
            {unread && <span className="um-hidden">Unread: </span>}
            <Line row={r} />
          </Link>
        </li>
      );
    })}
  </ul>
);

/** A bell with what somebody was told of tasks that near their end. */
export const Reminders = () => {
  const { view } = useSession();
  const works = view.user.roles.some((r) => episodeCapabilities.AddNote.roles.includes(r));
  const { data } = useQuery(remindersQuery(works));
  const client = useQueryClient();
  const [shown, setShown] = useState(false);
  const seen = useMutation({
    mutationFn: (rows: readonly ReminderLine[]) =>
      post('/api/practice/reminders/seen', { reminderIds: rows.map((r) => r.reminderId) } satisfies SeenBody),
    onSettled: () => client.invalidateQueries({ queryKey: ['practice', 'reminders'] }),
  });
  if (!works) return null;
  const { rows = [], unseen = 0 } = data ?? {};
  const count = unseen === 1 ? '1 unread reminder' : `${unseen} unread reminders`;
  return (
    <>
      <span role="status" className="um-hidden">
        {unseen > 0 && count}
      </span>
      <Popover opened={shown} onChange={setShown} position="bottom-end" width={360} trapFocus returnFocus shadow="md">
        <Popover.Target>
          <ActionIcon
            className="um-bell"
            aria-label={unseen > 0 ? `Reminders, ${count}` : 'Reminders'}
            onClick={() => setShown(!shown)}
          >
            <IconBell size={18} aria-hidden stroke={1.6} />
            {unseen > 0 && (
              <span className="um-bell-count" aria-hidden>
                {unseen > 99 ? '99+' : unseen}
              </span>
            )}
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label="Reminders" maw="calc(100vw - 1rem)">
          <div className="um-alarms-head">
            <Text size="sm" fw={600} component="h2">
              Reminders
            </Text>
            <Button variant="subtle" size="compact-xs" disabled={unseen === 0} onClick={() => seen.mutate(rows)}>
              Mark all as read
            </Button>
          </div>
          {rows.length === 0 ? (
            <Text size="sm" p="sm">
              Nothing yet: no task of yours has used half of its time.
            </Text>
          ) : (
            <Rows
              rows={rows}
              open={(r) => {
                setShown(false);
                seen.mutate([r]);
              }}
            />
          )}
          <div className="um-alarms-foot">
            <Link to="/practice/tasks" onClick={() => setShown(false)}>
              All tasks
            </Link>
          </div>
        </Popover.Dropdown>
      </Popover>
    </>
  );
};
