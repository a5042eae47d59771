import type { ReportedClock, ReportedClocksView } from '@openum/http/contract/report.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { moment } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import { lineOfBusinessShort } from '../app/words.ts';
import { clocksSentence } from './describe.ts';
import { ListFrame } from './ListFrame.tsx';
import { BareTable } from './ReportTable.tsx';
import { fileAddress } from './search.ts';
import { clockOutcomeTone, clockOutcomeWord, jurisdictionWord, spanWord } from './words.ts';

const heads = ['Case', 'Rule', 'Outcome', 'Started', 'Due', 'Ended', 'Margin', 'Line', 'Assignee'] as const;

const endWord: Record<NonNullable<ReportedClock['endedBy']>, string> = {
  act: 'decision or letter',
  withdrawal: 'withdrawn',
  void: 'voided',
};

/** Seconds left, below zero late: until the end, or until now. */
const margin = (k: ReportedClock, now: number): string => {
  const seconds = Math.round((Date.parse(k.dueAt) - (k.metAt ? Date.parse(k.metAt) : now)) / 1000);
  return seconds < 0 ? `${spanWord(-seconds)} late` : `${spanWord(seconds)} ${k.metAt ? 'to spare' : 'left'}`;
};

/** The clocks behind a number of a report. */
export const ClocksPage = () => {
  const { zone } = useSession();
  const now = useNow();
  const search = useSearch({ from: '/shell/desk/dashboard/clocks' });
  const list = useInfiniteQuery({
    queryKey: ['reports', 'clocks', search],
    queryFn: ({ pageParam, signal }) =>
      get<ReportedClocksView>('/api/reports/clocks', { ...search, after: pageParam, limit: 100 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const rows = list.data?.pages.flatMap((p) => p.rows) ?? [];
  return (
    <ListFrame
      title="Clocks"
      sentence={clocksSentence(search)}
      file={fileAddress('/api/reports/clocks.csv', search)}
      list={list}
      shown={rows.length}
      empty="Clocks move on: those that were counted may have been met, extended or closed since."
    >
      <BareTable wide caption="Clocks by due moment" heads={heads}>
        {rows.map((k) => (
          <tr key={`${k.caseId} ${k.clockId}`}>
            <th scope="row">
              <Link to="/cases/$caseId" params={{ caseId: k.caseId }}>
                {k.caseNumber}
              </Link>
            </th>
            <td>
              {k.ruleId}
              <small>
                {jurisdictionWord(k.jurisdiction)}, version {k.ruleVersion}
              </small>
            </td>
            <td>
              <span className="um-status" data-tone={clockOutcomeTone[k.outcome]}>
                {clockOutcomeWord[k.outcome]}
              </span>
              {k.extended && <small>extended</small>}
              {k.decided && k.outcome === 'overdue' && <small>decided, letter not sent</small>}
            </td>
            <td>{moment(k.startedAt, zone)}</td>
            <td>{moment(k.dueAt, zone)}</td>
            <td>
              {k.metAt ? moment(k.metAt, zone) : 'Runs'}
              {k.endedBy && <small>{endWord[k.endedBy]}</small>}
            </td>
            <td>{margin(k, now)}</td>
            <td>
              {lineOfBusinessShort[k.lineOfBusiness]}
              <small>
                {k.reviewType}, {k.urgency}
              </small>
            </td>
            <td>{k.assigneeName ?? 'Nobody'}</td>
          </tr>
        ))}
      </BareTable>
    </ListFrame>
  );
};
