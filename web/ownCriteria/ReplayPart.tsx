import '../peerToPeer/peerToPeer.css';
import { Button, Progress } from '@mantine/core';
import { mayNotOwnCriteria } from '@openum/domain/ownCriteria/decide.ts';
import type { CriteriaVersion, OwnCriteria } from '@openum/domain/ownCriteria/version.ts';
import { addDays } from '@openum/domain/time/instant.ts';
import type { ReplaysView, ReplayView } from '@openum/http/contract/replay.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { count, date, moment } from '../app/format.ts';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { Failure } from '../letters/Failure.tsx';
import { type Chosen, ReplayFindings } from './ReplayFindings.tsx';
import { ReplayReport } from './ReplayReport.tsx';

type Props = {
  readonly own: OwnCriteria;
  readonly v: CriteriaVersion;
  /** Why none can be started now. */
  readonly why: string | undefined;
};

const lookEveryMs = 1500;

const Running = ({ replay, cancel }: { readonly replay: ReplayView; readonly cancel: () => void }) => {
  const percent = replay.total === 0 ? 0 : (100 * replay.cases) / replay.total;
  return (
    <div className="um-own-running">
      <div role="status">
        {replay.cases} of {count(replay.total, 'case')} read
      </div>
      <Progress value={percent} aria-label="Cases read" />
      <Button variant="default" size="compact-sm" onClick={cancel}>
        Stop
      </Button>
      <div className="um-criteria-quiet">It goes on when you leave this page.</div>
    </div>
  );
};

const Acknowledge = ({ replay, own, v }: Omit<Props, 'why'> & { readonly replay: ReplayView }) => {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: () => post<OwnCriteria>(`/api/replays/${replay.replayId}/read`, { sequence: own.sequence }),
    onSettled: () => client.invalidateQueries({ queryKey: ['own-criteria', own.setId] }),
  });
  if (v.replayRead?.replayId === replay.replayId)
    return <div role="status">{v.replayRead.name} has written down that this replay was read.</div>;
  return (
    <>
      <ActButton
        style={{ justifySelf: 'start' }}
        why={replay.sha256 === v.sha256 ? undefined : 'The text has changed since this replay; run another.'}
        loading={act.isPending}
        onClick={() => act.mutate()}
      >
        I have read this replay
      </ActButton>
      <Failure error={act.error} />
    </>
  );
};

const stateWord: Record<ReplayView['state'], string> = {
  running: 'running',
  cancelled: 'stopped',
  done: 'done',
  failed: 'failed',
};

/** The version over the decided cases of the last twelve months: who would have been decided differently. */
export const ReplayPart = ({ own, v, why }: Props) => {
  const { actor, zone } = useSession();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>();
  const queryKey = ['replays', own.setId];
  const no = mayNotOwnCriteria('ReadReplay', actor) ? 'This is for those who answer for criteria.' : undefined;
  const replays = useQuery({
    queryKey,
    queryFn: ({ signal }) => get<ReplaysView>(`/api/own-criteria/${own.setId}/replays`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.replays[0]?.state === 'running' ? lookEveryMs : false),
    enabled: no === undefined,
  });
  const again = () => client.invalidateQueries({ queryKey });
  const start = useMutation({
    mutationFn: () => post<ReplayView>(`/api/own-criteria/${own.setId}/replays`, {}),
    onSettled: again,
  });
  const cancel = useMutation({
    mutationFn: (replayId: string) => post<ReplayView>(`/api/replays/${replayId}/cancel`, {}),
    onSettled: again,
  });
  if (no) return <p>{no}</p>;
  if (replays.isError) return <FailedState error={replays.error} retry={() => void replays.refetch()} />;
  if (replays.isPending) return <LoadingRows label="Loading the replays" />;
  const [last] = replays.data.replays;
  return (
    <div className="um-own-stack um-own-part">
      <section className="um-template-box" aria-labelledby="replay">
        <h2 id="replay">Replay</h2>
        <p>
          Reads every line that was decided in the last twelve months again by this version, on the facts as they were
          known at its decision. Nothing about the cases changes.
        </p>
        {last && (
          <div className="um-criteria-quiet">
            Last: version {last.version}, begun by {last.createdBy}, {moment(last.createdAt, zone)}, lines decided{' '}
            {date(last.decidedFrom)} to {date(addDays(last.decidedBefore, -1))}: {stateWord[last.state]}.
            {last.sha256 !== v.sha256 && ' The text has changed since.'}
          </div>
        )}
        {last?.state === 'running' ? (
          <Running replay={last} cancel={() => cancel.mutate(last.replayId)} />
        ) : (
          <ActButton
            style={{ justifySelf: 'start' }}
            variant={last ? 'default' : 'filled'}
            why={why}
            loading={start.isPending}
            onClick={() => {
              setChosen(undefined);
              start.mutate();
            }}
          >
            {last ? 'Run another' : 'Run a replay'}
          </ActButton>
        )}
        <Failure error={start.error ?? cancel.error} />
      </section>
      {last && last.state !== 'failed' && <ReplayReport replay={last} choose={setChosen} />}
      {last?.state === 'done' && <Acknowledge replay={last} own={own} v={v} />}
      {last && chosen && <ReplayFindings replayId={last.replayId} chosen={chosen} choose={setChosen} />}
    </div>
  );
};
