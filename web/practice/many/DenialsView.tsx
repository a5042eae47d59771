import { causeWord } from '@openum/domain/denial/words.ts';
import { useQuery } from '@tanstack/react-query';
import { DueTime } from '../../app/DueTime.tsx';
import { date } from '../../app/format.ts';

import { money } from '../words.ts';
import { Into, Loaded, Table, useZoneOf } from './parts.tsx';
import { manyDenialsQuery } from './queries.ts';

const headings = ['Received', 'Practice', 'Patient', 'Payer', 'Days', 'Cause', 'Denied', 'Appeal'] as const;

/** What payers refused at every practice, the newest first. */
export const DenialsView = ({ only }: { readonly only: string | undefined }) => {
  const query = useQuery(manyDenialsQuery(only));
  const zoneOf = useZoneOf(query.data?.practices ?? []);
  return (
    <Loaded query={query} empty="Nothing was denied" lines={(d) => d.denials.length}>
      {({ denials }) => (
        <Table label="Denials of all practices" headings={headings}>
          {denials.map((d) => (
            <tr key={`${d.practice.tenantId}${d.episodeId}${d.denialId}`}>
              <td>{date(d.receivedOn)}</td>
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
              <td>{money(d.amount)}</td>
              <td>
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
      )}
    </Loaded>
  );
};
