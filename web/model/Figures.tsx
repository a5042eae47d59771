import { dropReasons } from '@openum/domain/suggestion/drop.ts';
import type { AgentFigures } from '@openum/domain/suggestion/figures.ts';
import type { Failure } from '@openum/domain/suggestion/run.ts';
import type { ModelView } from '@openum/http/contract/suggestion.ts';
import { count } from '../app/format.ts';
import { EmptyState } from '../app/states.tsx';
import { agentWord, dropWord, failureSentence } from '../suggestion/words.ts';
import { Questions, Shown } from './Behind.tsx';
import type { ModelSearch } from './search.ts';
import { dollars, share } from './share.ts';

type Price = NonNullable<ModelView['model']>['price'];

/** What stands for "quote not on its page" among the reasons for which something is left out. */
const falseQuotes = 'quoteNotFound,pageUnknown';

const Row = ({ f, of, price }: { readonly f: AgentFigures; readonly of: ModelSearch; readonly price: Price }) => {
  const answered = f.accepted + f.edited + f.rejected;
  const own = { ...of, agent: f.agent, version: f.agentVersion, model: f.model };
  return (
    <tr>
      <th scope="row">
        {agentWord[f.agent]}
        <div className="um-model-quiet">
          {f.model === 'none' ? 'no model' : f.model}, instructions {f.agentVersion}
        </div>
      </th>
      <td>
        <Questions search={own}>{f.asked}</Questions>
        {f.open > 0 && (
          <div className="um-model-quiet">
            <Questions search={{ ...own, state: 'open' }}>{f.open} open</Questions>
          </div>
        )}
        {Object.entries(f.failed).map(([because, n]) => (
          <div key={because} className="um-model-quiet">
            <Questions search={{ ...own, state: 'failed', because }}>{n} failed</Questions>:{' '}
            {failureSentence[because as Failure]}
          </div>
        ))}
      </td>
      <td>
        {share(f.abstained, f.asked - f.open)}
        {f.abstained > 0 && (
          <div className="um-model-quiet">
            <Questions search={{ ...own, state: 'abstained' }}>{f.abstained} found nothing</Questions>
          </div>
        )}
      </td>
      <td>
        <Shown search={own}>{f.shown}</Shown>
        {f.shown - answered > 0 && (
          <div className="um-model-quiet">
            <Shown search={{ ...own, verdict: 'none' }}>{f.shown - answered} not answered</Shown>
          </div>
        )}
      </td>
      <td>
        {share(f.accepted + f.edited, answered)}
        {f.accepted + f.edited > 0 && (
          <div className="um-model-quiet">
            <Shown search={{ ...own, verdict: 'accepted,edited' }}>{f.accepted + f.edited} taken</Shown>
          </div>
        )}
      </td>
      <td>
        {share(f.edited, f.accepted + f.edited)}
        {f.edited > 0 && (
          <div className="um-model-quiet">
            <Shown search={{ ...own, verdict: 'edited' }}>{f.edited} changed</Shown>
          </div>
        )}
      </td>
      <td>
        {share(f.rejected, answered)}
        {f.rejected > 0 && (
          <div className="um-model-quiet">
            <Shown search={{ ...own, verdict: 'rejected' }}>{f.rejected} rejected</Shown>
          </div>
        )}
      </td>
      <td>
        {share(f.quotesFound, f.quotesFound + f.quotesFalse)}
        {f.quotesFound > 0 && (
          <div className="um-model-quiet">
            <Shown search={{ ...own, quoting: 'true' }}>{count(f.quotesFound, 'quote')}</Shown>
          </div>
        )}
        {f.quotesFalse > 0 && (
          <div className="um-model-quiet">
            <Questions search={{ ...own, left: falseQuotes }}>{f.quotesFalse} false, shown to nobody</Questions>
          </div>
        )}
      </td>
      <td>
        {Object.keys(f.drops).length === 0 && 'nothing'}
        {dropReasons.map((r) => {
          const n = f.drops[r];
          return n === undefined ? null : (
            <div key={r} className="um-model-quiet">
              <Questions search={{ ...own, left: r }}>{n}</Questions>: {dropWord[r]}
            </div>
          );
        })}
      </td>
      <td>
        <Questions search={own}>{count(f.calls, 'call')}</Questions>
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

/** How each agent did, apart for each version of its instructions and each model. Every number opens what it counts. */
export const Figures = ({ view, search }: { readonly view: ModelView; readonly search: ModelSearch }) =>
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
            <Row key={`${f.agent} ${f.agentVersion} ${f.model}`} f={f} of={search} price={view.model?.price} />
          ))}
        </tbody>
      </table>
    </section>
  );
