import './model.css';
import { suggestionListRoles } from '@openum/domain/suggestion/switch.ts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { roleWord } from '../app/words.ts';
import { targetWord } from '../suggestion/words.ts';
import { useMayOpenLists } from './Behind.tsx';
import { FigureFilter } from './FigureFilter.tsx';
import { Figures } from './Figures.tsx';
import { ModelFacts } from './ModelFacts.tsx';
import { useModel } from './queries.ts';
import { ownAgents, Switches } from './Switches.tsx';

/** The model of the installation: what it may do here, who said so, and how it did. */
export const ModelPage = () => {
  const search = useSearch({ from: '/shell/model' });
  const navigate = useNavigate();
  const { zone, view } = useSession();
  const mayOpen = useMayOpenLists();
  const { data, error, refetch } = useModel(search);
  return (
    <Page title="Model and suggestions">
      {error && <FailedState error={error} retry={() => void refetch()} />}
      {!data && !error && <LoadingRows label="Loading the model" />}
      {data && (
        <div className="um-model">
          <section aria-label="The model">
            <h2>The model</h2>
            <ModelFacts view={data} />
          </section>
          <section aria-label="Switches">
            <h2>Switches</h2>
            <p className="um-model-quiet">
              A model only suggests; a person takes, changes or rejects, in their own name. No switch lets it decide.
            </p>
            <Switches view={data} />
          </section>
          <section aria-label="How it did">
            <h2>How it did</h2>
            <FigureFilter
              view={data}
              search={search}
              own={ownAgents(view.tenant.kind)}
              go={(next) => void navigate({ to: '/model', search: next, replace: true })}
            />
            <p className="um-model-quiet">
              {mayOpen
                ? 'Each number opens what it counts. All of it is about the questions that were asked in these days, and what people have made of them until now.'
                : `The lists behind the numbers show what stands in records. For: ${suggestionListRoles.map((r) => roleWord[r]).join(', ')}.`}
            </p>
            <Figures view={data} search={search} />
            {mayOpen && view.tenant.kind === 'plan' && (
              <p>
                <Link to="/model/disagreement" search={search}>
                  Where model, nurse and physician differ, point by point
                </Link>
              </p>
            )}
          </section>
          <section aria-label="Who turned which switch">
            <h2>Who turned which switch</h2>
            {data.changes.length === 0 && (
              <p>Nobody has turned one. Everything is off until somebody switches it on.</p>
            )}
            {data.changes.length > 0 && (
              <div className="um-model-scroll">
                <table>
                  <thead>
                    <tr>
                      {['When', 'What', 'Turned', 'Who', 'Why'].map((h) => (
                        <th key={h} scope="col">
                          {h}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {data.changes.map((c) => (
                      <tr key={c.changeId}>
                        <td>{moment(c.at, zone)}</td>
                        <td>
                          {targetWord(c.target, c.target.kind === 'service' ? data.labels[c.target.code] : undefined)}
                        </td>
                        <td>{c.on ? 'on' : 'off'}</td>
                        <td>{c.by.name}</td>
                        <td>{c.reason}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </section>
        </div>
      )}
    </Page>
  );
};
