import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { causeWord } from '@openum/domain/denial/words.ts';
import {
  appealOutcomes,
  type DenialCause,
  denialCauses,
  type PracticeAppealOutcome,
} from '@openum/domain/episode/record.ts';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { DenialLine } from '@openum/http/contract/practice/denial.ts';
import { useState } from 'react';
import { DenialForm } from './DenialForm.tsx';
import { appealOutcomeWord } from './words.ts';

export type DenialFormProps = { readonly line: DenialLine; readonly today: string; readonly close: () => void };

export const CauseForm = ({ line, close }: DenialFormProps) => {
  const [cause, setCause] = useState<DenialCause>(line.cause);
  const [reason, setReason] = useState('');
  return (
    <DenialForm
      on={line}
      title="Assign another cause"
      submitLabel="Assign this cause"
      problems={[
        ...(cause === line.cause ? ['Choose another cause than the present one.'] : []),
        ...(reason.trim() ? [] : ['Write why.']),
      ]}
      act={() => ({ type: 'AssignCause', denialId: line.denialId, cause, reason: reason.trim() })}
      close={close}
    >
      <NativeSelect
        label="Cause"
        value={cause}
        onChange={(e) => setCause(e.currentTarget.value as DenialCause)}
        data={denialCauses.map((value) => ({ value, label: causeWord[value] }))}
      />
      <Textarea
        label="Why"
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </DenialForm>
  );
};

export const AppealForm = ({ line, today, close }: DenialFormProps) => {
  const [sentOn, setSentOn] = useState(today);
  const [sentTo, setSentTo] = useState('');
  const [urgency, setUrgency] = useState<'standard' | 'expedited'>('standard');
  const [letter, setLetter] = useState('');
  const level = line.appealOpen?.level ?? 1;
  return (
    <DenialForm
      on={line}
      title={`Appeal of level ${level}`}
      submitLabel="Record the appeal as sent"
      problems={[
        ...(isCalendarDateText(sentOn) && sentOn <= today
          ? []
          : ['Enter the day on which it was sent, today at the latest.']),
        ...(/^\[/m.test(letter) ? ['Replace what stands in brackets.'] : []),
        ...(letter.trim() ? [] : ['Write or paste the text of the letter.']),
      ]}
      act={() => ({
        type: 'SendAppeal',
        denialId: line.denialId,
        level,
        urgency,
        sentOn,
        sentTo: sentTo.trim(),
        letter: letter.trim(),
      })}
      close={close}
    >
      <div className="um-practice-fields">
        <TextInput
          label="Sent on"
          type="date"
          required
          max={today}
          value={sentOn}
          onChange={(e) => setSentOn(e.currentTarget.value)}
        />
        <TextInput label="Sent to" maxLength={300} value={sentTo} onChange={(e) => setSentTo(e.currentTarget.value)} />
        <NativeSelect
          label="Urgency"
          value={urgency}
          onChange={(e) => setUrgency(e.currentTarget.value === 'expedited' ? 'expedited' : 'standard')}
          data={[
            { value: 'standard', label: 'Standard' },
            { value: 'expedited', label: 'Expedited' },
          ]}
        />
      </div>
      <Textarea
        label={`Letter (level ${level})`}
        description="The words of the letter as it went, for an appeal that was written elsewhere."
        required
        autosize
        minRows={5}
        maxRows={16}
        maxLength={20_000}
        value={letter}
        onChange={(e) => setLetter(e.currentTarget.value)}
      />
    </DenialForm>
  );
};

export const AnswerForm = ({ line, today, close }: DenialFormProps) => {
  const open = line.appeals.find((a) => a.sentOn !== undefined && a.answered === undefined);
  const [outcome, setOutcome] = useState<PracticeAppealOutcome>('overturned');
  const [answeredOn, setAnsweredOn] = useState(today);
  const [recovered, setRecovered] = useState<number | string>('');
  const gains = outcome === 'overturned' || outcome === 'partlyOverturned';
  const cents = gains ? Math.round(Number(recovered || 0) * 100) : 0;
  return (
    <DenialForm
      on={line}
      title="Answer to the appeal"
      submitLabel="Record the answer"
      problems={[
        ...(isCalendarDateText(answeredOn) && answeredOn <= today
          ? []
          : ['Enter the day of the answer, today at the latest.']),
        ...(gains && recovered === '' ? ['Enter what the payer pays after all; 0 while that is not known.'] : []),
      ]}
      act={() => ({
        type: 'RecordAppealAnswer',
        appealId: open?.appealId ?? '',
        outcome,
        answeredOn,
        recovered: cents,
      })}
      close={close}
    >
      <div className="um-practice-fields">
        <NativeSelect
          label="Outcome"
          value={outcome}
          onChange={(e) => setOutcome(e.currentTarget.value as PracticeAppealOutcome)}
          data={appealOutcomes.map((value) => ({ value, label: appealOutcomeWord[value] }))}
        />
        <TextInput
          label="Answered on"
          type="date"
          required
          max={today}
          value={answeredOn}
          onChange={(e) => setAnsweredOn(e.currentTarget.value)}
        />
        {gains && (
          <NumberInput
            label="Recovered"
            required
            prefix="$"
            decimalScale={2}
            min={0}
            thousandSeparator=","
            value={recovered}
            onChange={setRecovered}
          />
        )}
      </div>
    </DenialForm>
  );
};
