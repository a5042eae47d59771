import '../practice.css';
import '../../workList/work.css';
import './request.css';
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { date } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { PacketList } from '../packet/PacketList.tsx';
import { requestDeskQuery } from '../task/queries.ts';
import { taskWord } from '../task/words.ts';
import { levelWord } from '../words.ts';
import { Composer } from './Composer.tsx';
import { SubmissionCard } from './SubmissionCard.tsx';

/** Everything between one patient and the payers: what is due, a new request, and what became of each. */
export const EpisodeRequestsPage = () => {
  const { zone } = useSession();
  const { episodeId } = useParams({ strict: false }) as { episodeId: string };
  const { kind } = useSearch({ from: '/shell/practice/practice/episodes/$episodeId/requests' });
  const [sent, setSent] = useState('');
  const { data: desk, error, refetch } = useQuery(requestDeskQuery(episodeId));
  if (error) return <FailedState error={error} retry={() => void refetch()} />;
  if (!desk) return <LoadingRows label="The requests are loading" />;
  const { patient } = desk;
  return (
    <Page
      title={`Requests for ${patient.family}, ${patient.given}`}
      tabTitle={`Requests ${desk.episodeNumber}`}
      actions={
        <Anchor renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId" params={{ episodeId }} />}>
          Back to the episode
        </Anchor>
      }
    >
      <div className="um-practice-quiet">
        {levelWord(desk.levelOfCare)}, admitted {date(desk.admittedOn)}
        {desk.emergency ? ' as an emergency' : ''}
        {desk.dischargedOn ? `, discharged ${date(desk.dischargedOn)}` : ''}
        {desk.payers.map((p) => `, ${p.coverage.payerName} ${p.coverage.memberNumber}`).join('')}
      </div>
      <ul className="um-request-tasks" aria-label="What is due">
        {desk.tasks
          .filter((t) => t.kind !== 'askPayer')
          .map((t) => (
            <li key={t.key}>
              {taskWord[t.kind]} {t.dueAt && <DueTime dueAt={t.dueAt} zone={zone} focusable />}
              <span className="um-practice-quiet"> {t.owner?.name}</span>
            </li>
          ))}
      </ul>
      {desk.payers.length === 0 ? (
        <EmptyState title="No payer is set">Set the payer on the episode first.</EmptyState>
      ) : (
        <Composer key={`${desk.submissions.length}`} desk={desk} kind={kind ?? desk.likely} onSent={setSent} />
      )}
      <div role="status">{sent}</div>
      <PacketList episodeId={episodeId} />
      <h2 style={{ fontSize: '1.0625rem' }}>Sent so far</h2>
      {desk.submissions.length === 0 ? (
        <EmptyState title="Nothing was sent yet">The first request goes from the form above.</EmptyState>
      ) : (
        desk.submissions.map((s) => <SubmissionCard key={s.submissionId} desk={desk} submission={s} />)
      )}
    </Page>
  );
};
