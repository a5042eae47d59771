import '../practice.css';
import { Switch, Tooltip } from '@mantine/core';
import type { ArrivalsReading } from '@openum/http/contract/practice/arrival.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { count, moment } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { Panel } from '../../case/Panel.tsx';
import { usePracticeSend } from '../send.ts';
import { ArrivalItem } from './ArrivalItem.tsx';
import { outcomeWord } from './words.ts';

const arrivalsQuery = queryOptions({
  queryKey: ['practice', 'arrivals'],
  queryFn: ({ signal }) => get<ArrivalsReading>('/api/practice/arrivals', {}, signal),
  refetchInterval: 30_000,
});

const Automatic = ({ on }: { readonly on: boolean }) => {
  const { view } = useSession();
  const { save, busy, message } = usePracticeSend();
  const may = view.user.roles.includes('practiceOwner');
  return (
    <>
      <Tooltip label="The owner of the practice decides this." disabled={may}>
        <Switch
          label="Take up by itself what leaves no question"
          checked={on}
          disabled={!may || busy}
          onChange={(e) => void save('/api/practice/arrivals/setting', { automatic: e.currentTarget.checked })}
        />
      </Tooltip>
      {message && <span role="alert">{message}</span>}
    </>
  );
};

const Settled = ({ settled }: { readonly settled: ArrivalsReading['settled'] }) => {
  const { zone } = useSession();
  return (
    <Panel title="Settled, the latest first" flush>
      <ul className="um-practice-list">
        {settled.map((a) => (
          <li key={a.arrivalId}>
            {a.said ? `${a.said.patient.family}, ${a.said.patient.given}` : 'Not readable'}{' '}
            {a.settled && <span className="um-chip">{outcomeWord[a.settled.outcome]}</span>}{' '}
            {a.settled?.episodeId && (
              <Link to="/practice/episodes/$episodeId" params={{ episodeId: a.settled.episodeId }}>
                Episode
              </Link>
            )}
            <div className="um-practice-quiet">
              {a.clientName}, {a.settled && moment(a.settled.at, zone)}
              {a.settled?.by && `, ${a.settled.by.name}`}
              {a.settled?.reason && `: ${a.settled.reason}`}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** What the practice's own systems told of admissions, moves and discharges, and what it would change. */
export const ArrivalsPage = () => {
  const { data, error, refetch } = useQuery(arrivalsQuery);
  return (
    <Page
      title="Arrivals"
      aside={data && <span className="um-practice-quiet">{count(data.waiting.length, 'message')} to settle</span>}
      actions={data && <Automatic on={data.automatic} />}
    >
      {error && !data ? (
        <FailedState error={error} retry={() => void refetch()} />
      ) : !data ? (
        <LoadingRows label="The messages are loading" />
      ) : (
        <div className="um-practice-columns">
          <div>
            {data.waiting.length === 0 ? (
              <EmptyState title="Nothing waits">
                Admissions, moves and discharges come here from your record system, by HL7 v2 or FHIR.
              </EmptyState>
            ) : (
              <Panel title="To settle, in the order in which they came" flush>
                <ul className="um-practice-list">
                  {data.waiting.map((a) => (
                    <ArrivalItem key={a.arrivalId} line={a} programmes={data.programmes} />
                  ))}
                </ul>
              </Panel>
            )}
          </div>
          <div>{data.settled.length > 0 && <Settled settled={data.settled} />}</div>
        </div>
      )}
    </Page>
  );
};
