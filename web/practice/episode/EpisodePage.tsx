import '../practice.css';
import '../../workList/work.css';
import { Anchor, Button } from '@mantine/core';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import { episodeMayNot } from '@openum/domain/episode/capability.ts';
import type { EpisodeCommandType } from '@openum/domain/episode/command.ts';
import { coverageStates } from '@openum/domain/ledger/match.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { EpisodeView } from '@openum/http/contract/practice/episode.ts';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { ActButton } from '../../app/ActButton.tsx';
import { Page } from '../../app/Page.tsx';
import { FailedState, LoadingRows } from '../../app/states.tsx';
import { Panel } from '../../case/Panel.tsx';
import { BenefitsPanel } from '../benefits/BenefitsPanel.tsx';
import { DocumentsPanel } from '../document/DocumentsPanel.tsx';
import { episodeQuery } from '../queries.ts';
import { stateSign, stateTone, stateWord } from '../words.ts';
import { AuthorizationsPanel } from './AuthorizationsPanel.tsx';
import { acts } from './acts.ts';
import { Coverages, Levels } from './CoursePanels.tsx';
import { DayGrid } from './DayGrid.tsx';
import { DayProof } from './DayProof.tsx';
import { EpisodeHead } from './EpisodeHead.tsx';
import { History, Notes } from './LogPanels.tsx';
import { SubmissionsPanel } from './SubmissionsPanel.tsx';

/** Why somebody may not do it, as the server would say. */
const useWhyNot = () => {
  const { actor } = useSession();
  return (command: EpisodeCommandType): string | undefined => {
    const no = episodeMayNot(command, actor);
    return no && refusalSentence(no);
  };
};

const Legend = () => (
  <ul className="um-grid-legend" aria-label="What the signs mean">
    {coverageStates.map((s) => (
      <li key={s} data-tone={stateTone[s]}>
        <b style={{ color: 'var(--um-tone)' }}>{stateSign[s]}</b> {stateWord[s].toLowerCase()}
      </li>
    ))}
    <li>dashed: planned, as the programme goes on</li>
  </ul>
);

const Content = ({ view }: { readonly view: EpisodeView }) => {
  const [chosen, setChosen] = useState<CalendarDate>();
  const [open, setOpen] = useState<string>();
  const whyNot = useWhyNot();
  const Form = acts.find((a) => a.id === open)?.Form;
  return (
    <>
      <EpisodeHead view={view} />
      <div className="um-practice-actions" style={{ marginBlockEnd: '0.75rem' }}>
        {acts.map((a) => (
          <ActButton
            key={a.id}
            size="xs"
            variant={open === a.id ? 'filled' : 'default'}
            why={whyNot(a.command) ?? a.notNow?.(view)}
            onClick={() => setOpen(open === a.id ? undefined : a.id)}
          >
            {a.label}
          </ActButton>
        ))}
      </div>
      {Form && <Form key={open} view={view} close={() => setOpen(undefined)} />}
      <div style={{ marginBlock: '0.75rem' }}>
        <Panel title="Day by day" flush>
          <DayGrid view={view} chosen={chosen} choose={setChosen} />
          {chosen && <DayProof view={view} on={chosen} />}
          <Legend />
        </Panel>
      </div>
      <div className="um-practice-columns">
        <div>
          <AuthorizationsPanel view={view} whyNot={whyNot('CorrectAuthorization')} />
          <DocumentsPanel view={view} whyNotWithdraw={whyNot('WithdrawDocument')} />
          <SubmissionsPanel view={view} />
          <Notes view={view} />
        </div>
        <div>
          <Coverages view={view} />
          <BenefitsPanel episodeId={view.episodeId} />
          <Levels view={view} />
          <History view={view} />
        </div>
      </div>
    </>
  );
};

/** One course of a patient: each day with what was asked, granted, given and billed. */
export const EpisodePage = () => {
  const { episodeId } = useParams({ from: '/shell/practice/practice/episodes/$episodeId' });
  const episode = useQuery(episodeQuery(episodeId));
  const view = episode.data;
  return (
    <Page
      title={view ? view.row.patientName : 'Episode'}
      tabTitle={view ? `Episode ${view.row.episodeNumber}` : 'Episode'}
      aside={
        view && (
          <>
            <span>{view.row.episodeNumber}</span>
            {view.row.part2 && (
              <span className="um-chip" title="Records of this patient fall under 42 CFR Part 2">
                42 CFR Part 2
              </span>
            )}
          </>
        )
      }
      actions={
        <div className="um-practice-actions">
          <Button
            size="compact-sm"
            renderRoot={(props) => (
              <Link {...props} to="/practice/episodes/$episodeId/requests" params={{ episodeId }} />
            )}
          >
            Requests to payers
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            renderRoot={(props) => <Link {...props} to="/practice/note-check" search={{ episode: episodeId }} />}
          >
            Check a note
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPrinter size={15} aria-hidden />}
            disabled={!view}
            title={view ? undefined : 'The episode is being read'}
            onClick={() => window.print()}
          >
            Print
          </Button>
          <Anchor renderRoot={(props) => <Link {...props} to="/practice/board" />}>Back to the board</Anchor>
        </div>
      }
    >
      {episode.isError && !view && <FailedState error={episode.error} retry={() => void episode.refetch()} />}
      {episode.isPending && <LoadingRows label="Loading the episode" />}
      {view && <Content view={view} />}
    </Page>
  );
};
