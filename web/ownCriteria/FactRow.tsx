import { ActionIcon, NativeSelect, NumberInput, Select, TextInput } from '@mantine/core';
import type { FactDefinition } from '@openum/domain/fact/catalogue.ts';
import type { Fact, FactValue } from '@openum/domain/fact/fact.ts';
import { spokenUnit } from '@openum/domain/logic/unit.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { IconTrash } from '@tabler/icons-react';
import type { CriteriaWords } from './queries.ts';
import { plainWord } from './words.ts';

/** The first value that a fact of this kind can have. */
export const firstValue = (d: FactDefinition, today: CalendarDate): FactValue => {
  switch (d.kind) {
    case 'quantity':
      return { kind: 'quantity', value: 0, unit: d.unit };
    case 'boolean':
      return { kind: 'boolean', value: true };
    case 'code':
      return { kind: 'code', value: d.values[0]?.code ?? '' };
    case 'date':
      return { kind: 'date', value: today };
    case 'text':
      return { kind: 'text', value: '' };
  }
};

type ValueProps = {
  readonly definition: FactDefinition | undefined;
  readonly value: FactValue;
  readonly disabled: boolean;
  readonly set: (value: FactValue) => void;
};

const ValueInput = ({ definition, value, disabled, set }: ValueProps) => {
  switch (value.kind) {
    case 'quantity':
      return (
        <>
          <div className="um-own-short">
            <NumberInput
              label="Value"
              disabled={disabled}
              value={value.value}
              onChange={(v) => typeof v === 'number' && set({ ...value, value: v })}
            />
          </div>
          <NativeSelect
            aria-label="Unit"
            disabled={disabled}
            value={value.unit}
            onChange={(e) => set({ ...value, unit: e.currentTarget.value })}
            data={[...new Set([...(definition?.kind === 'quantity' ? definition.units : []), value.unit])].map((u) => ({
              value: u,
              label: spokenUnit(u) || 'without unit',
            }))}
          />
        </>
      );
    case 'boolean':
      return (
        <NativeSelect
          label="Value"
          disabled={disabled}
          value={String(value.value)}
          onChange={(e) => set({ kind: 'boolean', value: e.currentTarget.value === 'true' })}
          data={[
            { value: 'true', label: 'Yes' },
            { value: 'false', label: 'No' },
          ]}
        />
      );
    case 'code':
      return (
        <NativeSelect
          label="Value"
          disabled={disabled}
          value={value.value}
          onChange={(e) => set({ ...value, value: e.currentTarget.value })}
          data={definition?.kind === 'code' ? definition.values.map((v) => ({ value: v.code, label: v.label })) : []}
        />
      );
    case 'date':
      return (
        <TextInput
          type="date"
          label="Value"
          disabled={disabled}
          value={value.value}
          onChange={(e) => set({ kind: 'date', value: e.currentTarget.value as CalendarDate })}
        />
      );
    case 'text':
      return (
        <TextInput
          label="Value"
          disabled={disabled}
          value={value.value}
          onChange={(e) => set({ kind: 'text', value: e.currentTarget.value })}
        />
      );
  }
};

type Props = {
  readonly fact: Fact;
  readonly words: CriteriaWords;
  readonly disabled: boolean;
  readonly today: CalendarDate;
  readonly change: (fact: Fact) => void;
  readonly remove: () => void;
};

/** One fact of an example. */
export const FactRow = ({ fact, words, disabled, today, change, remove }: Props) => {
  const definition = words.byKey.get(fact.key);
  return (
    <fieldset className="um-template-line um-own-row" aria-label={definition?.label ?? fact.key}>
      <Select
        className="um-grow"
        label="Fact"
        searchable
        limit={60}
        disabled={disabled}
        value={fact.key}
        onChange={(key) => {
          const d = key ? words.byKey.get(key) : undefined;
          if (!d) return;
          const { qualifiers: _, ...rest } = fact;
          change({ ...rest, key: d.key, value: firstValue(d, today) });
        }}
        data={words.options}
      />
      <ValueInput
        definition={definition}
        value={fact.value}
        disabled={disabled}
        set={(value) => change({ ...fact, value })}
      />
      {Object.entries(definition?.qualifiers ?? {}).map(([name, allowed]) => (
        <NativeSelect
          key={name}
          label={plainWord(name)}
          disabled={disabled}
          value={fact.qualifiers?.[name] ?? ''}
          onChange={(e) => {
            const { [name]: _, ...others } = fact.qualifiers ?? {};
            const given = e.currentTarget.value;
            const qualifiers = given ? { ...others, [name]: given } : others;
            const { qualifiers: __, ...rest } = fact;
            change(Object.keys(qualifiers).length > 0 ? { ...rest, qualifiers } : rest);
          }}
          data={[{ value: '', label: 'Not said' }, ...allowed.map((value) => ({ value, label: plainWord(value) }))]}
        />
      ))}
      <TextInput
        type="date"
        label="On"
        disabled={disabled}
        value={fact.at?.slice(0, 10) ?? ''}
        onChange={(e) => {
          const { at: _, ...rest } = fact;
          const on = e.currentTarget.value as CalendarDate;
          change(on ? { ...rest, at: on } : rest);
        }}
      />
      <ActionIcon
        variant="default"
        disabled={disabled}
        aria-label={`Take out ${definition?.label ?? fact.key}`}
        onClick={remove}
      >
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </fieldset>
  );
};
