import { Alert } from '@mantine/core';
import { problemText } from '../case/problemText.ts';

/** What went wrong when something was sent, said aloud. */
export const Failure = ({ error }: { readonly error: unknown }) =>
  error ? (
    <Alert color="red" role="alert" py={6}>
      {problemText(error)}
    </Alert>
  ) : null;
