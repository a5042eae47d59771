import { NativeSelect, Textarea } from '@mantine/core';
import {
  type ClosingOutcome,
  closingOutcomes,
  type ReferralPriority,
  type ReferralReason,
  referralPriorities,
  referralReasons,
} from '@openum/domain/caseManagement/event.ts';
import { type CaseManagementReferral, referralStatus } from '@openum/domain/caseManagement/referral.ts';
import { choices } from '../app/choices.ts';
import { ActForm } from '../case/act/ActForm.tsx';
import { ReasonField } from '../case/act/ReasonField.tsx';
import { useActDraft } from '../case/act/useActDraft.ts';
import { useDesk } from '../case/desk.ts';
import { outcomeWords, priorityWords, reasonWords } from './words.ts';

export const ReferForm = () => {
  const { send } = useDesk();
  const draft = useActDraft('referCaseManagement', {
    reason: 'transitionOfCare' as ReferralReason,
    priority: 'routine' as ReferralPriority,
    summary: '',
  });
  const { reason, priority, summary } = draft.value;
  return (
    <ActForm
      title="Refer to case management"
      submitLabel="Refer"
      draft={draft}
      problems={summary.trim() ? [] : ['Say what was seen and what is needed.']}
      submit={() => send({ type: 'ReferToCaseManagement', reason, priority, summary: summary.trim() })}
    >
      <NativeSelect
        label="Reason"
        value={reason}
        onChange={(e) => draft.change({ reason: e.currentTarget.value as ReferralReason })}
        data={choices(referralReasons, reasonWords)}
      />
      <NativeSelect
        label="Priority"
        description="Urgent is answered within 24 hours, routine within 72"
        value={priority}
        onChange={(e) => draft.change({ priority: e.currentTarget.value as ReferralPriority })}
        data={choices(referralPriorities, priorityWords)}
      />
      <Textarea
        label="What was seen, and what is needed"
        description="The review goes on as it is; this hands nothing of the decision over"
        required
        autosize
        minRows={4}
        maxLength={4000}
        value={summary}
        onChange={(e) => draft.change({ summary: e.currentTarget.value })}
      />
    </ActForm>
  );
};

/** Which of the open referrals an act is about. */
const useReferral = (referrals: readonly CaseManagementReferral[], chosen: string, choose: (id: string) => void) => {
  const referral = referrals.find((r) => r.referralId === chosen) ?? referrals[0];
  const which =
    referrals.length > 1 ? (
      <NativeSelect
        label="Which referral"
        value={referral?.referralId ?? ''}
        onChange={(e) => choose(e.currentTarget.value)}
        data={referrals.map((r) => ({ value: r.referralId, label: reasonWords[r.reason] }))}
      />
    ) : null;
  return { referral, which };
};

export const AcceptForm = () => {
  const { view, send } = useDesk();
  const draft = useActDraft('acceptCaseManagement', { referralId: '', goals: '' });
  const waiting = view.state.caseManagement.filter((r) => referralStatus(r) === 'waiting');
  const { referral, which } = useReferral(waiting, draft.value.referralId, (referralId) =>
    draft.change({ referralId }),
  );
  const goals = draft.value.goals.split('\n').flatMap((g) => (g.trim() ? [g.trim()] : []));
  return (
    <ActForm
      title="Accept the case-management referral"
      submitLabel="Accept"
      draft={draft}
      problems={[
        ...(referral ? [] : ['No referral waits for an answer.']),
        ...(goals.length > 0 ? [] : ['Write at least one goal.']),
        ...(goals.length <= 12 ? [] : ['At most twelve goals.']),
      ]}
      submit={async () => {
        if (referral) await send({ type: 'AcceptCaseManagement', referralId: referral.referralId, goals });
      }}
    >
      {which}
      <Textarea
        label="Goals"
        description="What the care plan is to reach, one goal a line"
        required
        autosize
        minRows={3}
        maxLength={4000}
        value={draft.value.goals}
        onChange={(e) => draft.change({ goals: e.currentTarget.value })}
      />
    </ActForm>
  );
};

export const CloseForm = () => {
  const { view, send } = useDesk();
  const draft = useActDraft('closeCaseManagement', {
    referralId: '',
    outcome: '' as ClosingOutcome | '',
    reason: '',
  });
  const { outcome, reason } = draft.value;
  const open = view.state.caseManagement.filter((r) => referralStatus(r) !== 'closed');
  const { referral, which } = useReferral(open, draft.value.referralId, (referralId) => draft.change({ referralId }));
  const outcomes = closingOutcomes.filter((o) => o !== 'goalsMet' || referral?.accepted);
  return (
    <ActForm
      title="Close the case-management referral"
      submitLabel="Close it"
      draft={draft}
      problems={[
        ...(referral ? [] : ['No referral is open.']),
        ...(outcome ? [] : ['Choose what became of it.']),
        ...(reason.trim() ? [] : ['Write the reason.']),
      ]}
      submit={async () => {
        if (referral && outcome)
          await send({
            type: 'CloseCaseManagement',
            referralId: referral.referralId,
            outcome,
            reason: reason.trim(),
          });
      }}
    >
      {which}
      <NativeSelect
        label="What became of it"
        required
        value={outcome}
        onChange={(e) => draft.change({ outcome: e.currentTarget.value as ClosingOutcome })}
        data={[{ value: '', label: 'Choose' }, ...choices(outcomes, outcomeWords)]}
      />
      <ReasonField value={reason} change={(reason) => draft.change({ reason })} />
    </ActForm>
  );
};
