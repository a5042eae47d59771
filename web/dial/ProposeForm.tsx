import { Button, Checkbox, Group, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { type DialBasis, dialBases, forbiddenBases } from '@openum/domain/dial/dial.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { type ReactNode, useState } from 'react';
import { ReportPanel } from '../report/parts.tsx';
import { type DialAct, useDialAct } from './queries.ts';
import { basisWord, forbiddenWord } from './words.ts';

type Props = {
  readonly title: string;
  readonly sequence: number;
  readonly today: CalendarDate;
  /** What is proposed; absent while a field of it is open, with why. */
  readonly setting: Extract<DialAct, { type: 'ProposeDial' }>['setting'] | undefined;
  readonly open: string;
  readonly bases: readonly DialBasis[];
  readonly close: () => void;
  readonly children: ReactNode;
};

/** What every change has: a ground, a reason, a first day, and a second person after it. */
export const ProposeForm = ({ title, sequence, today, setting, open, bases: first, close, children }: Props) => {
  const [bases, setBases] = useState<readonly DialBasis[]>(first);
  const [reason, setReason] = useState('');
  const [effectiveFrom, setEffectiveFrom] = useState<string>(today);
  const act = useDialAct(sequence);
  const past = effectiveFrom < today ? 'It cannot count from a day that has passed.' : undefined;
  const why =
    setting === undefined
      ? open
      : bases.length === 0
        ? 'Name a ground.'
        : reason.trim() === ''
          ? 'Say why.'
          : isCalendarDateText(effectiveFrom)
            ? past
            : 'Say from which day it counts.';
  return (
    <ReportPanel title={title}>
      <form
        className="um-dial-form"
        onSubmit={(e) => {
          e.preventDefault();
          if (why || !setting) return;
          act.mutate(
            {
              type: 'ProposeDial',
              setting,
              bases: [...bases],
              reason,
              effectiveFrom: effectiveFrom as CalendarDate,
            },
            { onSuccess: close },
          );
        }}
      >
        {children}
        <Checkbox.Group
          label="Ground"
          description={`Never ${forbiddenBases.map((b) => forbiddenWord[b]).join(', ')}: a request is judged by its own record.`}
          value={[...bases]}
          onChange={(v) => setBases(v as DialBasis[])}
          mt="sm"
        >
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" mt="xs">
            {dialBases.map((b) => (
              <Checkbox key={b} value={b} label={basisWord[b]} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }} mt="sm">
          <Textarea
            label="Reason"
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          <TextInput
            label="Counts from"
            type="date"
            min={today}
            value={effectiveFrom}
            error={past}
            onChange={(e) => setEffectiveFrom(e.currentTarget.value)}
          />
        </SimpleGrid>
        <Group mt="md" gap="sm">
          <Button type="submit" loading={act.isPending} disabled={why !== undefined}>
            Propose
          </Button>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <span className="um-quiet">{why ?? 'A second person confirms it.'}</span>
        </Group>
        {act.error && (
          <p role="alert" className="um-dial-problem">
            {act.error.message}
          </p>
        )}
      </form>
    </ReportPanel>
  );
};
