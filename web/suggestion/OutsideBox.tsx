import { Alert, Group } from '@mantine/core';
import type { AgentId } from '@openum/domain/suggestion/agent.ts';
import type { AskBody } from '@openum/http/contract/suggestion.ts';
import type { ReactNode } from 'react';
import { ActButton } from '../app/ActButton.tsx';
import { FailedState } from '../app/states.tsx';
import { type Open, openOf, runSentence, whyNotAsk } from './state.ts';
import own from './suggestion.module.css';
import { type Run, useSuggestions } from './useSuggestions.ts';

type Props = {
  readonly path: string;
  readonly agent: AgentId;
  readonly body: AskBody;
  /** What of the subject it is about, as the server is told of it. */
  readonly about?: Readonly<Record<string, string>>;
  readonly label: string;
  /** What stands there without a model. */
  readonly fromRules: string;
  readonly belongs?: (run: Run) => boolean;
  readonly card: (open: Open, renew: () => Promise<void>) => ReactNode;
  /** Beside the way to ask, for whoever is about to. */
  readonly note?: string;
  /** What came of the last question besides suggestions. */
  readonly besides?: (run: Run) => ReactNode;
};

const everything = () => true;

/** Suggestions about a message or an episode, with the way to ask for them. */
export const OutsideBox = ({
  path,
  agent,
  body,
  about,
  label,
  fromRules,
  belongs = everything,
  card,
  note,
  besides,
}: Props) => {
  const { data, error, refetch, ask, renew, problem } = useSuggestions(path, undefined, about);
  const mine = data && { ...data, runs: data.runs.filter(belongs) };
  const last = mine?.runs[0];
  return (
    <div className={own.agent} style={{ paddingInline: 0, border: 0 }}>
      {error && <FailedState error={error} retry={() => void refetch()} />}
      {mine && !mine.model && (
        <div className={own.quiet}>
          <b>From rules.</b> {fromRules}
        </div>
      )}
      {mine?.model && (
        <Group gap={6}>
          <ActButton size="compact-sm" variant="default" why={whyNotAsk(mine, agent)} onClick={() => void ask(body)}>
            {label}
          </ActButton>
        </Group>
      )}
      {mine?.model && note && <div className={own.quiet}>{note}</div>}
      {last && besides?.(last)}
      {mine && openOf(mine, agent).length > 0 && (
        <ul className={own.cards} aria-label={label}>
          {openOf(mine, agent).map((o) => card(o, renew))}
        </ul>
      )}
      {last && (
        <div className={own.quiet} aria-live="polite">
          {runSentence(last)}
        </div>
      )}
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
    </div>
  );
};
