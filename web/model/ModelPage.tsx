import './model.css';
import { TextInput } from '@mantine/core';
import { addDays } from '@openum/domain/time/instant.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { targetWord } from '../suggestion/words.ts';
import { Figures } from './Figures.tsx';
import { ModelFacts } from './ModelFacts.tsx';
import { useModel } from './queries.ts';
import { Switches } from './Switches.tsx';

/** The model of the installation: what it may do here, who said so, and how it did. */
export const ModelPage = () => {
  const search = useSearch({ from: '/shell/model' });
  const navigate = useNavigate();
  const { zone } = useSession();
  const { data, error, refetch } = useModel(search);
  const go = (change: typeof search) => void navigate({ to: '/model', search: { ...search, ...change } });
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
            <div className="um-model-line">
              <TextInput
                label="Asked from"
                type="date"
                value={data.fromDay}
                onChange={(e) => e.currentTarget.value && go({ from: e.currentTarget.value })}
              />
              <TextInput
                label="Through"
                type="date"
                value={addDays(data.beforeDay, -1)}
                onChange={(e) => e.currentTarget.value && go({ through: e.currentTarget.value })}
              />
            </div>
            <Figures view={data} />
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
