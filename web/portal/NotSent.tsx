import { Alert } from '@mantine/core';
import { problemText } from '../case/problemText.ts';

/** Why an act did not reach the plan. */
export const NotSent = ({ failure }: { readonly failure: unknown }) =>
  failure === undefined ? null : (
    <Alert color="red" role="alert" title="This was not sent">
      {problemText(failure)}
    </Alert>
  );
