import { Alert } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import type { AgentId } from '@openum/domain/suggestion/agent.ts';
import type { SuggestionsOf } from '@openum/http/contract/suggestion.ts';
import { ActButton } from '../app/ActButton.tsx';
import { moment } from '../app/format.ts';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';
import { ExchangeBox } from './ExchangeBox.tsx';
import { FromRules } from './FromRules.tsx';
import { SuggestionCard } from './SuggestionCard.tsx';
import { answeredOf, openOf, runSentence, whyNotAsk } from './state.ts';
import own from './suggestion.module.css';
import { casePath, useSuggestions } from './useSuggestions.ts';
import { agentDoes, agentWord } from './words.ts';

/** The agents of this panel; plain words are asked for where the letter is written. */
const shown: readonly AgentId[] = ['extraction', 'criteria', 'information', 'brief'];

type Props = {
  readonly agent: AgentId;
  readonly data: SuggestionsOf;
  readonly ask: () => void;
  readonly renew: () => Promise<void>;
};

const Agent = ({ agent, data, ask, renew }: Props) => {
  const { view, actor, zone } = useDesk();
  const open = openOf(data, agent);
  const answered = answeredOf(data, agent);
  const last = data.runs.find((r) => r.agent === agent);
  const no = mayNot('AnswerSuggestion', actor, view.state);
  return (
    <li className={own.agent}>
      <div className={own.agentHead}>
        <h3>{agentWord[agent]}</h3>
        {data.model && (
          <ActButton
            size="compact-xs"
            variant="default"
            why={no ? refusalSentence(no) : whyNotAsk(data, agent)}
            hint={agentDoes[agent]}
            onClick={ask}
          >
            {last ? 'Ask again' : 'Ask the model'}
            <span className="um-hidden">: {agentWord[agent]}</span>
          </ActButton>
        )}
      </div>
      <FromRules agent={agent} />
      {open.length > 0 && (
        <ul className={own.cards} aria-label={`Suggestions, ${agentWord[agent].toLowerCase()}`}>
          {open.map((o) => (
            <SuggestionCard key={`${o.run.runId} ${o.position}`} open={o} criteria={data.criteria} renew={renew} />
          ))}
        </ul>
      )}
      {last && (
        <div className={own.quiet} aria-live="polite">
          {runSentence(last)} {last.finishedAt && `${last.model ?? 'The model'}, ${moment(last.finishedAt, zone)}.`}{' '}
          {answered > 0 && `${answered} answered.`}
        </div>
      )}
      {last?.finishedAt && last.model && <ExchangeBox caseId={view.caseId} run={last} />}
    </li>
  );
};

/** What a model suggests on this case. Nothing of it counts until a person has taken it. */
export const SuggestionsPanel = () => {
  const { view } = useDesk();
  const { data, error, isPending, refetch, ask, renew, problem } = useSuggestions(
    casePath(view.caseId),
    view.state.version,
  );
  return (
    <Panel
      title="Suggestions"
      flush
      aside={
        <span className={own.quiet}>
          {data && (data.model ? `Model: ${data.model.name}` : 'Model off, from rules')}
        </span>
      }
    >
      {error && <FailedState error={error} retry={() => void refetch()} />}
      {isPending && <LoadingRows rows={2} label="Loading the suggestions" />}
      {problem && (
        <Alert color="red" role="alert" m="xs">
          {problem}
        </Alert>
      )}
      {data && (
        <ul className={own.agents}>
          {shown.map((agent) => (
            <Agent key={agent} agent={agent} data={data} ask={() => void ask({ agent })} renew={renew} />
          ))}
        </ul>
      )}
    </Panel>
  );
};
