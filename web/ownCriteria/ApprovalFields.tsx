import { ActionIcon, Button, MultiSelect, NativeSelect, NumberInput, Select, TextInput } from '@mantine/core';
import type { Approval, Limit, TreeName } from '@openum/domain/criteria/criteria-set.ts';
import { IconTrash } from '@tabler/icons-react';
import type { PartProps } from './AppliesPart.tsx';

const units = ['unit', 'visit', 'day', 'week', 'month', 'hour'];

const unitChoices = (unit: string) => [...new Set([...units, unit])].map((value) => ({ value, label: value }));

const replaced = <T,>(list: readonly T[], at: number, by: T): readonly T[] => list.map((x, i) => (i === at ? by : x));

type ApprovalProps = {
  readonly approval: Approval;
  readonly services: readonly string[];
  readonly disabled: boolean;
  readonly change: (approval: Approval, key?: string) => void;
  readonly remove: () => void;
  readonly additional: () => void;
};

const ApprovalBox = ({ approval: a, services, disabled, change, remove, additional }: ApprovalProps) => (
  <div className="um-template-part">
    <div className="um-template-line">
      <TextInput
        className="um-grow"
        label="Approves"
        placeholder="For example: twelve weeks of therapy"
        disabled={disabled}
        value={a.label}
        onChange={(e) => change({ ...a, label: e.currentTarget.value }, 'label')}
      />
      <NativeSelect
        label="When"
        disabled={disabled}
        value={a.tree}
        onChange={(e) => change({ ...a, tree: e.currentTarget.value as TreeName })}
        data={[
          { value: 'initial', label: 'the first review is met' },
          { value: 'continuedStay', label: 'continued care is met' },
        ]}
      />
      <ActionIcon
        variant="default"
        disabled={disabled}
        aria-label={`Take out ${a.label || 'this approval'}`}
        onClick={remove}
      >
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </div>
    <MultiSelect
      label="For these services"
      description="Empty: all services of the set"
      disabled={disabled}
      value={[...(a.services ?? [])]}
      onChange={(values) => {
        const { services: _, ...rest } = a;
        change(values.length > 0 ? { ...rest, services: values } : rest);
      }}
      data={[...new Set([...services, ...(a.services ?? [])])]}
    />
    <div className="um-template-line">
      <div className="um-own-short">
        <NumberInput
          label="Days"
          disabled={disabled}
          min={1}
          allowDecimal={false}
          value={a.days}
          onChange={(v) => change({ ...a, days: typeof v === 'number' ? v : 0 }, 'days')}
        />
      </div>
      {a.quantities.map((q, i) => (
        <fieldset key={`${q.unit} ${i}`} className="um-template-line um-own-row" aria-label={`Amount ${i + 1}`}>
          <div className="um-own-short">
            <NumberInput
              label={i === 0 ? 'At most' : 'or'}
              disabled={disabled}
              min={0}
              value={q.value}
              onChange={(v) =>
                typeof v === 'number' &&
                change({ ...a, quantities: replaced(a.quantities, i, { ...q, value: v }) }, `quantity ${i}`)
              }
            />
          </div>
          <NativeSelect
            aria-label="Unit of the amount"
            disabled={disabled}
            value={q.unit}
            onChange={(e) =>
              change({ ...a, quantities: replaced(a.quantities, i, { ...q, unit: e.currentTarget.value }) })
            }
            data={unitChoices(q.unit)}
          />
          <ActionIcon
            variant="default"
            disabled={disabled}
            aria-label={`Take out amount ${i + 1}`}
            onClick={() => change({ ...a, quantities: a.quantities.filter((_, j) => j !== i) })}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </fieldset>
      ))}
      {!disabled && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => change({ ...a, quantities: [...a.quantities, { value: 1, unit: 'unit' }] })}
        >
          {a.quantities.length === 0 ? 'Say how much' : 'The same in another unit'}
        </Button>
      )}
    </div>
    <div className="um-template-line">
      <span className="um-criteria-quiet um-grow">
        {a.requires ? `Asks “${a.requires.label}” in addition to the tree.` : 'Asks nothing in addition to the tree.'}
      </span>
      <Button variant="subtle" size="compact-sm" onClick={additional}>
        {a.requires ? 'See what it asks in addition' : disabled ? 'Asked in addition' : 'Ask in addition'}
      </Button>
    </div>
  </div>
);

