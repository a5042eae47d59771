import { Alert, Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { LevelRule, PayerCard } from '@openum/domain/payer/card.ts';
import { cardProblems } from '@openum/domain/payer/check.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { PayerHistory } from '@openum/http/contract/practice/payer.ts';
import { useState } from 'react';
import { usePracticeSend } from '../send.ts';
import { channelWord, levelWord } from '../words.ts';
import { SaidField } from './SaidField.tsx';
import { ChoiceField, DurationField, LinesField, NumberField, WordField } from './valueFields.tsx';
import { needWords, retroFromWords, retroWords } from './words.ts';

/** Sets a part of a card; `undefined` takes it away, so that it is unknown again. */
const withPart = <T extends object, K extends keyof T>(of: T, key: K, value: T[K] | undefined): T => {
  const { [key]: _, ...rest } = of;
  return (value === undefined ? rest : { ...rest, [key]: value }) as T;
};

type LevelProps = {
  readonly rule: LevelRule;
  readonly today: CalendarDate;
  readonly change: (rule: LevelRule) => void;
};

const LevelFields = ({ rule, today, change }: LevelProps) => {
  const part =
    <K extends Exclude<keyof LevelRule, 'levelOfCare'>>(key: K) =>
    (said: LevelRule[K] | undefined) =>
      change(withPart(rule, key, said));
  return (
    <section aria-label={levelWord(rule.levelOfCare)}>
      <h3>{levelWord(rule.levelOfCare)}</h3>
      <SaidField
        label="Authorization"
        said={rule.authorization}
        begin="required"
        today={today}
        change={part('authorization')}
      >
        {(value, set) => <ChoiceField label="Need" value={value} set={set} words={needWords} />}
      </SaidField>
      <SaidField
        label="First authorization"
        said={rule.initialDays}
        begin={5}
        today={today}
        change={part('initialDays')}
      >
        {(value, set) => <NumberField label="Days" value={value} set={set} />}
      </SaidField>
      <SaidField
        label="Each later authorization"
        said={rule.reviewIntervalDays}
        begin={5}
        today={today}
        change={part('reviewIntervalDays')}
      >
        {(value, set) => <NumberField label="Days" value={value} set={set} />}
      </SaidField>
      <SaidField
        label="Next request before the end"
        said={rule.leadTime}
        begin={{ value: 1, unit: 'businessDays' }}
        today={today}
        change={part('leadTime')}
      >
        {(value, set) => <DurationField label="Lead time" value={value} set={set} />}
      </SaidField>
      <SaidField label="Criteria" said={rule.criteria} begin="" today={today} change={part('criteria')}>
        {(value, set) => <WordField label="Name and version" value={value} set={set} />}
      </SaidField>
      <SaidField label="What they want to read" said={rule.wants} begin={[]} today={today} change={part('wants')}>
        {(value, set) => <LinesField label="One thing on each line" value={value} set={set} />}
      </SaidField>
    </section>
  );
};

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
      <h3>The payer as a whole</h3>
      <SaidField
        label="Notice of an emergency admission"
        said={card.admissionNotice}
        begin={{ value: 1, unit: 'businessDays' }}
        today={today}
        change={part('admissionNotice')}
      >
        {(value, set) => <DurationField label="Within" value={value} set={set} />}
      </SaidField>
      <SaidField
        label="Peer-to-peer"
        said={card.peerToPeer}
        begin={{ window: { value: 2, unit: 'businessDays' } }}
        today={today}
        change={part('peerToPeer')}
      >
        {(value, set) => (
          <>
            <DurationField label="After the denial" value={value.window} set={(window) => set({ ...value, window })} />
            <WordField
              label="Number to call"
              value={value.phone ?? ''}
              set={(phone) => set(withPart(value, 'phone', phone || undefined))}
            />
          </>
        )}
      </SaidField>
      <SaidField
        label="Appeals"
        said={card.appeals}
        begin={[{ level: 1, name: 'First level', window: { value: 180, unit: 'calendarDays' } }]}
        today={today}
        change={part('appeals')}
      >
        {(levels, set) => (
          <>
            {levels.map((a, at) => (
              <div key={a.level} className="um-practice-fields">
                <WordField
                  label={`Level ${a.level}`}
                  value={a.name}
                  set={(name) => set(levels.with(at, { ...a, name }))}
                />
                <DurationField
                  label="Within"
                  value={a.window}
                  set={(window) => set(levels.with(at, { ...a, window }))}
                />
                <WordField
                  label="Address"
                  value={a.address ?? ''}
                  set={(address) => set(levels.with(at, withPart(a, 'address', address || undefined)))}
                />
              </div>
            ))}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() =>
                set([
                  ...levels,
                  {
                    level: levels.length + 1,
                    name: `Level ${levels.length + 1}`,
                    window: { value: 30, unit: 'calendarDays' },
                  },
                ])
              }
            >
              Add a level
            </Button>
          </>
        )}
      </SaidField>
      <SaidField
        label="Days that have passed"
        said={card.retro}
        begin={{ accepted: 'emergencyOnly', from: 'admission', window: { value: 30, unit: 'calendarDays' } }}
        today={today}
        change={part('retro')}
      >
        {(value, set) => (
          <>
            <ChoiceField
              label="Requests"
              value={value.accepted}
              set={(accepted) => set({ ...value, accepted })}
              words={retroWords}
            />
            {value.accepted !== 'no' && (
              <>
                <ChoiceField
                  label="Counted"
                  value={value.from}
                  set={(from) => set({ ...value, from })}
                  words={retroFromWords}
                />
                {value.window ? (
                  <DurationField label="Within" value={value.window} set={(window) => set({ ...value, window })} />
                ) : (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => set({ ...value, window: { value: 30, unit: 'calendarDays' } })}
                  >
                    Add a limit
                  </Button>
                )}
              </>
            )}
          </>
        )}
      </SaidField>
      <SaidField
        label="How to reach them"
        said={card.channels}
        begin={[{ channel: 'phone', address: '' }]}
        today={today}
        change={part('channels')}
      >
        {(channels, set) => (
          <>
            {channels.map((c, at) => (
              <div key={at} className="um-practice-fields">
                <ChoiceField
                  label="Way"
                  value={c.channel}
                  set={(channel) => set(channels.with(at, { ...c, channel }))}
                  words={channelWord}
                />
                <WordField
                  label="Number or address"
                  value={c.address}
                  set={(address) => set(channels.with(at, { ...c, address }))}
                />
                <WordField
                  label="Hours"
                  value={c.hours ?? ''}
                  set={(hours) => set(channels.with(at, withPart(c, 'hours', hours || undefined)))}
                />
              </div>
            ))}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => set([...channels, { channel: 'fax', address: '' }])}
            >
              Add a way
            </Button>
          </>
        )}
      </SaidField>
      <SaidField
        label="Verification of benefits"
        said={card.benefitsValidDays}
        begin={30}
        today={today}
        change={part('benefitsValidDays')}
      >
        {(value, set) => <NumberField label="Good for days" value={value} set={set} />}
      </SaidField>
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
