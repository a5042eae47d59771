import { Alert, Button, Group, Progress, UnstyledButton } from '@mantine/core';
import type { Vector } from '@openum/domain/criteria/criteria-set.ts';
import { vectorFailure } from '@openum/domain/criteria/vector.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { useState } from 'react';
import { count } from '../app/format.ts';
import { TruthBadge } from '../app/StatusBadge.tsx';
import { truthWord } from '../app/words.ts';
import type { PartProps } from './AppliesPart.tsx';
import { ExampleEditor } from './ExampleEditor.tsx';
import { useGaps } from './useGaps.ts';

const freshName = (like: string, vectors: readonly Vector[]): string => {
  const names = new Set(vectors.map((v) => v.name));
  for (let n = 1; ; n++) {
    const name = n === 1 ? like : `${like} ${n}`;
    if (!names.has(name)) return name;
  }
};

/** The examples of a set: what a person says must come out, held against what the points answer now. */
export const ExamplesPart = (props: PartProps & { readonly today: CalendarDate }) => {
  const { set, words, disabled, today, change } = props;
  const [at, setAt] = useState(0);
  const { looked, looking, problem, look, forget } = useGaps();
  const put = (vectors: readonly Vector[], key?: string) => {
    forget();
    change({ ...set, vectors }, key);
  };
  const runs = set.vectors.map((vector) => ({ vector, failure: vectorFailure(set, vector) }));
  const chosen = set.vectors[Math.min(at, set.vectors.length - 1)];
  const add = (vector: Vector) => {
    put([...set.vectors, { ...vector, name: freshName(vector.name, set.vectors) }]);
    setAt(set.vectors.length);
  };
  const wrong = runs.filter((r) => r.failure !== undefined).length;
  return (
    <div className="um-own">
      <div className="um-own-stack">
        <section className="um-template-box" aria-labelledby="examples-list">
          <h2 id="examples-list">Examples</h2>
          <p role="status">
            {runs.length === 0
              ? 'None yet. Write one that is met, one that is not met and one that lacks something.'
              : `${count(runs.length, 'example')}: ${runs.length - wrong} come out as written${wrong > 0 ? `, ${wrong} do not` : ''}.`}
          </p>
          <ul className="um-own-list um-own-scroll">
            {runs.map(({ vector, failure }, i) => (
              <li key={vector.name + vector.tree + i}>
                <UnstyledButton
                  className="um-own-choice"
                  aria-current={vector === chosen ? 'true' : undefined}
                  onClick={() => setAt(i)}
                >
                  <TruthBadge truth={vector.expect} />
                  <span className="um-criteria-grow">{vector.name}</span>
                  {failure !== undefined && (
                    <span className="um-chip" data-tone="bad">
                      Otherwise
                    </span>
                  )}
                </UnstyledButton>
              </li>
            ))}
          </ul>
          {!disabled && (
            <div className="um-template-line">
              <Button
                variant="default"
                size="compact-sm"
                onClick={() =>
                  add({ name: 'New example', tree: 'initial', facts: [], context: { today }, expect: 'met', nodes: {} })
                }
              >
                Add an example
              </Button>
              {chosen && (
                <>
                  <Button variant="default" size="compact-sm" onClick={() => add(chosen)}>
                    Copy it
                  </Button>
                  <Button
                    variant="default"
                    size="compact-sm"
                    onClick={() => put(set.vectors.filter((v) => v !== chosen))}
                  >
                    Take it out
                  </Button>
                </>
              )}
            </div>
          )}
        </section>
        <section className="um-template-box" aria-labelledby="boundaries">
          <h2 id="boundaries">At the boundaries</h2>
          <p>
            Makes every small error in the points that it can think of, and looks which of them no example would notice.
          </p>
          <Button
            variant="default"
            style={{ justifySelf: 'start' }}
            loading={looking !== undefined}
            disabled={runs.length === 0}
            onClick={() => look(set)}
          >
            Look for gaps
          </Button>
          {looking && (
            <Group gap="xs">
              <Progress
                value={looking.share * 100}
                aria-label={looking.what}
                style={{ flex: '1 1 8rem', maxInlineSize: '20rem' }}
              />
              <span className="um-criteria-quiet" aria-hidden>
                {looking.what}
              </span>
              <Button variant="subtle" size="compact-sm" onClick={forget}>
                Stop looking
              </Button>
            </Group>
          )}
          {problem && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          {looked && (
            <>
              <p role="status">
                {looked.errors.length === 0
                  ? 'Every small error would be noticed.'
                  : `${count(looked.errors.length, 'small error')} would go unnoticed.`}
              </p>
              {looked.suggestions.length > 0 && !disabled && (
                <>
                  <p>These examples would notice. Add one when the answer that it gives is the right one.</p>
                  <ul className="um-own-list">
                    {looked.suggestions.map((v) => (
                      <li key={v.name} className="um-own-suggestion">
                        <TruthBadge truth={v.expect} />
                        <span className="um-criteria-grow">{v.name}</span>
                        <Button
                          variant="default"
                          size="compact-sm"
                          aria-label={`Add: ${v.name}, ${truthWord[v.expect]}`}
                          onClick={() => add(v)}
                        >
                          Add
                        </Button>
                      </li>
                    ))}
                  </ul>
                </>
              )}
              {looked.errors.length > 0 && (
                <details>
                  <summary>The errors</summary>
                  <ul className="um-own-problems">
                    {looked.errors.slice(0, 100).map((e) => (
                      <li key={e}>{e}</li>
                    ))}
                  </ul>
                </details>
              )}
            </>
          )}
        </section>
      </div>
      {chosen && (
        <ExampleEditor
          set={set}
          vector={chosen}
          words={words}
          disabled={disabled}
          change={(next, key) =>
            put(
              set.vectors.map((v) => (v === chosen ? next : v)),
              key && `example ${at} ${key}`,
            )
          }
        />
      )}
    </div>
  );
};
