import { Alert, Button, NativeSelect, Textarea } from '@mantine/core';
import { barText } from '@openum/domain/matching/match.ts';
import type { BriefView } from '@openum/http/contract/physician.ts';
import { useState } from 'react';
import { sendCommand } from '../api/command.ts';
import { problemText } from '../case/problemText.ts';

type Props = { readonly view: BriefView; readonly done: (sentence: string) => void; readonly close: () => void };

/** Gives the case to another physician, with a reason; those who may not decide it are named with why. */
export const HandOver = ({ view, done, close }: Props) => {
  const { brief, ranked, caseId } = view;
  const others = ranked.filter((m) => m.userId !== brief.assignee?.userId);
  const [toUserId, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [sending, setSending] = useState(false);
  const chosen = others.find((m) => m.userId === toUserId);
  const send = async () => {
    if (!chosen) return setProblem('Choose who gets the case.');
    if (reason.trim() === '') return setProblem('Field reason: say why the case changes hands.');
    setSending(true);
    try {
      const command = { type: 'AssignPhysician', because: 'handOver', toUserId, reason: reason.trim() } as const;
      await sendCommand({ caseId, version: brief.version }, command);
      done(`${chosen.name} has case ${brief.caseNumber}.`);
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <form
      noValidate
      className="um-handover"
      aria-label="Hand over"
      onSubmit={(e) => {
        e.preventDefault();
        void send();
      }}
    >
      <NativeSelect
        label="To"
        required
        value={toUserId}
        onChange={(e) => setTo(e.currentTarget.value)}
        data={[
          { value: '', label: 'Choose' },
          ...others.map((m) => ({
            value: m.userId,
            label: m.may
              ? `${m.name}${m.reachable ? '' : ' (away)'}, ${m.load} of ${m.capacity} points`
              : `${m.name}: ${barText(m)}`,
            disabled: !m.may,
          })),
        ]}
        description={chosen?.reasons.map((r) => r.text).join('; ')}
      />
      <Textarea
        label="Reason"
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
      {problem && (
        <Alert color="red" py={6} role="alert">
          {problem}
        </Alert>
      )}
      <div className="um-brief-actions">
        <Button type="submit" loading={sending}>
          Hand over
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
};
