import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../app/states.tsx';
import { Covered, NextUpdate } from '../board/cells.tsx';
import { Figures } from '../board/Figures.tsx';
import { Pages } from '../Pages.tsx';
import { levelWord, money } from '../words.ts';
import { Into, Loaded, Table, useZoneOf, type ViewProps } from './parts.tsx';
import { manyBoardQuery } from './queries.ts';

const headings = [
  'Covered',
  'Practice',
  'Patient',
  'Programme and level',
  'Payer',
  'Next update',
  'Not covered so far',
] as const;

/** Who is in, at every practice, the most urgent first. */
export const BoardView = ({ asked, change }: ViewProps) => {
  const query = useQuery(manyBoardQuery(asked));
  const zoneOf = useZoneOf(query.data?.practices ?? []);
  return (
    <Loaded query={query} empty="Nobody is in" lines={(d) => (asked.due ? 1 : d.total)}>
      {(data) => (
        <>
          <Figures board={data} chosen={asked.due} choose={(due) => change({ due: due ?? '', page: '' })} />
          {data.lines.length === 0 && (
            <EmptyState title="Nobody fits">Press the chosen count again to see everybody.</EmptyState>
          )}
          {data.lines.length > 0 && (
            <Table label="Patients of all practices" headings={headings}>
              {data.lines.map((l) => (
                <tr key={`${l.practice.tenantId}${l.episodeId}`} data-risk={l.risk}>
                  <td>
                    <Covered line={l} />
                  </td>
                  <td>{l.practice.name}</td>
                  <td>
                    <Into line={l} to={`/practice/episodes/${l.episodeId}`}>
                      {l.patientName}
                    </Into>
                    <div className="um-practice-quiet">{l.episodeNumber}</div>
                  </td>
                  <td>
                    {l.programmeName}
                    <div className="um-practice-quiet">{levelWord(l.levelOfCare)}</div>
                  </td>
                  <td>{l.payerName ?? <b className="um-practice-bad">No payer set</b>}</td>
                  <td>
                    <NextUpdate line={l} zone={zoneOf(l)} />
                  </td>
                  <td data-label="Not covered so far">
                    {l.atStake > 0 ? <b className="um-practice-bad">{money(l.atStake)}</b> : money(0)}
                  </td>
                </tr>
              ))}
            </Table>
          )}
          <Pages
            page={data.page}
            size={data.size}
            total={data.total}
            of="patients of all practices"
            go={(page) => change({ page: String(page) })}
          />
          {data.more.length > 0 && (
            <p>Not all patients could be looked through: {data.more.join(', ')}. Narrow the board in that practice.</p>
          )}
        </>
      )}
    </Loaded>
  );
};
