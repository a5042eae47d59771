import { Alert, Button, Group } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import type { CommandBody } from '@openum/http/contract/case.ts';
import type { SuggestionsOf } from '@openum/http/contract/suggestion.ts';
import { useState } from 'react';
import { ActButton } from '../app/ActButton.tsx';
import { useDesk } from '../case/desk.ts';
import { problemText } from '../case/problemText.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { intoAsk } from './intoAsk.ts';
import { RejectSuggestion } from './RejectSuggestion.tsx';
import { SuggestionBody } from './SuggestionBody.tsx';
import type { Open } from './state.ts';
import own from './suggestion.module.css';
import { kindWord } from './words.ts';

type Answer = Extract<CommandBody, { type: 'AnswerSuggestion' }>;

const acceptWord = {
  factFromText: 'Take as a fact',
  intakeField: 'Take',
  criteriaSet: 'Apply this set',
  informationRequest: 'Put into the request',
  briefNote: 'Take into the brief',
  letterDraft: 'Take',
  appealDraft: 'Take',
} as const;

type Props = { readonly open: Open; readonly criteria: SuggestionsOf['criteria']; readonly renew: () => Promise<void> };

/** One suggestion, and a person after it: take it, change it, or say why not. */
export const SuggestionCard = ({ open: { run, position, suggestion }, criteria, renew }: Props) => {
  const { view, actor, send, tell, openAct } = useDesk();
  const [form, setForm] = useState<'change' | 'reject'>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const no = mayNot('AnswerSuggestion', actor, view.state);
  const why = no ? refusalSentence(no) : undefined;
  const label = `${kindWord[suggestion.kind]} ${position + 1}`;

  const answer = async (said: Pick<Answer, 'verdict' | 'reason' | 'changedTo' | 'fact'>): Promise<void> => {
    await send({ type: 'AnswerSuggestion', runId: run.runId, position, ...said });
    if (suggestion.kind === 'informationRequest' && said.verdict !== 'rejected') {
      const { itemSequence, leafPath, text } = suggestion;
      intoAsk(sessionStorage, actor.userId, view, { itemSequence, leafPath, text: said.changedTo ?? text });
      openAct(undefined);
      // The form reads what was begun when it opens.
      requestAnimationFrame(() => openAct('ask'));
    }
    tell(said.verdict === 'rejected' ? 'The suggestion is rejected.' : 'The suggestion is taken, in your name.');
    await renew();
  };
  const accept = async () => {
    setBusy(true);
    setFailed(undefined);
    try {
      await answer({ verdict: 'accepted' });
    } catch (problem) {
      setFailed(problemText(problem));
      setBusy(false);
    }
  };
  const close = () => setForm(undefined);
  return (
    <li className={own.card}>
      <SuggestionBody suggestion={suggestion} criteria={criteria} />
      {form === 'change' && (
        <ChangeForm
          suggestion={suggestion}
          label={label}
          close={close}
          take={(change) => answer({ verdict: 'edited', ...change })}
        />
      )}
      {form === 'reject' && (
        <RejectSuggestion label={label} close={close} reject={(reason) => answer({ verdict: 'rejected', reason })} />
      )}
      {failed && (
        <Alert color="red" role="alert">
          {failed}
        </Alert>
      )}
      {!form && (
        <Group gap={6}>
          <ActButton size="compact-xs" loading={busy} why={why} onClick={() => void accept()}>
            {acceptWord[suggestion.kind]}
            <span className="um-hidden">: {label}</span>
          </ActButton>
          {!why && (
            <>
              {suggestion.kind !== 'criteriaSet' && (
                <Button size="compact-xs" variant="default" onClick={() => setForm('change')}>
                  Change and take<span className="um-hidden">: {label}</span>
                </Button>
              )}
              <Button size="compact-xs" variant="default" onClick={() => setForm('reject')}>
                Reject<span className="um-hidden">: {label}</span>
              </Button>
            </>
          )}
        </Group>
      )}
    </li>
  );
};
