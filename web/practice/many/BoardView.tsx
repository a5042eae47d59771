import { dueBuckets } from '@openum/domain/episode/board.ts';
import { useQuery } from '@tanstack/react-query';
import { DueTime } from '../../app/DueTime.tsx';
import { count, date } from '../../app/format.ts';
import { dueWord, levelWord, money, riskTone, riskWord } from '../words.ts';
import { Into, Loaded, Table, useZoneOf } from './parts.tsx';
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
export const BoardView = ({ only }: { readonly only: string | undefined }) => {
  const query = useQuery(manyBoardQuery(only));
  const zoneOf = useZoneOf(query.data?.practices ?? []);
  return (
    <Loaded query={query} empty="Nobody is in" lines={(d) => d.lines.length}>
      {(data) => (
        <>
          <dl className="um-practice-sums um-many-sums">
            {dueBuckets.map((due) => (
              <div key={due} data-bad={(due === 'pastDue' && data.due[due] > 0) || undefined}>
                <dt>{dueWord[due]}</dt>
                <dd>{data.due[due]}</dd>
              </div>
            ))}
            <div data-bad={data.atStake > 0 || undefined}>
              <dt>Not covered so far</dt>
              <dd>{money(data.atStake)}</dd>
            </div>
            <div>
              <dt>Open in 14 days</dt>
              <dd>{money(data.openAhead)}</dd>
            </div>
          </dl>
          <Table label="Patients of all practices" headings={headings}>
            {data.lines.map((l) => (
              <tr key={`${l.practice.tenantId}${l.episodeId}`} data-risk={l.risk}>
                <td>
                  <span className="um-chip" data-tone={riskTone[l.risk]}>
                    {riskWord[l.risk]}
                  </span>
                  <div className="um-practice-quiet">
                    {l.daysLeft === undefined ? '' : `${count(Math.max(l.daysLeft, 0), 'day')} left`}
                  </div>
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
                  <span data-due={l.due} className="um-practice-due">
                    {l.reviewDueOn ? dueWord[l.due] : ''}
                  </span>
                  <div className="um-practice-quiet">{l.reviewDueOn ? `by ${date(l.reviewDueOn)}` : ''}</div>
                  {l.talkClosesAt && (
                    <div>
                      Peer-to-peer <DueTime dueAt={l.talkClosesAt} zone={zoneOf(l)} focusable />
                    </div>
                  )}
                </td>
                <td>{l.atStake > 0 ? <b className="um-practice-bad">{money(l.atStake)}</b> : money(0)}</td>
              </tr>
            ))}
          </Table>
          {data.more.length > 0 && (
            <p>More patients than are shown: {data.more.join(', ')}. Go to the practice to see all of them.</p>
          )}
        </>
      )}
    </Loaded>
  );
};
