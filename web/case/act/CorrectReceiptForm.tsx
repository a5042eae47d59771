import { Text, TextInput } from '@mantine/core';
import { refusalSentence, refuse } from '@openum/domain/case/refusal.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { moment } from '../../app/format.ts';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { ActForm } from './ActForm.tsx';
import { localMoment, wallClock } from './localMoment.ts';
import { ReasonField } from './ReasonField.tsx';
import { useActDraft } from './useActDraft.ts';

export const CorrectReceiptForm = () => {
  const { view, zone, send } = useDesk();
  const { day: wasDay, time: wasTime } = wallClock(view.state.receivedAt, zone);
  const draft = useActDraft('correctReceipt', { day: wasDay, time: wasTime, reason: '' });
  const { day, time, reason } = draft.value;
  const at = localMoment(day, time, zone);
  const future = at !== undefined && at > (view.now as Instant);
  return (
    <ActForm
      title="Correct the time of receipt"
      submitLabel="Correct"
      draft={draft}
      problems={[
        ...(at ? [] : ['Enter the day and time of receipt.']),
        ...(future ? [refusalSentence(refuse('receiptInFuture'))] : []),
        ...(reason.trim() ? [] : ['Write the reason.']),
      ]}
      submit={async () => {
        if (at) await send({ type: 'CorrectReceipt', receivedAt: at, reason: reason.trim() });
      }}
    >
      <Text size="sm">
        Recorded as {moment(view.state.receivedAt, zone)}. The clocks are counted again from the corrected moment; both
        stay in the record.
      </Text>
      <div className={css.two}>
        <TextInput
          label="Day"
          type="date"
          required
          value={day}
          onChange={(e) => draft.change({ day: e.currentTarget.value })}
        />
        <TextInput
          label={`Time (${zone})`}
          type="time"
          required
          value={time}
          onChange={(e) => draft.change({ time: e.currentTarget.value })}
        />
      </div>
      <ReasonField value={reason} change={(reason) => draft.change({ reason })} />
    </ActForm>
  );
};
