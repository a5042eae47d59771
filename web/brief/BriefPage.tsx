import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { BriefSheet } from './BriefSheet.tsx';
import { useBrief } from './useBrief.ts';

export const BriefPage = () => {
  const { caseId } = useParams({ from: '/shell/desk/cases/$caseId/brief' });
  const brief = useBrief(caseId);
  return (
    <Page
      title={brief.data ? `Brief of case ${brief.data.brief.caseNumber}` : 'Brief'}
      actions={
        <div className="um-brief-actions">
          <Button
            variant="default"
            renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId }} />}
            leftSection={<IconArrowLeft size={15} aria-hidden />}
          >
            The case
          </Button>
          <Button variant="default" leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
            Print
          </Button>
        </div>
      }
    >
      {brief.isPending && <LoadingRows label="Loading the brief" />}
      {brief.isError && <FailedState error={brief.error} retry={() => void brief.refetch()} />}
      {brief.data && (
        <>
          <h2 className="um-hidden">What waits for a decision</h2>
          <BriefSheet view={brief.data} />
        </>
      )}
    </Page>
  );
};
