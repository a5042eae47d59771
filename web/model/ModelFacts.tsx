import { Alert, Button } from '@mantine/core';
import type { ModelView } from '@openum/http/contract/suggestion.ts';
import { problemText } from '../case/problemText.ts';
import { failureSentence, redactionWord } from '../suggestion/words.ts';
import { useCheck } from './queries.ts';

const plain = (n: number): string => n.toLocaleString('en-US');

const Check = () => {
  const check = useCheck();
  const answer = check.data;
  return (
    <>
      <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
        Try the model
      </Button>
      <div aria-live="polite">
        {answer && (
          <Alert color={answer.kind === 'works' ? 'green' : 'red'} mt="xs">
            {answer.kind === 'works'
              ? `It answers in the form that is asked for: ${answer.milliseconds} ms, ${answer.inputTokens} tokens in, ${answer.outputTokens} out. The question held nothing of anybody.`
              : failureSentence[answer.because]}
          </Alert>
        )}
        {check.isError && (
          <Alert color="red" mt="xs">
            {problemText(check.error)}
          </Alert>
        )}
      </div>
    </>
  );
};

/** Which model it is, what leaves the house, and how much of the day’s budget is used. */
export const ModelFacts = ({ view: { model, used } }: { readonly view: ModelView }) => {
  if (!model)
    return (
      <p>
        No model is set up for this installation, and nothing is sent anywhere. Every suggestion on the screens comes
        from rules. Whoever runs the server sets one up by the variables that begin with OPENUM_MODEL.
      </p>
    );
  const facts: readonly (readonly [string, string])[] = [
    ['Model', model.name],
    ['Records under 42 CFR Part 2', model.takesPart2 ? 'May be sent, as the installation says' : 'Are not sent'],
    ['Where it runs', model.onThisMachine ? `${model.host}, on this machine` : model.host],
    ['What is sent', redactionWord[model.redaction]],
    ['Calls today', `${plain(used.calls)} of ${plain(model.callsPerDay)}`],
    ['Tokens today', `${plain(used.tokens)} of ${plain(model.tokensPerDay)}`],
    [
      'Price of a million tokens',
      model.price ? `$${model.price.input.toFixed(2)} in, $${model.price.output.toFixed(2)} out` : 'not set',
    ],
  ];
  return (
    <>
      <dl className="um-model-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Check />
    </>
  );
};
