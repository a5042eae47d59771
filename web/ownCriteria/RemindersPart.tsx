import { ActionIcon, Button, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { CriteriaSet, Prompt } from '@openum/domain/criteria/criteria-set.ts';
import { readVector, vectorPrompts } from '@openum/domain/criteria/vector.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';
import { IconTrash } from '@tabler/icons-react';
import { count } from '../app/format.ts';
import { truthWord } from '../app/words.ts';
import type { PartProps } from './AppliesPart.tsx';
import type { CriteriaWords } from './queries.ts';
import { freshId } from './tree.ts';
import { plainWord } from './words.ts';

type ReminderProps = {
  readonly reminder: Prompt;
  readonly number: number;
  /** Names of the examples beside which it is shown. */
  readonly shownBy: readonly string[];
  readonly words: CriteriaWords;
  readonly disabled: boolean;
  readonly change: (reminder: Prompt, key?: string) => void;
  readonly remove: () => void;
};

const Reminder = ({ reminder, number, shownBy, words, disabled, change, remove }: ReminderProps) => {
  const { when } = reminder;
  const qualifiers = words.byKey.get(when.fact)?.qualifiers ?? {};
  const put = (part: Partial<Prompt['when']>) => change({ ...reminder, when: { ...when, ...part } });
  const except = (name: string, value: string) => {
    const { [name]: _, ...others } = when.exceptQualifiers ?? {};
    const next = value ? { ...others, [name]: value } : others;
    const { exceptQualifiers: __, ...rest } = when;
    change({ ...reminder, when: Object.keys(next).length > 0 ? { ...rest, exceptQualifiers: next } : rest });
  };
  return (
    <fieldset className="um-template-part um-own-row" aria-label={`Reminder ${number}`}>
      <div className="um-template-line">
        <Textarea
          className="um-grow"
          label={`Reminder ${number}`}
          description="What the reviewer is to think of, in a sentence"
          autosize
          maxLength={4000}
          disabled={disabled}
          value={reminder.text}
          onChange={(e) => change({ ...reminder, text: e.currentTarget.value }, 'text')}
        />
        <ActionIcon variant="default" disabled={disabled} aria-label={`Take out reminder ${number}`} onClick={remove}>
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </div>
      <div className="um-template-line">
        <NativeSelect
          label="Shown when the answer is"
          disabled={disabled}
          value={when.truth}
          onChange={(e) => put({ truth: e.currentTarget.value as Truth })}
          data={Object.entries(truthWord).map(([value, label]) => ({ value, label }))}
        />
        <Select
          className="um-grow"
          label="and rests on"
          placeholder="Search the catalogue of facts"
          searchable
          limit={60}
          disabled={disabled}
          value={when.fact || null}
          onChange={(fact) => fact && change({ ...reminder, when: { truth: when.truth, fact } })}
          data={words.options}
        />
        {Object.entries(qualifiers).map(([name, values]) => (
          <NativeSelect
            key={name}
            label={`except with ${plainWord(name).toLowerCase()}`}
            disabled={disabled}
            value={when.exceptQualifiers?.[name] ?? ''}
            onChange={(e) => except(name, e.currentTarget.value)}
            data={[
              { value: '', label: 'no exception' },
              ...values.map((value) => ({ value, label: plainWord(value) })),
            ]}
          />
        ))}
      </div>
      <TextInput
        label="Citation"
        maxLength={300}
        disabled={disabled}
        value={reminder.citation}
        onChange={(e) => change({ ...reminder, citation: e.currentTarget.value }, 'citation')}
      />
      <p className="um-criteria-quiet" role="status">
        {shownBy.length === 0
          ? 'No example shows it. Write one under Examples, so that a later change cannot lose it unseen.'
          : `Shown beside ${count(shownBy.length, 'example')}: ${shownBy.slice(0, 3).join('; ')}${shownBy.length > 3 ? ' and others' : ''}.`}
      </p>
    </fieldset>
  );
};

const examplesShowing = (set: CriteriaSet): ReadonlyMap<string, readonly string[]> => {
  const shown = set.vectors.flatMap((v) => {
    const result = readVector(set, v);
    return result ? vectorPrompts(set, v, result).map((p) => ({ id: p.id, name: v.name })) : [];
  });
  return new Map([...Map.groupBy(shown, (s) => s.id)].map(([id, of]) => [id, of.map((s) => s.name)]));
};

/** What a reviewer is reminded of beside an answer: text, when, and where it is written. */
export const RemindersPart = ({ set, words, disabled, change }: PartProps) => {
  const put = (prompts: readonly Prompt[], key?: string) => change({ ...set, prompts }, key);
  const shown = examplesShowing(set);
  return (
    <section className="um-template-box um-own-part">
      <h2>Reminders to the reviewer</h2>
      <p>
        A reminder stands beside the points of a case when the answer comes out as named and rests on the named fact. It
        changes no answer.
      </p>
      {set.prompts.length === 0 && <p className="um-criteria-quiet">None yet.</p>}
      {set.prompts.map((reminder, i) => (
        <Reminder
          key={reminder.id}
          reminder={reminder}
          number={i + 1}
          shownBy={shown.get(reminder.id) ?? []}
          words={words}
          disabled={disabled}
          change={(next, key) =>
            put(
              set.prompts.map((p, j) => (j === i ? next : p)),
              key && `reminder ${reminder.id} ${key}`,
            )
          }
          remove={() => put(set.prompts.filter((_, j) => j !== i))}
        />
      ))}
      {!disabled && (
        <Button
          variant="default"
          style={{ justifySelf: 'start' }}
          onClick={() =>
            put([
              ...set.prompts,
              {
                id: freshId(set.prompts, 'reminder'),
                text: '',
                citation: set.citation,
                when: { truth: 'notMet', fact: '' },
              },
            ])
          }
        >
          Add a reminder
        </Button>
      )}
    </section>
  );
};