/** Leads to the points that the approval of that place asks in addition. */
export type WithAdditional = { readonly additional: (at: number) => void };

/** What a met tree approves, for which services. */
export const ApprovalFields = ({ set, disabled, change, additional }: PartProps & WithAdditional) => {
  const put = (approveFor: readonly Approval[], key?: string) => change({ ...set, approveFor }, key);
  return (
    <section className="um-template-box">
      <h2>What a met tree approves</h2>
      {set.approveFor.length === 0 && <p>Nothing yet: a person says what is approved.</p>}
      {set.approveFor.map((a, i) => (
        <ApprovalBox
          key={i}
          approval={a}
          services={set.appliesTo.services.map((s) => s.code)}
          disabled={disabled}
          change={(next, key) => put(replaced(set.approveFor, i, next), key && `approval ${i} ${key}`)}
          remove={() => put(set.approveFor.filter((_, j) => j !== i))}
          additional={() => additional(i)}
        />
      ))}
      {!disabled && (
        <Button
          variant="default"
          style={{ justifySelf: 'start' }}
          onClick={() => put([...set.approveFor, { label: '', tree: 'initial', quantities: [], days: 90 }])}
        >
          Add what is approved
        </Button>
      )}
    </section>
  );
};

/** Counters that must not be passed. */
export const LimitFields = ({ set, words, disabled, change }: PartProps) => {
  const put = (limits: readonly Limit[], key?: string) => change({ ...set, limits }, key);
  const counted = words.facts.filter((f) => f.kind === 'quantity');
  return (
    <section className="um-template-box">
      <h2>Limits</h2>
      {set.limits.map((l, i) => {
        const edit = (part: Partial<Limit>, key?: string) =>
          put(replaced(set.limits, i, { ...l, ...part }), key && `limit ${i} ${key}`);
        return (
          <div key={i} className="um-template-part">
            <div className="um-template-line">
              <TextInput
                className="um-grow"
                label="Limit"
                disabled={disabled}
                value={l.label}
                onChange={(e) => edit({ label: e.currentTarget.value }, 'label')}
              />
              <ActionIcon
                variant="default"
                disabled={disabled}
                aria-label={`Take out limit ${l.label}`}
                onClick={() => put(set.limits.filter((_, j) => j !== i))}
              >
                <IconTrash size={14} aria-hidden />
              </ActionIcon>
            </div>
            <div className="um-template-line">
              <Select
                className="um-grow"
                label="What was used so far"
                searchable
                disabled={disabled}
                value={l.fact || null}
                onChange={(fact) => fact && edit({ fact })}
                data={counted.map((f) => ({ value: f.key, label: f.label }))}
              />
              <div className="um-own-short">
                <NumberInput
                  label="At most"
                  disabled={disabled}
                  value={l.max}
                  onChange={(v) => typeof v === 'number' && edit({ max: v }, 'max')}
                />
              </div>
              <NativeSelect
                label="Unit"
                disabled={disabled}
                value={l.unit}
                onChange={(e) => edit({ unit: e.currentTarget.value })}
                data={unitChoices(l.unit)}
              />
            </div>
            <TextInput
              label="Citation"
              disabled={disabled}
              value={l.citation}
              onChange={(e) => edit({ citation: e.currentTarget.value }, 'citation')}
            />
          </div>
        );
      })}
      {!disabled && (
        <Button
          variant="default"
          style={{ justifySelf: 'start' }}
          onClick={() => put([...set.limits, { label: '', fact: '', max: 1, unit: 'visit', citation: set.citation }])}
        >
          Add a limit
        </Button>
      )}
    </section>
  );
};
