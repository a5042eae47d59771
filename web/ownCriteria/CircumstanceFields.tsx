import { MultiSelect, NativeSelect, NumberInput } from '@mantine/core';
import { knownAnchors } from '@openum/domain/criteria/check.ts';
import type { FactDefinition } from '@openum/domain/fact/catalogue.ts';
import type { Leaf, Window } from '@openum/domain/logic/condition.ts';
import { anchorOf } from '@openum/domain/logic/day.ts';
import type { LeafProps } from './ComparisonFields.tsx';
import { anchorWord, type FactsByKey, plainWord, selectWord, windowUnitWord } from './words.ts';

type Side = 'before' | 'after' | 'around';

const sideOf = (window: Window): Side => ('before' in window ? 'before' : 'after' in window ? 'after' : 'around');

const windowWith = (side: Side, anchor: string, within: Window['within']): Window => {
  const length = within ? { within } : {};
  return side === 'before'
    ? { ...length, before: anchor }
    : side === 'after'
      ? { ...length, after: anchor }
      : { ...length, around: anchor };
};

const hasDate = (f: FactDefinition): boolean => f.kind === 'date' || f.kind === 'boolean';

const WindowFields = ({ leaf, disabled, change, facts }: LeafProps & { readonly facts: FactsByKey }) => {
  const { window } = leaf;
  const put = (next: Window | undefined) => {
    const { window: _, ...rest } = leaf;
    change(next ? { ...rest, window: next } : rest, 'window');
  };
  const anchors = [...knownAnchors, ...[...facts.values()].filter(hasDate).map((f) => f.key)].map((value) => ({
    value,
    label: anchorWord(value, facts),
  }));
  const within = window?.within;
  return (
    <>
      <NativeSelect
        label="When"
        disabled={disabled}
        value={window ? sideOf(window) : ''}
        onChange={(e) => {
          const side = e.currentTarget.value as Side | '';
          put(
            side
              ? windowWith(side, window ? anchorOf(window) : 'serviceDate', within ?? { value: 30, unit: 'd' })
              : undefined,
          );
        }}
        data={[
          { value: '', label: 'At any time' },
          { value: 'before', label: 'Before' },
          { value: 'after', label: 'After' },
          { value: 'around', label: 'Before or after' },
        ]}
      />
      {window && (
        <div className="um-template-line">
          <div className="um-own-short">
            <NumberInput
              label="Within"
              description="Empty: however long"
              disabled={disabled}
              min={0}
              allowDecimal={false}
              value={within?.value ?? ''}
              onChange={(v) =>
                put(
                  windowWith(
                    sideOf(window),
                    anchorOf(window),
                    typeof v === 'number' ? { value: v, unit: within?.unit ?? 'd' } : undefined,
                  ),
                )
              }
            />
          </div>
          <NativeSelect
            aria-label="Unit of the time"
            disabled={disabled || !within}
            value={within?.unit ?? 'd'}
            onChange={(e) =>
              within &&
              put(
                windowWith(sideOf(window), anchorOf(window), {
                  ...within,
                  unit: e.currentTarget.value as keyof typeof windowUnitWord,
                }),
              )
            }
            data={Object.entries(windowUnitWord).map(([value, label]) => ({ value, label }))}
          />
          <NativeSelect
            className="um-grow"
            label={sideOf(window) === 'around' ? 'of' : sideOf(window)}
            disabled={disabled}
            value={anchorOf(window)}
            onChange={(e) => put(windowWith(sideOf(window), e.currentTarget.value, within))}
            data={anchors}
          />
        </div>
      )}
    </>
  );
};

const QualifierFields = ({ leaf, definition, disabled, change }: LeafProps) => (
  <>
    {Object.entries(definition?.qualifiers ?? {}).map(([name, allowed]) => {
      const given = leaf.where?.[name];
      return (
        <MultiSelect
          key={name}
          label={plainWord(name)}
          description="Only values with one of these count; empty: every value"
          disabled={disabled}
          value={given === undefined ? [] : typeof given === 'string' ? [given] : [...given]}
          onChange={(values) => {
            const { [name]: _, ...others } = leaf.where ?? {};
            const where = values.length > 0 ? { ...others, [name]: values } : others;
            const { where: __, ...rest } = leaf;
            change(Object.keys(where).length > 0 ? { ...rest, where } : rest);
          }}
          data={allowed.map((value) => ({ value, label: plainWord(value) }))}
        />
      );
    })}
  </>
);

/** Under which circumstances, when, and which of several values counts. */
export const CircumstanceFields = (props: LeafProps & { readonly facts: FactsByKey }) => {
  const { leaf, disabled, change } = props;
  return (
    <>
      <QualifierFields {...props} />
      <WindowFields {...props} />
      <NativeSelect
        label="Of several values counts"
        disabled={disabled}
        value={leaf.select ?? 'latest'}
        onChange={(e) => {
          const { select: _, ...rest } = leaf;
          const select = e.currentTarget.value as NonNullable<Leaf['select']>;
          change(select === 'latest' ? rest : { ...rest, select });
        }}
        data={Object.entries(selectWord).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
};
