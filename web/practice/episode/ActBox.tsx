import { Button } from '@mantine/core';
import type { EpisodeCommandBody, EpisodeView } from '@openum/http/contract/practice/episode.ts';
import { type ReactNode, useEffect, useRef } from 'react';
import { ApiProblem } from '../../api/client.ts';
import { FailureLine } from '../ProblemLine.tsx';
import { useEpisodeAct } from '../queries.ts';

export type FormProps = { readonly view: EpisodeView; readonly close: () => void };

type Props = FormProps & {
  readonly title: string;
  readonly submitLabel: string;
  /** What is still missing; while there is something, the button says so. */
  readonly problems: readonly string[];
  readonly command: () => EpisodeCommandBody;
  /** Sends it with the reason of the person when nothing covers the service. */
  readonly override?: ReactNode;
  readonly children: ReactNode;
};

/** A form that writes into the record of the episode. */
export const ActBox = ({ view, close, title, submitLabel, problems, command, override, children }: Props) => {
  const { send, busy, failure } = useEpisodeAct(view);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const uncovered = failure instanceof ApiProblem && failure.code === 'serviceUncovered';
  return (
    <form
      className="um-practice-form"
      aria-label={title}
      onSubmit={(e) => {
        e.preventDefault();
        if (problems.length > 0) return;
        void send(command()).then((ok) => ok && close());
      }}
    >
      <h2 ref={heading} tabIndex={-1} style={{ margin: 0, outline: 'none', fontSize: '1rem' }}>
        {title}
      </h2>
      {children}
      <FailureLine failure={failure} />
      {uncovered && override}
      <div className="um-practice-actions">
        <Button
          type="submit"
          loading={busy}
          {...(problems.length > 0 ? { 'data-disabled': true, 'aria-disabled': true, title: problems.join(' ') } : {})}
        >
          {submitLabel}
        </Button>
        <Button variant="subtle" onClick={close}>
          Cancel
        </Button>
        {problems.length > 0 && <span className="um-practice-quiet">{problems[0]}</span>}
      </div>
    </form>
  );
};
