import { useParams, useSearch } from '@tanstack/react-router';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { useCase } from '../case/useCase.ts';
import { ReadingDesk } from './ReadingDesk.tsx';

/** The documents of a case beside the points of its criteria. */
export const ReadingPage = () => {
  const { caseId } = useParams({ from: '/shell/desk/cases/$caseId/read' });
  const from = useSearch({ from: '/shell/desk/cases/$caseId/read' });
  const { data, error, refetch, renew } = useCase(caseId);
  if (data) return <ReadingDesk key={caseId} view={data} renew={renew} from={from} />;
  return (
    <Page title="Reading">
      {error ? <FailedState error={error} retry={() => void refetch()} /> : <LoadingRows label="Loading the case" />}
    </Page>
  );
};
