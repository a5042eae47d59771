import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { CriteriaSet, TreeName, Vector } from '@openum/domain/criteria/criteria-set.ts';
import { readVector, vectorPrompts } from '@openum/domain/criteria/vector.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import type { Context } from '@openum/domain/logic/condition.ts';
import { leafFindings } from '@openum/domain/logic/findings.ts';
import type { NodeResult } from '@openum/domain/logic/result.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { TruthBadge } from '../app/StatusBadge.tsx';
import { truthWord } from '../app/words.ts';
import { fulfilled } from '../case/criteria/leafTree.ts';
import { AmountInput } from './ComparisonFields.tsx';
import { FactRow, firstValue } from './FactRow.tsx';
import type { CriteriaWords } from './queries.ts';
import { anchorWord } from './words.ts';

type Props = {
  readonly set: CriteriaSet;
  readonly vector: Vector;
  readonly words: CriteriaWords;
  readonly disabled: boolean;
  readonly change: (vector: Vector, key?: string) => void;
};

const anchors = ['orderDate', 'serviceDate', 'admission', 'discharge'] as const;

const freshFact = (
  key: string,
  facts: readonly Fact[],
  words: CriteriaWords,
  today: CalendarDate,
): Fact | undefined => {
  const definition = words.byKey.get(key);
  const ids = new Set(facts.map((f) => f.id));
  let n = facts.length + 1;
  while (ids.has(`f${n}`)) n++;
  return (
    definition && {
      id: `f${n}`,
      key,
      value: firstValue(definition, today),
      source: { kind: 'request', field: 'example' },
    }
  );
};

const Setting = ({ vector, words, disabled, change }: Omit<Props, 'set'>) => {
  const { context } = vector;
  const put = (next: Context) => change({ ...vector, context: next });
  return (
    <details>
      <summary>The day, and who the member is</summary>
      <div className="um-template-line">
        <TextInput
          type="date"
          label="Day of the review"
          disabled={disabled}
          value={context.today}
          onChange={(e) => e.currentTarget.value && put({ ...context, today: e.currentTarget.value as CalendarDate })}
        />
        <div className="um-own-short">
          <AmountInput
            label="Age"
            disabled={disabled}
            value={context.age}
            set={(age) => {
              const { age: _, ...rest } = context;
              put(age === undefined ? rest : { ...rest, age });
            }}
          />
        </div>
        <NativeSelect
          label="Sex"
          disabled={disabled}
          value={context.sex ?? ''}
          onChange={(e) => {
            const { sex: _, ...rest } = context;
            const sex = e.currentTarget.value as '' | 'female' | 'male';
            put(sex ? { ...rest, sex } : rest);
          }}
          data={[
            { value: '', label: 'Not known' },
            { value: 'female', label: 'Female' },
            { value: 'male', label: 'Male' },
          ]}
        />
        {anchors.map((name) => (
          <TextInput
            key={name}
            type="date"
            label={`Day of ${anchorWord(name, words.byKey)}`}
            disabled={disabled}
            value={context.anchors?.[name] ?? ''}
            onChange={(e) => {
              const { [name]: _, ...others } = context.anchors ?? {};
              const day = e.currentTarget.value as CalendarDate;
              put({ ...context, anchors: day ? { ...others, [name]: day } : others });
            }}
          />
        ))}
      </div>
    </details>
  );
};

