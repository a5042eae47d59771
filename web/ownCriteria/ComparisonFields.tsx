import { ActionIcon, Button, MultiSelect, NativeSelect, NumberInput } from '@mantine/core';
import type { FactDefinition } from '@openum/domain/fact/catalogue.ts';
import type { Leaf } from '@openum/domain/logic/condition.ts';
import { spokenUnit } from '@openum/domain/logic/unit.ts';
import { IconTrash } from '@tabler/icons-react';
import { operatorsFor } from './words.ts';

export type LeafProps = {
  readonly leaf: Leaf;
  readonly definition: FactDefinition | undefined;
  readonly disabled: boolean;
  readonly change: (leaf: Leaf, key?: string) => void;
};

type Amount = {
  readonly label: string;
  readonly value: number | undefined;
  readonly disabled: boolean;
  readonly set: (value: number | undefined) => void;
};

/** A number, or none yet. */
export const AmountInput = ({ label, value, disabled, set }: Amount) => (
  <NumberInput
    label={label}
    disabled={disabled}
    value={value ?? ''}
    onChange={(v) => set(typeof v === 'number' ? v : undefined)}
  />
);

/** A leaf without the fields of comparisons that it no longer makes. */
const withOperator = (leaf: Leaf, op: Leaf['op'], definition: FactDefinition | undefined): Leaf => {
  const { value, values, min: _, max: __, thresholds: ___, ...rest } = leaf;
  if (op === 'in') return { ...rest, op, values: typeof value === 'string' ? [value] : (values ?? []) };
  if (op === 'present' || op === 'between') return { ...rest, op };
  if (definition?.kind === 'boolean') return { ...rest, op, value: typeof value === 'boolean' ? value : true };
  if (definition?.kind === 'code') return { ...rest, op, ...(values?.[0] === undefined ? {} : { value: values[0] }) };
  return { ...rest, op, ...(typeof value === 'number' ? { value } : {}) };
};

type Row = NonNullable<Leaf['thresholds']>[number];

const Thresholds = ({ leaf, disabled, change }: LeafProps) => {
  const rows = leaf.thresholds ?? [];
  const put = (next: readonly Row[]) => {
    const { thresholds: _, ...rest } = leaf;
    change(next.length > 0 ? { ...rest, thresholds: next } : rest, 'thresholds');
  };
  const set = (at: number, row: Row) => put(rows.map((r, i) => (i === at ? row : r)));
  return (
    <>
      {rows.map((row, i) => {
        const name = `row ${i + 1}`;
        return (
          <fieldset key={name} className="um-template-line um-own-row" aria-label={`Threshold, ${name}`}>
            <NativeSelect
              label="Sex"
              disabled={disabled}
              value={row.sex ?? ''}
              onChange={(e) => {
                const { sex: _, ...rest } = row;
                const sex = e.currentTarget.value as '' | 'female' | 'male';
                set(i, sex ? { ...rest, sex } : rest);
              }}
              data={[
                { value: '', label: 'Any' },
                { value: 'female', label: 'Female' },
                { value: 'male', label: 'Male' },
              ]}
            />
            {(['ageFrom', 'ageTo'] as const).map((end) => (
              <div key={end} className="um-own-short">
                <AmountInput
                  label={end === 'ageFrom' ? 'From age' : 'To age'}
                  disabled={disabled}
                  value={row[end]}
                  set={(value) => {
                    const { [end]: _, ...rest } = row;
                    set(i, value === undefined ? rest : { ...rest, [end]: value });
                  }}
                />
              </div>
            ))}
            <div className="um-own-short">
              <AmountInput
                label="Value"
                disabled={disabled}
                value={row.value}
                set={(value) => value !== undefined && set(i, { ...row, value })}
              />
            </div>
            <ActionIcon
              variant="default"
              disabled={disabled}
              aria-label={`Take out ${name}`}
              onClick={() => put(rows.filter((_, j) => j !== i))}
            >
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          </fieldset>
        );
      })}
      {!disabled && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ justifySelf: 'start' }}
          onClick={() => {
            const value = typeof leaf.value === 'number' ? leaf.value : 0;
            put(
              rows.length > 0
                ? [...rows, { value }]
                : [
                    { sex: 'female', value },
                    { sex: 'male', value },
                  ],
            );
          }}
        >
          {rows.length > 0 ? 'Add a row' : 'Let it differ by sex or age'}
        </Button>
      )}
    </>
  );
};

