import { causeWord } from '@openum/domain/denial/words.ts';
import { useQuery } from '@tanstack/react-query';
import { DueTime } from '../../app/DueTime.tsx';
import { count, date } from '../../app/format.ts';
import { Pages } from '../Pages.tsx';
import { money } from '../words.ts';
import { Into, Loaded, Table, useZoneOf, type ViewProps } from './parts.tsx';
import { manyDenialsQuery } from './queries.ts';

const headings = ['Received', 'Practice', 'Patient', 'Payer', 'Days', 'Cause', 'Denied', 'Appeal'] as const;

/** What payers refused at every practice, the newest first. */
export const DenialsView = ({ asked, change }: ViewProps) => {
  const query = useQuery(manyDenialsQuery(asked));
  const zoneOf = useZoneOf(query.data?.practices ?? []);
  return (
    <Loaded query={query} empty="Nothing was denied" lines={(d) => d.total}>
      {(data) => (
        <>
          <p className="um-practice-quiet">
            {count(data.total, 'denial')}, {money(data.amount)}
            {data.recovered > 0 && `, ${money(data.recovered)} recovered`}
          </p>
          <Table label="Denials of all practices" headings={headings}>
            {data.lines.map((d) => (
              <tr key={`${d.practice.tenantId}${d.episodeId}${d.denialId}`}>
                <td data-label="Received">{date(d.receivedOn)}</td>
                <td>{d.practice.name}</td>
                <td>
                  <Into line={d} to="/practice/denials">
                    {d.patientName}
                  </Into>
                </td>
                <td>{d.payerName}</td>
                <td>
                  {date(d.from)} to {date(d.to)}
                </td>
                <td>{causeWord[d.cause]}</td>
                <td data-label="Denied">{money(d.amount)}</td>
                <td data-label="Appeal">
                  {d.appealOpen?.dueAt ? (
                    <DueTime dueAt={d.appealOpen.dueAt} zone={zoneOf(d)} focusable />
                  ) : d.appealOpen ? (
                    'open, no date known'
                  ) : d.recovered > 0 ? (
                    `${money(d.recovered)} recovered`
                  ) : (
                    ''
                  )}
                </td>
              </tr>
            ))}
          </Table>
          <Pages
            page={data.page}
            size={data.size}
            total={data.total}
            of="the denials of all practices"
            go={(page) => change({ page: String(page) })}
          />
        </>
      )}
    </Loaded>
  );
};
