import { episodeCapabilities } from '@openum/domain/episode/capability.ts';
import type { ReminderStep } from '@openum/domain/practiceReminder/reminder.ts';
import type { ReminderLine, RemindersReading, SeenBody } from '@openum/http/contract/practice/reminder.ts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get, post } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Bell } from '../../app/Bell.tsx';
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
  const seen = useMutation({
    mutationFn: (rows: readonly ReminderLine[]) =>
      post('/api/practice/reminders/seen', { reminderIds: rows.map((r) => r.reminderId) } satisfies SeenBody),
    onSettled: () => client.invalidateQueries({ queryKey: ['practice', 'reminders'] }),
  });
  if (!works) return null;
  const { rows = [], unseen = 0 } = data ?? {};
  return (
    <Bell
      title="Reminders"
      one="reminder"
      unread={unseen}
      markAll={() => seen.mutate(rows)}
      nothing={rows.length === 0 ? 'Nothing yet: no task of yours has used half of its time.' : undefined}
      foot={(close) => (
        <Link to="/practice/tasks" onClick={close}>
          All tasks
        </Link>
      )}
    >
      {(close) => (
        <Rows
          rows={rows}
          open={(r) => {
            close();
            seen.mutate([r]);
          }}
        />
      )}
    </Bell>
  );
};
