import { Alert, Button, Kbd } from '@mantine/core';
import { caseStatus } from '@openum/domain/case/status.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import { IconArrowLeft, IconBook2, IconPlayerTrackNext } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type RefObject, useEffect } from 'react';
import { AdmissionPanel } from '../admission/AdmissionPanel.tsx';
import { useSession } from '../api/session.ts';
import { Page } from '../app/Page.tsx';
import { StatusBadge, UrgencyBadge } from '../app/StatusBadge.tsx';
import { AppealPanel } from '../appeal/AppealPanel.tsx';
import { CaseManagementPanel } from '../caseManagement/CaseManagementPanel.tsx';
import { CoverageEndPanel } from '../coverageEnd/CoverageEndPanel.tsx';
import { ExternalCriteriaPanel } from '../externalCriteria/ExternalCriteriaPanel.tsx';
import { ExtractedPanel } from '../extraction/ExtractedPanel.tsx';
import { InformationPanel } from '../information/InformationPanel.tsx';
import { IntakePanels } from '../intake/IntakePanels.tsx';
import { Part2Panel } from '../part2/Part2Panel.tsx';
import { PeerToPeerPanel } from '../peerToPeer/PeerToPeerPanel.tsx';
import { ReopeningPanel } from '../reopening/ReopeningPanel.tsx';
import { RetrospectivePanel } from '../retrospective/RetrospectivePanel.tsx';
import { StayPanel } from '../stay/StayPanel.tsx';
import { SuggestionsPanel } from '../suggestion/SuggestionsPanel.tsx';
import { ActBar } from './act/ActBar.tsx';
import { ActPanel } from './act/ActPanel.tsx';
import type { ActId } from './act/acts.ts';
import { CaseHeader } from './CaseHeader.tsx';
import { ClocksPanel } from './ClocksPanel.tsx';
import css from './case.module.css';
import { CriteriaPanel } from './criteria/CriteriaPanel.tsx';
import { DeskContext } from './desk.ts';
import { DocumentsPanel } from './document/DocumentsPanel.tsx';
import { DocumentViewer } from './document/DocumentViewer.tsx';
import { ItemsPanel } from './ItemsPanel.tsx';
import { NoticesPanel } from './NoticesPanel.tsx';
import { ProofPanel } from './proof/ProofPanel.tsx';
import { OtherCasesPanel, ReferralPanel, RequestPanel } from './RequestPanel.tsx';
import { TimelinePanel } from './timeline/TimelinePanel.tsx';
import { useCaseDesk } from './useCaseDesk.ts';

type Props = {
  readonly view: CaseView;
  readonly renew: () => void;
  readonly typedAhead: RefObject<ActId | undefined>;
};

export const CaseDeskPage = ({ view, renew, typedAhead }: Props) => {
  const { actor, zone } = useSession();
  const { desk, run, said, goNext } = useCaseDesk(view, actor, zone);
  useEffect(() => {
    const first = typedAhead.current;
    typedAhead.current = undefined;
    if (first) run(first);
  });
  const { act, documentId } = desk;
  const ofCensus = view.stay !== undefined && actor.roles.includes('concurrentReviewNurse');
  const back = actor.roles.includes('medicalDirector') ? '/physician' : ofCensus ? '/census' : '/work';
  const form = act === undefined || act === 'claim' ? undefined : act;
  return (
    <DeskContext value={desk}>
      <Page
        title={`Case ${view.state.caseNumber}`}
        aside={
          <>
            <StatusBadge status={caseStatus(view.state)} />
            <UrgencyBadge urgency={view.state.urgency} />
            <span className={css.quiet}>Version {view.state.version}</span>
          </>
        }
        actions={
          <div style={{ display: 'flex', gap: '0.375rem' }}>
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to={back} search={{}} />}
              leftSection={<IconArrowLeft size={15} aria-hidden />}
            >
              Back to list
            </Button>
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to="/cases/$caseId/read" params={{ caseId: view.caseId }} />}
              leftSection={<IconBook2 size={15} aria-hidden />}
              rightSection={<Kbd size="xs">l</Kbd>}
            >
              Read
            </Button>
            <Button
              variant="default"
              leftSection={<IconPlayerTrackNext size={15} aria-hidden />}
              rightSection={<Kbd size="xs">n</Kbd>}
              onClick={() => void goNext()}
            >
              Next case
            </Button>
          </div>
        }
      >
        <CaseHeader />
        <ActBar run={run} />
        <div aria-live="polite">
          {said && (
            <Alert color={said.bad ? 'red' : 'gray'} mb="xs" py={6}>
              {said.text}
            </Alert>
          )}
        </div>
        <div
          className={css.layout}
          {...(form ? { 'data-act': true } : {})}
          {...(documentId ? { 'data-document': true } : {})}
        >
          <div className={css.main}>
            <StayPanel />
            <ItemsPanel />
            <ReferralPanel />
            <IntakePanels />
            <InformationPanel />
            <PeerToPeerPanel />
            <CoverageEndPanel />
            <RequestPanel />
            <AdmissionPanel />
            <RetrospectivePanel />
            <AppealPanel />
            <ReopeningPanel />
            <CaseManagementPanel />
            <OtherCasesPanel />
            <CriteriaPanel />
            <ExternalCriteriaPanel />
            <ExtractedPanel />
            <SuggestionsPanel />
          </div>
          {documentId && <DocumentViewer documentId={documentId} renew={renew} />}
          <div className={css.side}>
            {form ? (
              <ActPanel act={form} renew={renew} />
            ) : (
              <>
                <NoticesPanel />
                <ClocksPanel />
                <DocumentsPanel />
                <Part2Panel />
                <ProofPanel />
                <TimelinePanel />
              </>
            )}
          </div>
        </div>
      </Page>
    </DeskContext>
  );
};
