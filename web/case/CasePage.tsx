import { useParams, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useKeys } from '../app/keys.ts';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { type ActId, actIds, acts } from './act/acts.ts';
import { CaseDeskPage } from './CaseDeskPage.tsx';
import { useCase } from './useCase.ts';

const actKeys = actIds.flatMap((id) => {
  const { key } = acts[id];
  return key ? [{ id, key }] : [];
});

/** The act that the address names, or whose key was pressed while the case was still loading; it opens with the case. */
const useTypedAhead = (loading: boolean, first: ActId | undefined) => {
  const typed = useRef(first);
  useKeys(
    loading
      ? Object.fromEntries(
          actKeys.map(({ id, key }) => [
            key,
            () => {
              typed.current = id;
            },
          ]),
        )
      : {},
  );
  return typed;
};

/** One case on one page. */
export const CasePage = () => {
  const { caseId } = useParams({ from: '/shell/desk/cases/$caseId' });
  const { data, error, refetch, renew } = useCase(caseId);
  const { act } = useSearch({ from: '/shell/desk/cases/$caseId' });
  const first = actIds.find((id) => id === act);
  const typed = useTypedAhead(data === undefined && error === null, first);
  if (data) return <CaseDeskPage key={caseId} view={data} renew={renew} typedAhead={typed} />;
  return (
    <Page title="Case">
      {error ? <FailedState error={error} retry={() => void refetch()} /> : <LoadingRows label="Loading the case" />}
    </Page>
  );
};
