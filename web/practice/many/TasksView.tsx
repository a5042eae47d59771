import { useQuery } from '@tanstack/react-query';
import { DueTime } from '../../app/DueTime.tsx';
import { count, moment } from '../../app/format.ts';
import { Pages } from '../Pages.tsx';
import { escalationWord, taskWord } from '../task/words.ts';
import { Into, Loaded, Table, useZoneOf, type ViewProps } from './parts.tsx';
import { manyTasksQuery } from './queries.ts';

const headings = ['Due', 'What', 'Practice', 'Patient', 'Payer', 'Owner'] as const;

/** What is to be done at every practice, due first. */
export const TasksView = ({ asked, change }: ViewProps) => {
  const query = useQuery(manyTasksQuery(asked));
  const zoneOf = useZoneOf(query.data?.practices ?? []);
  return (
    <Loaded query={query} empty="Nothing is to be done" lines={(d) => d.total}>
      {(data) => (
        <>
          <p className="um-practice-quiet">
            {count(data.total, 'task')}, {data.late} past due
          </p>
          <Table label="Tasks of all practices" headings={headings}>
            {data.lines.map((t) => (
              <tr
                key={`${t.practice.tenantId}${t.episodeId}${t.key}`}
                data-risk={t.escalation === 'overdue' ? 'uncovered' : t.escalation === 'deputy' ? 'high' : undefined}
              >
                <td>
                  {t.dueAt ? (
                    <>
                      <DueTime dueAt={t.dueAt} zone={zoneOf(t)} focusable />
                      <div className="um-practice-quiet">{moment(t.dueAt, zoneOf(t))}</div>
                    </>
                  ) : (
                    <span className="um-practice-quiet">no date known</span>
                  )}
                </td>
                <td>
                  <Into line={t} to={`/practice/episodes/${t.episodeId}/requests`}>
                    {taskWord[t.kind]}
                  </Into>
                </td>
                <td>{t.practice.name}</td>
                <td>
                  {t.patientName}
                  <div className="um-practice-quiet">{t.programmeName}</div>
                </td>
                <td>{t.payerName}</td>
                <td>
                  {t.owner?.name ?? <b className="um-practice-bad">Nobody</b>}
                  {t.deputy && <div>and {t.deputy.name}</div>}
                  <div className="um-practice-quiet">{escalationWord[t.escalation]}</div>
                </td>
              </tr>
            ))}
          </Table>
          <Pages
            page={data.page}
            size={data.size}
            total={data.total}
            of="the tasks of all practices"
            go={(page) => change({ page: String(page) })}
          />
        </>
      )}
    </Loaded>
  );
};
