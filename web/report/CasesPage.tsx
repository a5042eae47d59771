import type { UserHit } from '@openum/http/contract/request.ts';
import type { WorkListView } from '@openum/http/contract/workList.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import { StatusBadge } from '../app/StatusBadge.tsx';
import { channelWord, lineOfBusinessShort } from '../app/words.ts';
import { casesSentence } from './describe.ts';
import { ListFrame } from './ListFrame.tsx';
import { BareTable } from './ReportTable.tsx';
import { fileAddress } from './search.ts';

const heads = ['Case', 'Member', 'Service', 'Line', 'Status', 'Received', 'Due', 'Assignee'] as const;

/** The cases behind a number of a report. */
export const CasesPage = () => {
  const { zone } = useSession();
  const search = useSearch({ from: '/shell/desk/dashboard/cases' });
  const list = useInfiniteQuery({
    queryKey: ['reports', 'cases', search],
    queryFn: ({ pageParam, signal }) =>
      get<WorkListView>('/api/reports/cases', { ...search, after: pageParam, limit: 100 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const { data: users = [] } = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => get<readonly UserHit[]>('/api/users', {}, signal),
    staleTime: 5 * 60_000,
  });
  const rows = list.data?.pages.flatMap((p) => p.rows) ?? [];
  return (
    <ListFrame
      title="Cases"
      sentence={casesSentence(search, (id) => users.find((u) => u.userId === id)?.name)}
      file={fileAddress('/api/reports/cases.csv', search)}
      list={list}
      shown={rows.length}
      empty="Cases move on: those that were counted may have been decided, assigned or closed since."
    >
      <BareTable wide caption="Cases, newest first" heads={heads}>
        {rows.map((c) => (
          <tr key={c.caseId}>
            <th scope="row">
              <Link to="/cases/$caseId" params={{ caseId: c.caseId }}>
                {c.caseNumber}
              </Link>
            </th>
            <td>
              {c.memberName}
              <small>{c.memberNumber}</small>
            </td>
            <td>
              {c.serviceSummary}
              <small>{c.requestingProviderName}</small>
            </td>
            <td>
              {lineOfBusinessShort[c.lineOfBusiness]}
              <small>{c.stateOfIssue}</small>
            </td>
            <td>
              <StatusBadge status={c.status} />
            </td>
            <td>
              {moment(c.receivedAt, zone)}
              <small>{channelWord[c.channel]}</small>
            </td>
            <td>{c.nextDueAt ? <DueTime dueAt={c.nextDueAt} zone={zone} focusable /> : 'Nothing due'}</td>
            <td>{c.assigneeName ?? 'Nobody'}</td>
          </tr>
        ))}
      </BareTable>
    </ListFrame>
  );
};
