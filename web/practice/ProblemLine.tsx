import { Alert } from '@mantine/core';
import { problemText } from '../case/problemText.ts';

/** Why an act was not done, said aloud. */
export const ProblemLine = ({ message }: { readonly message: string | undefined }) =>
  message === undefined ? null : (
    <Alert color="red" role="alert" variant="light">
      {message}
    </Alert>
  );

/** What went wrong with a call, when something did. */
export const FailureLine = ({ failure }: { readonly failure: unknown }) => (
  <ProblemLine message={failure === undefined || failure === null ? undefined : problemText(failure)} />
);
