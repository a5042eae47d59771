import { NativeSelect, TextInput } from '@mantine/core';
import { spokenUnit } from '@openum/domain/logic/unit.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import css from '../case.module.css';
import type { FactDraft } from './factDraft.ts';
import { humanized } from './leafTree.ts';

const yesNo = [
  { value: '', label: 'Choose' },
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

type Props = {
  readonly definition: CaseView['factLabels'][string] | undefined;
  readonly draft: FactDraft;
  readonly change: (part: Partial<FactDraft>) => void;
  readonly error: (field: keyof FactDraft) => string | undefined;
};

/** Value, day and conditions of a fact. */
export const FactFields = ({ definition, draft, change, error }: Props) => {
  const options =
    definition?.kind === 'boolean'
      ? yesNo
      : definition?.options && [{ value: '', label: 'Choose' }, ...definition.options];
  return (
    <div className={css.two}>
      {options ? (
        <NativeSelect
          label="Answer"
          value={draft.value}
          onChange={(e) => change({ value: e.currentTarget.value })}
          data={[...options]}
          error={error('value')}
        />
      ) : (
        <TextInput
          label={definition?.unit ? `Value in ${spokenUnit(definition.unit)}` : 'Value'}
          type={definition?.kind === 'date' ? 'date' : 'text'}
          inputMode={definition?.kind === 'quantity' ? 'decimal' : 'text'}
          value={draft.value}
          onChange={(e) => change({ value: e.currentTarget.value })}
          error={error('value')}
        />
      )}
      <TextInput
        label="Date it was true or measured"
        type="date"
        value={draft.at}
        onChange={(e) => change({ at: e.currentTarget.value })}
        error={error('at')}
      />
      {Object.entries(definition?.qualifiers ?? {}).map(([name, allowed]) => (
        <NativeSelect
          key={name}
          label={humanized(name)}
          value={draft.qualifiers[name] ?? ''}
          onChange={(e) => change({ qualifiers: { ...draft.qualifiers, [name]: e.currentTarget.value } })}
          data={[{ value: '', label: 'Not stated' }, ...allowed.map((a) => ({ value: a, label: humanized(a) }))]}
        />
      ))}
      {definition?.written?.map((name) => (
        <TextInput
          key={name}
          label={humanized(name)}
          maxLength={300}
          value={draft.qualifiers[name] ?? ''}
          onChange={(e) => change({ qualifiers: { ...draft.qualifiers, [name]: e.currentTarget.value } })}
        />
      ))}
    </div>
  );
};
