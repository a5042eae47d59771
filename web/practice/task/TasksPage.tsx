import '../practice.css';
import '../../workList/work.css';
import './task.css';
import { Anchor, NativeSelect, SegmentedControl } from '@mantine/core';
import { taskAreas } from '@openum/domain/practiceTask/task.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { count } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { Pages } from '../Pages.tsx';
import { Calendar } from './Calendar.tsx';
import type { Span } from './month.ts';
import { tasksQuery } from './queries.ts';
import { TaskTable } from './TaskTable.tsx';
import { areaWord } from './words.ts';

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
