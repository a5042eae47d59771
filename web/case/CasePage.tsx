import { useParams } from '@tanstack/react-router';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { CaseDeskPage } from './CaseDeskPage.tsx';
import { useCase } from './useCase.ts';

/** One case on one page. */
export const CasePage = () => {
  const { caseId } = useParams({ from: '/shell/cases/$caseId' });
  const { data, error, refetch, renew } = useCase(caseId);
  if (data) return <CaseDeskPage key={caseId} view={data} renew={renew} />;
  return (
    <Page title="Case">
      {error ? <FailedState error={error} retry={() => void refetch()} /> : <LoadingRows label="Loading the case" />}
    </Page>
  );
};
