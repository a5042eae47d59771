import { Alert, Button, Group } from '@mantine/core';
import { plainFromRules } from '@openum/domain/suggestion/plainFromRules.ts';
import { useState } from 'react';
import { ActButton } from '../app/ActButton.tsx';
import { useDesk } from '../case/desk.ts';
import { problemText } from '../case/problemText.ts';
import { ExchangeBox } from './ExchangeBox.tsx';
import { RejectSuggestion } from './RejectSuggestion.tsx';
import { openOf, runSentence, whyNotAsk } from './state.ts';
import own from './suggestion.module.css';
import { casePath, useSuggestions } from './useSuggestions.ts';

type Props = {
  readonly itemSequence: number;
  /** What the physician has written. */
  readonly rationale: string;
  readonly use: (words: string) => void;
};

/** Plain words for the member, from the model or from rules. The physician reads and changes them; they are the physician's then. */
export const PlainWords = ({ itemSequence, rationale, use }: Props) => {
  const { view, send } = useDesk();
  const { data, ask, renew, problem } = useSuggestions(casePath(view.caseId), view.state.version);
  const [rejecting, setRejecting] = useState(false);
  const [failed, setFailed] = useState<string>();
  const runs = data?.runs.filter((r) => r.agent === 'letter' && r.input.itemSequence === itemSequence) ?? [];
  const [open] = openOf({ runs }, 'letter');
  const [last] = runs;
  const fromRules = plainFromRules(view.state.evaluations.filter((e) => e.itemSequence === itemSequence));
  const text = open?.suggestion.kind === 'letterDraft' ? open.suggestion.text : '';
  const answer = async (
    said: { readonly verdict: 'accepted' } | { readonly verdict: 'rejected'; readonly reason: string },
  ) => {
    if (!open) return;
    await send({ type: 'AnswerSuggestion', runId: open.run.runId, position: open.position, ...said });
    await renew();
  };
  const take = async () => {
    setFailed(undefined);
    try {
      await answer({ verdict: 'accepted' });
      use(text);
    } catch (failure) {
      setFailed(problemText(failure));
    }
  };
  const why = rationale.trim() === '' ? 'Write the clinical rationale first.' : whyNotAsk(data, 'letter');
  return (
    <div className={own.agent} style={{ paddingInline: 0, border: 0 }}>
      <Group gap={6}>
        {data?.model && (
          <ActButton
            size="compact-xs"
            variant="default"
            why={why}
            onClick={() => void ask({ agent: 'letter', itemSequence, rationale })}
          >
            Suggest plain words
          </ActButton>
        )}
        {fromRules !== '' && (
          <Button size="compact-xs" variant="default" onClick={() => use(fromRules)}>
            Begin with what the criteria found (from rules)
          </Button>
        )}
      </Group>
      {open && (
        <div className={own.card}>
          <div>{text}</div>
          <div className={own.quiet}>
            Suggested by {open.run.model}. Read it against what you wrote; you answer for every word of the letter.
          </div>
          {rejecting ? (
            <RejectSuggestion
              label="plain words"
              close={() => setRejecting(false)}
              reject={(reason) => answer({ verdict: 'rejected', reason })}
            />
          ) : (
            <Group gap={6}>
              <Button size="compact-xs" onClick={() => void take()}>
                Put into the field
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setRejecting(true)}>
                Reject
              </Button>
            </Group>
          )}
          <ExchangeBox caseId={view.caseId} run={open.run} />
        </div>
      )}
      {last && !open && (
        <div className={own.quiet} aria-live="polite">
          {runSentence(last)}
        </div>
      )}
      {(problem ?? failed) && (
        <Alert color="red" role="alert">
          {problem ?? failed}
        </Alert>
      )}
    </div>
  );
};
