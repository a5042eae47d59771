import { useQuery } from '@tanstack/react-query';
import { DueTime } from '../../app/DueTime.tsx';
import { moment } from '../../app/format.ts';
import { Pages } from '../Pages.tsx';
import { talkStateTone, talkStateWord } from '../talk/words.ts';
import { Into, Loaded, Table, useZoneOf, type ViewProps } from './parts.tsx';
import { manyTalksQuery } from './queries.ts';

const headings = ['Window', 'State', 'Practice', 'Patient', 'Payer', 'Agreed'] as const;

/** Every offer of a talk with a payer's physician, what ends first on top. */
export const TalksView = ({ asked, change }: ViewProps) => {
  const query = useQuery(manyTalksQuery(asked));
  const zoneOf = useZoneOf(query.data?.practices ?? []);
  return (
    <Loaded query={query} empty="No talk was offered" lines={(d) => d.total + d.toAsk.length}>
      {(data) => (
        <>
          <Table label="Peer-to-peers of all practices" headings={headings}>
            {data.page === 1 &&
              data.toAsk.map((t) => (
                <tr key={`${t.practice.tenantId}${t.episodeId}${t.key}`} data-risk="high">
                  <td>{t.dueAt ? <DueTime dueAt={t.dueAt} zone={zoneOf(t)} focusable /> : 'no date known'}</td>
                  <td>
                    <span className="um-chip" data-tone="waiting">
                      To be asked for
                    </span>
                  </td>
                  <td>{t.practice.name}</td>
                  <td>
                    <Into line={t} to={`/practice/episodes/${t.episodeId}/requests`}>
                      {t.patientName}
                    </Into>
                  </td>
                  <td>{t.payerName}</td>
                  <td />
                </tr>
              ))}
            {data.lines.map((t) => (
              <tr key={`${t.practice.tenantId}${t.offerId}`}>
                <td>
                  {t.state === 'open' || t.state === 'scheduled' ? (
                    <DueTime dueAt={t.closesAt} zone={zoneOf(t)} focusable />
                  ) : (
                    moment(t.closesAt, zoneOf(t))
                  )}
                </td>
                <td>
                  <span className="um-chip" data-tone={talkStateTone[t.state]}>
                    {talkStateWord[t.state]}
                  </span>
                </td>
                <td>{t.practice.name}</td>
                <td>
                  <Into line={t} to="/practice/talks">
                    {t.patientName}
                  </Into>
                </td>
                <td>{t.payerName}</td>
                <td>
                  {t.agreedAt ? moment(t.agreedAt, zoneOf(t)) : ''}
                  {t.scheduled ? `, ${t.scheduled.clinician.name}` : ''}
                </td>
              </tr>
            ))}
          </Table>
          <Pages
            page={data.page}
            size={data.size}
            total={data.total}
            of="the peer-to-peers of all practices"
            go={(page) => change({ page: String(page) })}
          />
        </>
      )}
    </Loaded>
  );
};
