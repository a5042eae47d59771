import { Button } from '@mantine/core';
import type { DenialActBody } from '@openum/http/contract/practice/denial.ts';
import type { ReactNode } from 'react';
import { FailureLine } from '../ProblemLine.tsx';
import { useDenialAct } from './queries.ts';

type Props = {
  readonly on: { readonly episodeId: string; readonly version: number };
  readonly title: string;
  readonly submitLabel: string;
  /** What is still missing; while there is something, the button says so. */
  readonly problems: readonly string[];
  readonly act: () => DenialActBody;
  readonly close: () => void;
  readonly children: ReactNode;
};

/** A form that writes down what is done about a denial. */
export const DenialForm = ({ on, title, submitLabel, problems, act, close, children }: Props) => {
  const send = useDenialAct(on, close);
  const [missing] = problems;
  return (
    <form
      className="um-practice-form"
      aria-label={title}
      onSubmit={(e) => {
        e.preventDefault();
        if (missing === undefined) send.mutate(act());
      }}
    >
      {children}
      <FailureLine failure={send.error} />
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="xs"
          loading={send.isPending}
          {...(missing === undefined ? {} : { 'data-disabled': true, 'aria-disabled': true, title: missing })}
        >
          {submitLabel}
        </Button>
        <Button size="xs" variant="subtle" onClick={close}>
          Cancel
        </Button>
        {missing !== undefined && <span className="um-practice-quiet">{missing}</span>}
      </div>
    </form>
  );
};
