import type { ReportedTalksView } from '@openum/http/contract/report.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { capital, moment } from '../app/format.ts';
import { lineOfBusinessShort } from '../app/words.ts';
import { CaseCell } from './CaseCell.tsx';
import { talksSentence } from './describe.ts';
import { ListFrame } from './ListFrame.tsx';
import { BareTable } from './ReportTable.tsx';
import { fileAddress } from './search.ts';
import { talkOutcomeWord } from './words.ts';

const heads = ['Case', 'Member', 'Requested by', 'What', 'When', 'Outcome'] as const;

/** The talks behind a number of a report: as many as it counts. */
export const TalksPage = () => {
  const { zone } = useSession();
  const search = useSearch({ from: '/shell/desk/dashboard/talks' });
  const list = useInfiniteQuery({
    queryKey: ['reports', 'talks', search],
    queryFn: ({ pageParam, signal }) =>
      get<ReportedTalksView>(
        '/api/reports/talks',
        { talk: 'offered', ...search, after: pageParam, limit: 100 },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const rows = list.data?.pages.flatMap((p) => p.rows) ?? [];
  return (
    <ListFrame
      title="Peer-to-peer"
      sentence={talksSentence(search)}
      file={fileAddress('/api/reports/talks.csv', { talk: 'offered', ...search })}
      list={list}
      shown={rows.length}
      empty="No talk ended so in these days."
    >
      <BareTable wide caption="Talks, newest first" heads={heads}>
        {rows.map((t) => (
          <tr key={`${t.caseId} ${t.sequence}`}>
            <CaseCell of={t} />
            <td>
              {t.memberName}
              <small>{t.memberNumber}</small>
            </td>
            <td>
              {t.requestingProviderName}
              <small>
                {lineOfBusinessShort[t.lineOfBusiness]}, {t.stateOfIssue}
              </small>
            </td>
            <td>{capital(t.end)}</td>
            <td>{moment(t.at, zone)}</td>
            <td>{t.outcome ? talkOutcomeWord[t.outcome] : ''}</td>
          </tr>
        ))}
      </BareTable>
    </ListFrame>
  );
};
