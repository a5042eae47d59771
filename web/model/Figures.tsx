import type { AgentFigures } from '@openum/domain/suggestion/figures.ts';
import type { ModelView } from '@openum/http/contract/suggestion.ts';
import { EmptyState } from '../app/states.tsx';
import { dropWords } from '../suggestion/state.ts';
import { agentWord, failureSentence } from '../suggestion/words.ts';
import { dollars, share } from './share.ts';

const failures = (f: AgentFigures): readonly string[] =>
  Object.entries(f.failed).map(([because, n]) => `${n}: ${failureSentence[because as keyof typeof failureSentence]}`);

const Row = ({ f, price }: { readonly f: AgentFigures; readonly price: NonNullable<ModelView['model']>['price'] }) => {
  const answered = f.accepted + f.edited + f.rejected;
  return (
    <tr>
      <th scope="row">
        {agentWord[f.agent]}
        <div className="um-model-quiet">
          {f.model}, instructions {f.agentVersion}
        </div>
      </th>
      <td>
        {f.asked}
        {f.open > 0 && <div className="um-model-quiet">{f.open} open</div>}
        {failures(f).map((line) => (
          <div key={line} className="um-model-quiet">
            {line}
          </div>
        ))}
      </td>
      <td>{share(f.abstained, f.asked - f.open)}</td>
      <td>
        {f.shown}
        {f.shown - answered > 0 && <div className="um-model-quiet">{f.shown - answered} not answered</div>}
      </td>
      <td>{share(f.accepted + f.edited, answered)}</td>
      <td>{share(f.edited, f.accepted + f.edited)}</td>
      <td>{share(f.rejected, answered)}</td>
      <td>
        {share(f.quotesFound, f.quotesFound + f.quotesFalse)}
        {f.quotesFalse > 0 && <div className="um-model-quiet">{f.quotesFalse} false, shown to nobody</div>}
      </td>
      <td>{dropWords(f.drops) || 'nothing'}</td>
      <td>
        {f.calls} {f.calls === 1 ? 'call' : 'calls'}
        <div className="um-model-quiet">
          {(f.inputTokens + f.outputTokens).toLocaleString('en-US')} tokens, {dollars(f, price)}
        </div>
      </td>
    </tr>
  );
};

const heads = [
  'Agent',
  'Asked',
  'Abstained',
  'Shown',
  'Taken',
  'of these changed',
  'Rejected',
  'Quotes on their page',
  'Left out',
  'Cost',
];

/** How each agent did, apart for each version of its instructions and each model. */
export const Figures = ({ view }: { readonly view: ModelView }) =>
  view.figures.length === 0 ? (
    <EmptyState title="Nothing was asked in these days">
      Figures appear when somebody has asked the model. Each counts what people made of it.
    </EmptyState>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="um-model-scroll" tabIndex={0} aria-label="Figures of the agents">
      <table>
        <thead>
          <tr>
            {heads.map((h) => (
              <th key={h} scope="col">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.figures.map((f) => (
            <Row key={`${f.agent} ${f.agentVersion} ${f.model}`} f={f} price={view.model?.price} />
          ))}
        </tbody>
      </table>
    </section>
  );
