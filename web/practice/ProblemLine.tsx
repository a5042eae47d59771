import { Alert } from '@mantine/core';

/** Why an act was not done, said aloud. */
export const ProblemLine = ({ message }: { readonly message: string | undefined }) =>
  message === undefined ? null : (
    <Alert color="red" role="alert" variant="light">
      {message}
    </Alert>
  );
