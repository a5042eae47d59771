import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type RuleSource, ruleSources, type Said } from '@openum/domain/payer/card.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { ReactNode } from 'react';
import { sourceWord } from './words.ts';

type Props<T> = {
  readonly label: string;
  readonly said: Said<T> | undefined;
  readonly begin: NoInfer<T>;
  readonly today: CalendarDate;
  readonly change: (said: Said<T> | undefined) => void;
  readonly children: (value: T, set: (value: T) => void) => ReactNode;
};

/** One thing that a payer has said, with its source and day; or that nobody knows. */
export const SaidField = <T,>({ label, said, begin, today, change, children }: Props<T>) => (
  <fieldset className="um-said" data-unknown={said === undefined || undefined}>
    <legend>{label}</legend>
    {said === undefined ? (
      <>
        <span className="um-practice-quiet">Unknown</span>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => change({ value: begin, source: 'phone', on: today })}
          aria-label={`Enter: ${label}`}
        >
          Enter
        </Button>
      </>
    ) : (
      <>
        {children(said.value, (value) => change({ ...said, value }))}
        <NativeSelect
          size="xs"
          label="Source"
          value={said.source}
          onChange={(e) => change({ ...said, source: e.currentTarget.value as RuleSource })}
          data={ruleSources.map((s) => ({ value: s, label: sourceWord[s] }))}
        />
        <TextInput
          size="xs"
          label="Where or who"
          value={said.where ?? ''}
          onChange={(e) => {
            const { where: _, ...rest } = said;
            change(e.currentTarget.value ? { ...rest, where: e.currentTarget.value } : rest);
          }}
        />
        <TextInput
          size="xs"
          type="date"
          label="Said on"
          value={said.on}
          max={today}
          onChange={(e) => change({ ...said, on: e.currentTarget.value as CalendarDate })}
        />
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => change(undefined)}
          aria-label={`Make unknown: ${label}`}
        >
          Make unknown
        </Button>
      </>
    )}
  </fieldset>
);
