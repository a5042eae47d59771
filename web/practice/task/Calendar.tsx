import { Button } from '@mantine/core';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { date } from '../../app/format.ts';
import { FailedState } from '../../app/states.tsx';
import { calendarDays, moved, type Span } from './month.ts';
import { tasksQuery } from './queries.ts';
import { Where } from './Where.tsx';
import { taskWord } from './words.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

type CalendarProps = { readonly whose: string; readonly span: Span; readonly today: CalendarDate };

const mostOnCalendar = 1_000;

/** Tasks by the day on which they are due, for a week or a month. */
export const Calendar = ({ whose, span, today }: CalendarProps) => {
  const { zone } = useSession();
  const [on, setOn] = useState(today);
  const empty = calendarDays(on, span, [], zone);
  const [from, to] = [empty[0]?.on ?? on, empty.at(-1)?.on ?? on];
  const { data, error, refetch } = useQuery({
    ...tasksQuery({ whose, from, to, size: mostOnCalendar }),
    placeholderData: keepPreviousData,
  });
  const days = calendarDays(on, span, data?.tasks ?? [], zone);
  const title =
    span === 'week' ? `Week of ${date(days[0]?.on ?? on)}` : `${months[Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}`;
  return (
    <>
      <div className="um-practice-actions um-calendar-head">
        <Button size="compact-sm" variant="default" onClick={() => setOn(moved(on, span, -1))}>
          Earlier
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setOn(today)}>
          Today
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setOn(moved(on, span, 1))}>
          Later
        </Button>
        <b aria-live="polite">{title}</b>
        <Button size="compact-sm" variant="default" onClick={() => window.print()}>
          Print
        </Button>
      </div>
      {error && <FailedState error={error} retry={() => void refetch()} />}
      {data && data.total > data.tasks.length && (
        <p>
          {data.tasks.length} of {data.total} are shown. Choose whose.
        </p>
      )}
      <ol className="um-calendar" data-span={span} aria-label={title}>
        {days.map((d, at) => (
          <li key={d.on} data-outside={d.outside || undefined} aria-current={d.on === today ? 'date' : undefined}>
            <div className="um-calendar-day">
              {weekdays[at % 7]} {Number(d.on.slice(8))}
            </div>
            {d.tasks.map((t) => (
              <div
                key={`${t.episodeId}${t.key}`}
                className="um-calendar-task"
                data-late={t.escalation === 'overdue' || undefined}
              >
                <Where task={t}>{taskWord[t.kind]}</Where>
                <div>{t.patientName}</div>
              </div>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
};
