import { Button } from '@mantine/core';
import type { ClinicianBody, PayerBody, ProgrammeBody } from '@openum/http/contract/practice/register.ts';
import type { ReactNode } from 'react';
import { ProblemLine } from '../ProblemLine.tsx';
import { usePracticeSend } from '../send.ts';

type EntryFormProps = {
  readonly label: string;
  readonly path: string;
  readonly body: ProgrammeBody | PayerBody | ClinicianBody;
  readonly problem: string | undefined;
  readonly close: () => void;
  readonly children: ReactNode;
};

/** The frame of a form for one entry: saves it, and says why it cannot be saved. */
export const EntryForm = ({ label, path, body, problem, close, children }: EntryFormProps) => {
  const { post, busy, message } = usePracticeSend();
  return (
    <form
      className="um-practice-form"
      aria-label={label}
      onSubmit={(e) => {
        e.preventDefault();
        if (!problem) void post(path, body).then((ok) => ok && close());
      }}
    >
      <div className="um-practice-fields">{children}</div>
      <ProblemLine message={message} />
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="xs"
          loading={busy}
          {...(problem ? { 'data-disabled': true, 'aria-disabled': true, title: problem } : {})}
        >
          Save
        </Button>
        <Button size="xs" variant="subtle" onClick={close}>
          Cancel
        </Button>
        {problem && <span className="um-practice-quiet">{problem}</span>}
      </div>
    </form>
  );
};
