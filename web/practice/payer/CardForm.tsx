import { Alert, Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { PayerCard } from '@openum/domain/payer/card.ts';
import { cardProblems } from '@openum/domain/payer/check.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { PayerHistory } from '@openum/http/contract/practice/payer.ts';
import { useState } from 'react';
import { usePracticeSend } from '../send.ts';
import { LevelFields } from './LevelFields.tsx';
import { PayerFields } from './PayerFields.tsx';
import { withPart } from './withPart.ts';

const empty = (history: PayerHistory, today: CalendarDate): PayerCard => ({
  payerId: history.payerId,
  name: history.name,
  effectiveFrom: today,
  levels: history.levels.map((levelOfCare) => ({ levelOfCare })),
});

/** Blank lines of lists and parts without text are left out before a card is saved. */
const tidied = (card: PayerCard): PayerCard => ({
  ...card,
  levels: card.levels.map((l) =>
    l.wants ? { ...l, wants: { ...l.wants, value: l.wants.value.map((w) => w.trim()).filter((w) => w !== '') } } : l,
  ),
});

type Props = {
  readonly history: PayerHistory;
  readonly today: CalendarDate;
  readonly why: string | undefined;
  /** Called with the card as it stands, to begin with something else. */
  readonly begin?: ((card: PayerCard) => PayerCard) | undefined;
  readonly close?: (() => void) | undefined;
};

/** The rule card of a payer: saving adds a version, with the reason. */
export const CardForm = ({ history, today, why, begin: change, close }: Props) => {
  const newest = history.versions[0];
  const { save, busy, message } = usePracticeSend();
  const [card, setCard] = useState<PayerCard>(() => {
    const begin = newest?.card ?? empty(history, today);
    const missing = history.levels.filter((l) => !begin.levels.some((x) => x.levelOfCare === l));
    const whole = { ...begin, levels: [...begin.levels, ...missing.map((levelOfCare) => ({ levelOfCare }))] };
    return change ? change(whole) : whole;
  });
  const [reason, setReason] = useState('');
  const part =
    <K extends keyof PayerCard>(key: K) =>
    (value: PayerCard[K] | undefined) =>
      setCard(withPart(card, key, value));
  const problems = [
    ...(why ? [why] : []),
    ...cardProblems(tidied(card), today).map((p) => p.message),
    ...(reason.trim() ? [] : ['Say what changed and who said it.']),
  ];
  return (
    <form
      className="um-practice-form"
      aria-label="Rule card"
      onSubmit={(e) => {
        e.preventDefault();
        if (problems.length > 0) return;
        void save(`/api/practice/payer-cards/${encodeURIComponent(history.payerId)}`, {
          card: tidied(card),
          expectedVersion: newest?.version ?? 0,
          reason: reason.trim(),
        }).then((ok) => {
          if (!ok) return;
          setReason('');
          close?.();
        });
      }}
    >
      <div className="um-practice-fields">
        <TextInput
          type="date"
          label="In effect from"
          value={card.effectiveFrom}
          onChange={(e) => setCard({ ...card, effectiveFrom: e.currentTarget.value as CalendarDate })}
        />
        <NativeSelect
          label="Electronic line"
          value={card.line ?? ''}
          onChange={(e) => part('line')(e.currentTarget.value || undefined)}
          data={[{ value: '', label: 'None' }, ...history.lines.map((l) => ({ value: l, label: l }))]}
        />
      </div>
      {card.levels.map((rule) => (
        <LevelFields
          key={rule.levelOfCare}
          rule={rule}
          today={today}
          change={(next) =>
            setCard({ ...card, levels: card.levels.map((l) => (l.levelOfCare === next.levelOfCare ? next : l)) })
          }
        />
      ))}
      <PayerFields card={card} today={today} part={part} />
      <Textarea
        label="What changed, and who said it"
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
        autosize
        minRows={1}
      />
      {message && (
        <Alert color="red" role="alert" variant="light">
          {message}
        </Alert>
      )}
      <div className="um-practice-actions">
        <Button
          type="submit"
          loading={busy}
          {...(problems.length > 0 ? { 'data-disabled': true, 'aria-disabled': true, title: problems.join(' ') } : {})}
        >
          Save as a new version
        </Button>
        {close && (
          <Button variant="subtle" onClick={close}>
            Leave it as it is
          </Button>
        )}
        <span className="um-practice-quiet">{problems[0]}</span>
      </div>
    </form>
  );
};
