import { Button, Progress } from '@mantine/core';
import type { RunActBody, RunsView } from '@openum/http/contract/letterRun.ts';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { count, moment } from '../app/format.ts';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { Failure } from './Failure.tsx';
import { useRenewLetters, useRun, useRuns } from './queries.ts';
import { RunForm } from './RunForm.tsx';

type Run = RunsView['runs'][number];

const stateWord: Record<Run['state'], string> = {
  running: 'Running',
  paused: 'Paused',
  cancelled: 'Cancelled',
  done: 'Done',
};
const tone: Record<Run['state'], string> = { running: 'accent', paused: 'waiting', cancelled: 'quiet', done: 'good' };
const targetWord = { waiting: 'Waiting', done: 'Written', failed: 'Failed' } as const;

const actsOf = (run: Run): readonly (readonly [RunActBody['act'], string])[] => [
  ...(run.state === 'running' ? ([['pause', 'Pause']] as const) : []),
  ...(run.state === 'paused' ? ([['resume', 'Go on']] as const) : []),
  ...(run.state === 'running' || run.state === 'paused' ? ([['cancel', 'Cancel the rest']] as const) : []),
  ...(run.failed > 0 && run.state !== 'cancelled' ? ([['retry', `Try ${run.failed} again`]] as const) : []),
];

const Results = ({ run }: { readonly run: Run }) => {
  const found = useRun(run.runId, run.done + run.failed);
  if (found.isPending) return <LoadingRows rows={3} label="Loading the letters of this run" />;
  if (found.isError) return <FailedState error={found.error} retry={() => void found.refetch()} />;
  return (
    <table className="um-talk-table">
      <thead>
        <tr>
          {['Case', 'Result', 'Why'].map((h) => (
            <th key={h} scope="col">
              {h}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.data.targets.map((t) => (
          <tr key={t.caseId}>
            <td>
              <Link to="/cases/$caseId" params={{ caseId: t.caseId }}>
                {t.caseNumber}
              </Link>
            </td>
            <td>{targetWord[t.state]}</td>
            <td>{t.reason ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const RunRow = ({ run }: { readonly run: Run }) => {
  const { zone } = useSession();
  const renew = useRenewLetters();
  const [open, setOpen] = useState(false);
  const steer = useMutation({
    mutationFn: (act: RunActBody['act']) => post(`/api/letters/runs/${encodeURIComponent(run.runId)}/acts`, { act }),
    onSettled: renew,
  });
  const all = run.waiting + run.done + run.failed;
  return (
    <div className="um-letters-form" style={{ maxInlineSize: 'none' }}>
      <div className="um-letters-line" style={{ alignItems: 'center' }}>
        <span className="um-chip" data-tone={tone[run.state]}>
          {stateWord[run.state]}
        </span>
        <b>{run.name}</b>
        <Progress.Root className="um-letters-progress" size="lg">
          <Progress.Section
            value={all === 0 ? 100 : (100 * (run.done + run.failed)) / all}
            aria-label={`${run.done + run.failed} of ${all} of ${run.name}`}
          />
        </Progress.Root>
        <span>
          {run.done} of {count(all, 'letter')}
          {run.failed > 0 && `, ${run.failed} failed`}
        </span>
        {actsOf(run).map(([act, label]) => (
          <Button
            key={act}
            size="compact-xs"
            variant="default"
            loading={steer.isPending && steer.variables === act}
            onClick={() => steer.mutate(act)}
          >
            {label}
          </Button>
        ))}
        <Button size="compact-xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Close the list' : 'Result list'}
        </Button>
      </div>
      <div className="um-letters-note">
        {run.template.title}, to the {run.template.audience}. Started {moment(run.createdAt, zone)} by {run.createdBy}.
      </div>
      <Failure error={steer.error} />
      {open && <Results run={run} />}
    </div>
  );
};

/** Letters to many: start, follow, hold, end, try again. */
export const RunList = () => {
  const runs = useRuns(true);
  const [writing, setWriting] = useState(false);
  if (runs.isError) return <FailedState error={runs.error} retry={() => void runs.refetch()} />;
  if (runs.isPending) return <LoadingRows label="Loading the runs" />;
  return (
    <div className="um-letters-block">
      {writing ? (
        <RunForm templates={runs.data.templates} close={() => setWriting(false)} />
      ) : (
        <Button style={{ justifySelf: 'start' }} onClick={() => setWriting(true)}>
          Write to many
        </Button>
      )}
      {runs.data.runs.length === 0 && !writing && (
        <EmptyState title="No letter went to many yet">
          A change of criteria, or a correction to everybody of a period, is written once and goes to each case by
          itself.
        </EmptyState>
      )}
      {runs.data.runs.map((run) => (
        <RunRow key={run.runId} run={run} />
      ))}
    </div>
  );
};
