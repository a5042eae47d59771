import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { SourceRef } from '@openum/domain/logic/condition.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { levelWord } from '../criteria/words.ts';

type Props = {
  readonly source: SourceRef;
  /** Sources that other points of the set name. */
  readonly known: readonly SourceRef[];
  readonly disabled: boolean;
  readonly today: CalendarDate;
  readonly change: (source: SourceRef, key?: string) => void;
};

const textOf = ({ citation, effectiveFrom }: SourceRef): string => JSON.stringify([citation, effectiveFrom]);

/** Where a point is written, and who compared it with what: no set counts while one of its points was compared by nobody. */
export const SourceFields = ({ source, known, disabled, today, change }: Props) => {
  const { verification } = source;
  const others = [...new Map(known.map((s) => [textOf(s), s])).values()];
  const text = (key: 'citation' | 'section' | 'url', label: string) => (
    <TextInput
      label={label}
      disabled={disabled}
      maxLength={300}
      value={source[key] ?? ''}
      onChange={(e) => {
        const { [key]: _, ...rest } = source;
        const typed = e.currentTarget.value;
        change((key === 'url' && typed === '' ? rest : { ...source, [key]: typed }) as SourceRef, key);
      }}
    />
  );
  const verify = (part: Partial<SourceRef['verification']>, key?: string) =>
    change({ ...source, verification: { ...verification, ...part } }, key);
  return (
    <>
      {others.length > 0 && !disabled && (
        <NativeSelect
          label="Source"
          value={textOf(source)}
          onChange={(e) => {
            const chosen = others.find((s) => textOf(s) === e.currentTarget.value);
            if (chosen) change({ ...chosen, section: source.section });
          }}
          data={[
            ...others.map((s) => ({ value: textOf(s), label: s.citation })),
            ...(others.some((s) => textOf(s) === textOf(source))
              ? []
              : [{ value: textOf(source), label: source.citation || 'New source' }]),
          ]}
        />
      )}
      {text('citation', 'Citation')}
      {text('section', 'Section or page')}
      {text('url', 'Link')}
      <TextInput
        type="date"
        label="In effect from"
        disabled={disabled}
        value={source.effectiveFrom}
        onChange={(e) => change({ ...source, effectiveFrom: e.currentTarget.value as CalendarDate }, 'from')}
      />
      <NativeSelect
        label="Compared with the source"
        disabled={disabled}
        value={verification.level}
        onChange={(e) => {
          const level = e.currentTarget.value as SourceRef['verification']['level'];
          verify(level === 'unverified' ? { level } : { level, on: verification.on ?? today });
        }}
        data={Object.entries(levelWord).map(([value, label]) => ({ value, label }))}
      />
      {verification.level !== 'unverified' && (
        <>
          <TextInput
            label="With which text"
            disabled={disabled}
            value={verification.against ?? ''}
            onChange={(e) => verify({ against: e.currentTarget.value }, 'against')}
          />
          <TextInput
            type="date"
            label="On"
            disabled={disabled}
            max={today}
            value={verification.on ?? ''}
            onChange={(e) => verify({ on: e.currentTarget.value as CalendarDate }, 'on')}
          />
        </>
      )}
      <Textarea
        label="Note"
        autosize
        disabled={disabled}
        value={verification.note ?? ''}
        onChange={(e) => verify({ note: e.currentTarget.value }, 'note')}
      />
    </>
  );
};