/** The reminders that a reviewer would see, and whether the example holds them. */
const ReminderLines = ({
  set,
  vector,
  result,
  disabled,
  change,
}: Omit<Props, 'words'> & { readonly result: NodeResult }) => {
  const shown = vectorPrompts(set, vector, result);
  return (
    <div>
      <Checkbox
        label="These reminders must come, and no others"
        description={vector.prompts ? undefined : 'Not looked at in this example'}
        disabled={disabled}
        checked={vector.prompts !== undefined}
        onChange={(e) => {
          const { prompts: _, ...rest } = vector;
          change(e.currentTarget.checked ? { ...rest, prompts: shown.map((p) => p.id) } : rest);
        }}
      />
      {shown.length === 0 ? (
        <p className="um-criteria-quiet">No reminder is shown beside this answer.</p>
      ) : (
        <ul>
          {shown.map((p) => (
            <li key={p.id}>{p.text || 'A reminder without words'}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** One example: facts, the answer that a person expects, and what the points say of it now. */
export const ExampleEditor = ({ set, vector, words, disabled, change }: Props) => {
  const { today } = vector.context;
  const result = readVector(set, vector);
  const asked = result ? leafFindings(result) : [];
  const present = new Set(vector.facts.map((f) => f.key));
  const missing = [...new Set(asked.flatMap((l) => l.reads?.fact ?? []))].filter((k) => k && !present.has(k));
  const facts = (next: readonly Fact[]) => change({ ...vector, facts: next });
  const add = (key: string) => {
    const fact = freshFact(key, vector.facts, words, today);
    if (fact) facts([...vector.facts, fact]);
  };
  return (
    <section className="um-template-box" aria-label={`Example ${vector.name}`}>
      <div className="um-template-line">
        <TextInput
          className="um-grow"
          label="Name"
          disabled={disabled}
          value={vector.name}
          onChange={(e) => change({ ...vector, name: e.currentTarget.value }, `${vector.facts.length} name`)}
        />
        <NativeSelect
          label="Read by"
          disabled={disabled}
          value={vector.tree}
          onChange={(e) => change({ ...vector, tree: e.currentTarget.value as TreeName })}
          data={[
            { value: 'initial', label: 'First review' },
            ...(set.continuedStay ? [{ value: 'continuedStay', label: 'Continued care' }] : []),
          ]}
        />
        <NativeSelect
          label="Service"
          disabled={disabled}
          value={vector.service ?? ''}
          onChange={(e) => {
            const { service: _, ...rest } = vector;
            const service = e.currentTarget.value;
            change(service ? { ...rest, service } : rest);
          }}
          data={[{ value: '', label: 'Any' }, ...set.appliesTo.services.map((s) => s.code)]}
        />
        <NativeSelect
          label="Right answer"
          disabled={disabled}
          value={vector.expect}
          onChange={(e) => change({ ...vector, expect: e.currentTarget.value as Truth, nodes: {} })}
          data={Object.entries(truthWord).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <Setting vector={vector} words={words} disabled={disabled} change={change} />
      <h3>Facts</h3>
      {vector.facts.map((fact) => (
        <FactRow
          key={fact.id}
          fact={fact}
          words={words}
          disabled={disabled}
          today={today}
          change={(next) => facts(vector.facts.map((f) => (f.id === fact.id ? next : f)))}
          remove={() => facts(vector.facts.filter((f) => f.id !== fact.id))}
        />
      ))}
      {vector.facts.length === 0 && <p className="um-criteria-quiet">Nothing is documented in this example.</p>}
      {!disabled && missing.length > 0 && (
        <div className="um-own-missing">
          <span className="um-criteria-quiet">The points also ask for:</span>
          {missing.map((key) => (
            <Button key={key} variant="default" size="compact-sm" onClick={() => add(key)}>
              {words.byKey.get(key)?.label ?? key}
            </Button>
          ))}
        </div>
      )}
      <h3>As it is read now</h3>
      <div role="status">
        {result ? (
          <>
            The whole: <TruthBadge truth={result.truth} />
          </>
        ) : (
          'There is no tree that reads it.'
        )}
      </div>
      {set.prompts.length > 0 && result && (
        <ReminderLines set={set} vector={vector} result={result} disabled={disabled} change={change} />
      )}
      <ul className="um-criteria-findings um-own-findings">
        {asked.map((finding) => (
          <li key={finding.path}>
            <TruthBadge truth={fulfilled(finding)} />
            <span>
              <b>{finding.label}</b> {finding.explanation}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
