import { useParams } from '@tanstack/react-router';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { CaseDeskPage } from './CaseDeskPage.tsx';
import { useCase } from './useCase.ts';

/** One case on one page. */
export const CasePage = () => {
  const { caseId } = useParams({ from: '/shell/cases/$caseId' });
  const { data, error, refetch, renew } = useCase(caseId);
  if (data) return <CaseDeskPage key={caseId} view={data} renew={renew} />;
  return (
    <div className="um-page">
      {error ? <FailedState error={error} retry={() => void refetch()} /> : <LoadingRows label="Loading the case" />}
    </div>
  );
};
