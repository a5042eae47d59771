import { Checkbox, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { refusalSentence, refuse } from '@openum/domain/case/refusal.ts';
import type { Urgency } from '@openum/domain/case/request.ts';
import { MomentFields } from '../../coverageEnd/MomentFields.tsx';
import { useDesk } from '../desk.ts';
import { ActForm } from './ActForm.tsx';
import { localMoment, wallClock } from './localMoment.ts';
import { ReasonField } from './ReasonField.tsx';
import { useActDraft } from './useActDraft.ts';

const missing = (text: string, sentence: string): readonly string[] => (text.trim() === '' ? [sentence] : []);

export const UrgencyForm = () => {
  const { view, zone, send } = useDesk();
  const { state } = view;
  const other: Urgency = state.urgency === 'standard' ? 'expedited' : 'standard';
  const { day: today, time: clock } = wallClock(view.now, zone);
  const draft = useActDraft('urgency', { basis: '', attested: false, toldTo: '', day: today, time: clock });
  const { basis, attested, toldTo, day, time } = draft.value;
  const refusing = other === 'standard' && state.request.urgency === 'expedited';
  const barred = other === 'standard' && state.request.urgencyRequestedBy === 'physician';
  const spoken = refusing && toldTo.trim() !== '';
  const toldAt = localMoment(day, time, zone);
  return (
    <ActForm
      title={`Make the request ${other}`}
      submitLabel={`Make it ${other}`}
      draft={draft}
      problems={[
        ...(barred ? [refusalSentence(refuse('physicianRequestMustBeExpedited'))] : []),
        ...missing(basis, 'Write the ground for the change.'),
        ...(attested ? [] : ['Confirm the statement.']),
        ...(spoken && !toldAt ? ['Enter the day and time of the call.'] : []),
      ]}
      submit={() =>
        send({
          type: 'SetUrgency',
          urgency: other,
          basis: basis.trim(),
          attested,
          ...(spoken && toldAt ? { told: { to: toldTo.trim(), at: toldAt } } : {}),
        })
      }
    >
      <Text size="sm">
        The request is {state.urgency} now. Its clocks are set anew, and the earlier ones stay in the record.
      </Text>
      {refusing && (
        <Text size="sm">
          This refuses a request to expedite. The standard time counts from the receipt of the request. A member of
          Medicare Advantage gets a letter about it with your ground in it, within three calendar days of the call that
          told them, or of this refusal (42 CFR 422.570(d)). Also tell them by phone.
        </Text>
      )}
      {barred && <Text size="sm">{refusalSentence(refuse('physicianRequestMustBeExpedited'))}</Text>}
      <Textarea
        label="Ground"
        required
        autosize
        minRows={3}
        maxLength={2000}
        value={basis}
        onChange={(e) => draft.change({ basis: e.currentTarget.value })}
      />
      {refusing && (
        <>
          <TextInput
            label="Told by phone"
            description="Who was reached, if anybody."
            maxLength={200}
            value={toldTo}
            onChange={(e) => draft.change({ toldTo: e.currentTarget.value })}
          />
          {spoken && (
            <MomentFields
              label="Day of the call"
              day={day}
              time={time}
              zone={zone}
              change={(part) => draft.change(part)}
            />
          )}
        </>
      )}
      <Checkbox
        label={
          other === 'expedited'
            ? 'Waiting the standard time could seriously harm life, health or the ability to regain function.'
            : 'Waiting the standard time does not endanger life, health or the ability to regain function.'
        }
        checked={attested}
        onChange={(e) => draft.change({ attested: e.currentTarget.checked })}
      />
    </ActForm>
  );
};

export const WithdrawForm = () => {
  const { send } = useDesk();
  const draft = useActDraft('withdraw', { requestedBy: '', reason: '' });
  const { requestedBy, reason } = draft.value;
  return (
    <ActForm
      title="Withdraw the request"
      submitLabel="Withdraw"
      danger
      draft={draft}
      problems={[
        ...missing(requestedBy, 'Name who asked for the withdrawal.'),
        ...missing(reason, 'Write the reason.'),
      ]}
      submit={() => send({ type: 'Withdraw', requestedBy: requestedBy.trim(), reason: reason.trim() })}
    >
      <Text size="sm">
        The requester takes the request back. Items without a decision are cancelled; nothing is denied.
      </Text>
      <TextInput
        label="Who asked for it"
        required
        maxLength={200}
        value={requestedBy}
        onChange={(e) => draft.change({ requestedBy: e.currentTarget.value })}
      />
      <ReasonField value={reason} change={(reason) => draft.change({ reason })} />
    </ActForm>
  );
};

export const VoidForm = () => {
  const { view, send } = useDesk();
  const draft = useActDraft('void', { kind: 'error', duplicateOfCaseId: '', reason: '' });
  const { kind, duplicateOfCaseId, reason } = draft.value;
  const duplicate = kind === 'duplicate' ? duplicateOfCaseId : '';
  return (
    <ActForm
      title="Void the case"
      submitLabel="Void"
      danger
      draft={draft}
      problems={[
        ...(kind === 'duplicate' ? missing(duplicate, 'Choose the case of which this is a duplicate.') : []),
        ...missing(reason, 'Write the reason.'),
      ]}
      submit={() =>
        send({ type: 'Void', reason: reason.trim(), ...(duplicate ? { duplicateOfCaseId: duplicate } : {}) })
      }
    >
      <Text size="sm">For cases that should never have been opened. The record is kept with your reason.</Text>
      <Radio.Group label="Why" value={kind} onChange={(v) => draft.change({ kind: v })}>
        <Stack gap={4} mt={4}>
          <Radio value="error" label="Entered in error" />
          <Radio
            value="duplicate"
            label="Duplicate of another case of this member"
            disabled={view.otherCases.length === 0}
          />
        </Stack>
      </Radio.Group>
      {kind === 'duplicate' && (
        <Radio.Group
          label="Duplicate of"
          value={duplicateOfCaseId}
          onChange={(v) => draft.change({ duplicateOfCaseId: v })}
        >
          <Stack gap={4} mt={4}>
            {view.otherCases.map((c) => (
              <Radio key={c.caseId} value={c.caseId} label={`${c.caseNumber}, ${c.serviceSummary}`} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <ReasonField value={reason} change={(reason) => draft.change({ reason })} />
    </ActForm>
  );
};
