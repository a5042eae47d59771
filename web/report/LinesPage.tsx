import type { ReportedLine, ReportedLinesView } from '@openum/http/contract/report.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import { capital, date } from '../app/format.ts';
import { lineOfBusinessShort } from '../app/words.ts';
import { CaseCell } from './CaseCell.tsx';
import { appealWord, linesSentence, outcomeWord } from './describe.ts';
import { ListFrame } from './ListFrame.tsx';
import { BareTable } from './ReportTable.tsx';
import { fileAddress } from './search.ts';

const heads = ['Case', 'Member', 'Line', 'Requested by', 'First decision', 'Appeal'] as const;

const Row = ({ line: l }: { readonly line: ReportedLine }) => (
  <tr>
    <CaseCell of={l} />
    <td>
      {l.memberName}
      <small>{l.memberNumber}</small>
    </td>
    <td>
      Item {l.itemSequence}, {l.serviceCode}
      <small>{l.reviewType}</small>
    </td>
    <td>
      {l.requestingProviderName}
      <small>
        {lineOfBusinessShort[l.lineOfBusiness]}, {l.stateOfIssue}
      </small>
    </td>
    <td>
      {l.firstOutcome ? capital(outcomeWord[l.firstOutcome] ?? l.firstOutcome) : 'None'}
      <small>
        {l.firstDecidedOn && date(l.firstDecidedOn)}
        {l.byRule && ', by rule'}
      </small>
    </td>
    <td>
      {l.appealOutcome ? capital(appealWord[l.appealOutcome] ?? l.appealOutcome) : 'None decided'}
      {l.appealDecidedOn && <small>{date(l.appealDecidedOn)}</small>}
    </td>
  </tr>
);

/** The lines behind a number of a report: as many as it counts. */
export const LinesPage = () => {
  const search = useSearch({ from: '/shell/desk/dashboard/lines' });
  const list = useInfiniteQuery({
    queryKey: ['reports', 'lines', search],
    queryFn: ({ pageParam, signal }) =>
      get<ReportedLinesView>('/api/reports/lines', { ...search, after: pageParam, limit: 100 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const rows = list.data?.pages.flatMap((p) => p.rows) ?? [];
  return (
    <ListFrame
      title="Lines"
      sentence={linesSentence(search)}
      file={fileAddress('/api/reports/lines.csv', search)}
      list={list}
      shown={rows.length}
      empty="No line was decided so in these days."
    >
      <BareTable wide caption="Lines of requests, those of the newest cases first" heads={heads}>
        {rows.map((l) => (
          <Row key={`${l.caseId} ${l.itemSequence}`} line={l} />
        ))}
      </BareTable>
    </ListFrame>
  );
};
