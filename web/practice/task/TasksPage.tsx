import '../practice.css';
import '../../workList/work.css';
import './task.css';
import { Anchor, Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { taskAreas } from '@openum/domain/practiceTask/task.ts';
import { type CalendarDate, dateInZone } from '@openum/domain/time/instant.ts';
import type { TaskLine } from '@openum/http/contract/practice/request.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { count, date, moment } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { Pages } from '../Pages.tsx';
import { usePracticeSend } from '../send.ts';
import { levelWord, money } from '../words.ts';
import { calendarDays, moved, type Span } from './month.ts';
import { tasksQuery } from './queries.ts';
import { areaWord, escalationWord, questionWord, taskWord } from './words.ts';

/** Where a task is done. */
const Where = ({ task, children }: { readonly task: TaskLine; readonly children: string }) => {
  if (task.kind === 'askPayer' && task.payerId)
    return (
      <Anchor
        fw={600}
        renderRoot={(p) => <Link {...p} to="/practice/payers/$payerId" params={{ payerId: task.payerId ?? '' }} />}
      >
        {children}
      </Anchor>
    );
  if (task.kind === 'peerToPeer' || task.kind === 'askPeerToPeer')
    return (
      <Anchor fw={600} renderRoot={(p) => <Link {...p} to="/practice/talks" />}>
        {children}
      </Anchor>
    );
  if (task.kind === 'benefitsDue')
    return (
      <Anchor
        fw={600}
        renderRoot={(p) => (
          <Link {...p} to="/practice/episodes/$episodeId/benefits" params={{ episodeId: task.episodeId }} />
        )}
      >
        {children}
      </Anchor>
    );
  return (
    <Anchor
      fw={600}
      renderRoot={(p) => (
        <Link {...p} to="/practice/episodes/$episodeId/requests" params={{ episodeId: task.episodeId }} />
      )}
    >
      {children}
    </Anchor>
  );
};

const Take = ({ task }: { readonly task: TaskLine }) => {
  const { actor } = useSession();
  const { send, busy, message } = usePracticeSend();
  if (task.taken && task.owner?.userId === actor.userId) return <span className="um-practice-quiet">Taken by you</span>;
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        loading={busy}
        onClick={() => void send(`/api/practice/episodes/${task.episodeId}/tasks`, { task: task.key })}
      >
        {task.taken ? 'Take over' : 'Take'}
      </Button>
      {message && <div role="alert">{message}</div>}
    </>
  );
};

const TaskRow = ({ task }: { readonly task: TaskLine }) => {
  const { zone } = useSession();
  return (
    <tr data-risk={task.escalation === 'overdue' ? 'uncovered' : task.escalation === 'deputy' ? 'high' : undefined}>
      <td>
        {task.dueAt ? (
          <>
            <DueTime dueAt={task.dueAt} zone={zone} focusable />
            <div className="um-practice-quiet">{moment(task.dueAt, zone)}</div>
          </>
        ) : (
          <span className="um-practice-quiet">no date known</span>
        )}
      </td>
      <td>
        <Where task={task}>{taskWord[task.kind]}</Where>
        <div className="um-practice-quiet">
          {task.about.to ? `through ${date(task.about.to)}` : ''}
          {task.about.level ? ` level ${task.about.level}` : ''}
          {task.about.atStake ? ` ${money(task.about.atStake)}` : ''}
        </div>
        {task.unknown.length > 0 && (
          <div className="um-practice-quiet">Unknown: {task.unknown.map((q) => questionWord[q]).join('; ')}</div>
        )}
      </td>
      <td>
        <Anchor
          renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId" params={{ episodeId: task.episodeId }} />}
        >
          {task.patientName}
        </Anchor>
        <div className="um-practice-quiet">
          {task.programmeName}, {levelWord(task.levelOfCare)}
        </div>
      </td>
      <td>{task.payerName}</td>
      <td>
        {task.owner?.name ?? <b className="um-practice-bad">Nobody</b>}
        {task.deputy && <div>and {task.deputy.name}</div>}
        <div className="um-practice-quiet">
          {areaWord[task.area]}
          {escalationWord[task.escalation] && `, ${escalationWord[task.escalation].toLowerCase()}`}
        </div>
      </td>
      <td>
        <Take task={task} />
      </td>
    </tr>
  );
};

const headings = ['Due', 'What', 'Patient', 'Payer', 'Owner', 'Act'] as const;

const TaskTable = ({ tasks }: { readonly tasks: readonly TaskLine[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section className="um-practice-scroll" aria-label="Tasks" tabIndex={0}>
    <table className="um-practice-table um-tasks" data-plain>
      <thead>
        <tr>
          {headings.map((h) => (
            <th key={h} scope="col">
              {h}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tasks.map((t) => (
          <TaskRow key={`${t.episodeId}${t.key}`} task={t} />
        ))}
      </tbody>
    </table>
  </section>
);

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

const Calendar = ({ whose, span, today }: CalendarProps) => {
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

/** What is to be done, by the record and the rule cards: as a list, or on a calendar. */
export const TasksPage = () => {
  const { zone } = useSession();
  const [view, setView] = useState<'list' | Span>('list');
  const [whose, setWhose] = useState('');
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useQuery({ ...tasksQuery({ whose, page }), placeholderData: keepPreviousData });
  return (
    <Page
      title="Tasks"
      aside={
        data && (
          <span className="um-practice-quiet">
            {count(data.total, 'task')}, {data.late} past due
          </span>
        )
      }
    >
      <div className="um-practice-filters">
        <SegmentedControl
          size="xs"
          aria-label="How to show them"
          value={view}
          onChange={(v) => setView(v as typeof view)}
          data={[
            { value: 'list', label: 'List' },
            { value: 'week', label: 'Week' },
            { value: 'month', label: 'Month' },
          ]}
        />
        <NativeSelect
          size="xs"
          aria-label="Whose"
          value={whose}
          onChange={(e) => {
            setWhose(e.currentTarget.value);
            setPage(1);
          }}
          data={[
            { value: '', label: 'Everybody’s' },
            { value: 'mine', label: 'Mine' },
            ...taskAreas.map((a) => ({ value: a, label: areaWord[a] })),
          ]}
        />
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to="/practice/payers" />}>
          Payers and who has which work
        </Anchor>
      </div>
      {error ? (
        <FailedState error={error} retry={() => void refetch()} />
      ) : !data ? (
        <LoadingRows label="Tasks are loading" />
      ) : view === 'list' && data.total === 0 ? (
        <EmptyState title="Nothing is to be done">
          Tasks come by themselves from authorizations, requests and what payers want.
        </EmptyState>
      ) : view === 'list' ? (
        <>
          <TaskTable tasks={data.tasks} />
          <Pages page={data.page} size={data.size} total={data.total} of="the tasks" go={setPage} />
        </>
      ) : (
        <Calendar whose={whose} span={view} today={dateInZone(data.now, zone)} />
      )}
    </Page>
  );
};
