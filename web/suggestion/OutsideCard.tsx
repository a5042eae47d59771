import { Alert, Button, Group } from '@mantine/core';
import { citationsOf } from '@openum/domain/suggestion/suggestion.ts';
import type { AnswerBody } from '@openum/http/contract/suggestion.ts';
import { type ReactNode, useState } from 'react';
import { post } from '../api/client.ts';
import { problemText } from '../case/problemText.ts';
import { Quotes } from './Quotes.tsx';
import { RejectSuggestion } from './RejectSuggestion.tsx';
import type { Open } from './state.ts';
import own from './suggestion.module.css';

type Props = {
  readonly open: Open;
  readonly path: string;
  readonly label: string;
  readonly takeLabel: string;
  readonly titleOf: (documentId: string) => string;
  /** Puts it where it belongs; a sentence when that could not be done, and nothing is answered then. */
  readonly take: () => Promise<string | undefined>;
  readonly renew: () => Promise<void>;
  readonly children: ReactNode;
};

/** A suggestion about what is no case: its words go into the form that the person sends. */
export const OutsideCard = ({ open, path, label, takeLabel, titleOf, take, renew, children }: Props) => {
  const [rejecting, setRejecting] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const answer = async (said: Pick<AnswerBody, 'verdict' | 'reason'>): Promise<void> => {
    await post<void>(`${path}/answers`, { runId: open.run.runId, position: open.position, ...said });
    await renew();
  };
  const accept = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const no = await take();
      if (no) setProblem(no);
      else await answer({ verdict: 'accepted' });
    } catch (failure) {
      setProblem(problemText(failure));
    }
    setBusy(false);
  };
  return (
    <li className={own.card}>
      {children}
      <Quotes citations={citationsOf(open.suggestion)} titleOf={titleOf} />
      {rejecting ? (
        <RejectSuggestion
          label={label}
          close={() => setRejecting(false)}
          reject={(reason) => answer({ verdict: 'rejected', reason })}
        />
      ) : (
        <Group gap={6}>
          <Button size="compact-xs" loading={busy} onClick={() => void accept()}>
            {takeLabel}
            <span className="um-hidden">: {label}</span>
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setRejecting(true)}>
            Reject<span className="um-hidden">: {label}</span>
          </Button>
        </Group>
      )}
      {problem && (
        <Alert color="yellow" role="alert" py={4}>
          {problem}
        </Alert>
      )}
    </li>
  );
};
