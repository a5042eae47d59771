import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type Duration, durationUnits } from '@openum/domain/clock/rule.ts';

const unitWord: Record<Duration['unit'], string> = {
  minutes: 'minutes',
  hours: 'hours',
  calendarDays: 'calendar days',
  businessDays: 'business days',
  months: 'months',
};

type Of<T> = { readonly label: string; readonly value: T; readonly set: (value: T) => void };

export const NumberField = ({ label, value, set }: Of<number>) => (
  <TextInput
    size="xs"
    type="number"
    min={1}
    label={label}
    value={Number.isNaN(value) ? '' : value}
    onChange={(e) => set(e.currentTarget.valueAsNumber)}
  />
);

export const DurationField = ({ label, value, set }: Of<Duration>) => (
  <>
    <NumberField label={label} value={value.value} set={(n) => set({ ...value, value: n })} />
    <NativeSelect
      size="xs"
      label="Unit"
      value={value.unit}
      onChange={(e) => set({ ...value, unit: e.currentTarget.value as Duration['unit'] })}
      data={durationUnits.filter((u) => u !== 'minutes').map((u) => ({ value: u, label: unitWord[u] }))}
    />
  </>
);

export const WordField = ({ label, value, set }: Of<string>) => (
  <TextInput size="xs" label={label} value={value} onChange={(e) => set(e.currentTarget.value)} />
);

/** One thing on each line. */
export const LinesField = ({ label, value, set }: Of<readonly string[]>) => (
  <Textarea
    size="xs"
    autosize
    minRows={2}
    label={label}
    value={value.join('\n')}
    onChange={(e) => set(e.currentTarget.value.split('\n'))}
  />
);

type ChoiceProps<T extends string> = Of<T> & { readonly words: Readonly<Record<T, string>> };

export const ChoiceField = <T extends string>({ label, value, set, words }: ChoiceProps<T>) => (
  <NativeSelect
    size="xs"
    label={label}
    value={value}
    onChange={(e) => set(e.currentTarget.value as T)}
    data={Object.entries<string>(words).map(([k, word]) => ({ value: k, label: word }))}
  />
);