const Gaps = ({ leaf, disabled, change }: LeafProps) => {
  const [gap] = leaf.gaps ?? [];
  const set = (above: number | undefined, below: number | undefined) => {
    const { gaps: _, ...rest } = leaf;
    change(
      above === undefined && below === undefined ? rest : { ...rest, gaps: [{ above: above ?? 0, below: below ?? 0 }] },
      'gaps',
    );
  };
  return (
    <details>
      <summary>Values that the source says nothing about{gap && `: ${gap.above} to ${gap.below}`}</summary>
      <p className="um-criteria-quiet">Strictly between these two the answer is unknown, and a person judges.</p>
      <div className="um-template-line">
        <div className="um-own-short">
          <AmountInput label="Above" disabled={disabled} value={gap?.above} set={(v) => set(v, gap?.below ?? v)} />
        </div>
        <div className="um-own-short">
          <AmountInput label="Below" disabled={disabled} value={gap?.below} set={(v) => set(gap?.above ?? v, v)} />
        </div>
        {gap && !disabled && (
          <Button variant="subtle" size="compact-sm" onClick={() => set(undefined, undefined)}>
            None
          </Button>
        )}
      </div>
    </details>
  );
};

const Quantity = (props: LeafProps) => {
  const { leaf, definition, disabled, change } = props;
  if (definition?.kind !== 'quantity' || leaf.op === 'present') return null;
  const units = [...new Set([...definition.units, ...(leaf.unit ? [leaf.unit] : [])])];
  const number = (field: 'value' | 'min' | 'max', label: string) => (
    <div className="um-own-short">
      <AmountInput
        label={label}
        disabled={disabled}
        value={typeof leaf[field] === 'number' ? leaf[field] : undefined}
        set={(v) => {
          const { [field]: _, ...rest } = leaf;
          change(v === undefined ? rest : { ...rest, [field]: v }, field);
        }}
      />
    </div>
  );
  return (
    <>
      <div className="um-template-line">
        {leaf.op === 'between' ? (
          <>
            {number('min', 'From')}
            {number('max', 'To, included')}
          </>
        ) : (
          !leaf.thresholds && number('value', 'Value')
        )}
        <NativeSelect
          label="Unit"
          disabled={disabled}
          value={leaf.unit ?? ''}
          onChange={(e) => change({ ...leaf, unit: e.currentTarget.value })}
          data={[
            ...(leaf.unit ? [] : [{ value: '', label: 'Choose' }]),
            ...units.map((value) => ({ value, label: spokenUnit(value) || 'without unit' })),
          ]}
        />
      </div>
      {leaf.op !== 'between' && <Thresholds {...props} />}
      <Gaps {...props} />
    </>
  );
};

/** What is asked of the fact: the comparison and what it compares with. */
export const ComparisonFields = (props: LeafProps) => {
  const { leaf, definition, disabled, change } = props;
  return (
    <>
      <NativeSelect
        label="What it must be"
        disabled={disabled || !definition}
        value={leaf.op}
        onChange={(e) => change(withOperator(leaf, e.currentTarget.value as Leaf['op'], definition))}
        data={[...operatorsFor(definition?.kind)]}
      />
      <Quantity {...props} />
      {definition?.kind === 'boolean' && leaf.op === '==' && (
        <NativeSelect
          label="Answer"
          disabled={disabled}
          value={String(leaf.value)}
          onChange={(e) => change({ ...leaf, value: e.currentTarget.value === 'true' })}
          data={[
            { value: 'true', label: 'Yes' },
            { value: 'false', label: 'No, and it is recorded as no' },
          ]}
        />
      )}
      {definition?.kind === 'code' && leaf.op === 'in' && (
        <MultiSelect
          label="Answers that fit"
          disabled={disabled}
          searchable
          value={[...(leaf.values ?? [])]}
          onChange={(values) => change({ ...leaf, values }, 'values')}
          data={definition.values.map((v) => ({ value: v.code, label: v.label }))}
        />
      )}
      {definition?.kind === 'code' && leaf.op === '==' && (
        <NativeSelect
          label="Answer"
          disabled={disabled}
          value={String(leaf.value ?? '')}
          onChange={(e) => change({ ...leaf, value: e.currentTarget.value })}
          data={[
            ...(leaf.value === undefined ? [{ value: '', label: 'Choose' }] : []),
            ...definition.values.map((v) => ({ value: v.code, label: v.label })),
          ]}
        />
      )}
    </>
  );
};
