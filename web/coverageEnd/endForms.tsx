import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { standingEnds } from '@openum/domain/coverageEnd/coverageEnd.ts';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import { date } from '../app/format.ts';
import { ActForm } from '../case/act/ActForm.tsx';
import { ReasonField } from '../case/act/ReasonField.tsx';
import { useActDraft } from '../case/act/useActDraft.ts';
import { useDesk } from '../case/desk.ts';
import { routeWords } from './words.ts';

/** Days that run out, or a discharge: nothing that is authorized becomes less. */
export const PlanEndForm = () => {
  const { view, send } = useDesk();
  const inpatient = view.state.request.setting === 'inpatient';
  const route = inpatient ? 'hospitalDischarge' : 'nonCoverage';
  const draft = useActDraft('planEnd', { lastCoveredOn: '', reason: '', memberReason: '' });
  const { lastCoveredOn, reason, memberReason } = draft.value;
  return (
    <ActForm
      title={inpatient ? 'Plan the discharge' : 'End the coverage of the stay'}
      submitLabel={inpatient ? 'Record the planned discharge' : 'End coverage'}
      danger={!inpatient}
      draft={draft}
      problems={[
        ...(isCalendarDateText(lastCoveredOn) ? [] : ['Enter the day.']),
        ...(reason.trim() ? [] : ['Write the clinical reason.']),
        ...(memberReason.trim() ? [] : ['Write the reason for the member.']),
      ]}
      submit={() =>
        send({
          type: 'PlanCoverageEnd',
          route,
          lastCoveredOn,
          reason: reason.trim(),
          memberReason: memberReason.trim(),
        })
      }
    >
      <Text size="xs" c="dimmed">
        {inpatient
          ? 'The copy of the Important Message falls due before the member leaves, and the member may ask for a review until the end of that day.'
          : 'The Notice of Medicare Non-Coverage falls due two days before this day, and the member may ask for a review until noon of the day before.'}
      </Text>
      <TextInput
        label={inpatient ? 'Day of discharge' : 'Last covered day'}
        type="date"
        required
        value={lastCoveredOn}
        onChange={(e) => draft.change({ lastCoveredOn: e.currentTarget.value })}
      />
      <Textarea
        label="Clinical reason"
        required
        autosize
        minRows={3}
        maxLength={4000}
        value={reason}
        onChange={(e) => draft.change({ reason: e.currentTarget.value })}
      />
      <Textarea
        label="Reason for the member"
        description="In plain words"
        required
        autosize
        minRows={3}
        maxLength={4000}
        value={memberReason}
        onChange={(e) => draft.change({ memberReason: e.currentTarget.value })}
      />
    </ActForm>
  );
};

export const WithdrawEndForm = () => {
  const { view, send } = useDesk();
  const ends = standingEnds(view.state).filter((e) => e.route !== 'advanceNotice');
  const draft = useActDraft('withdrawEnd', { endId: '', reason: '' });
  const end = ends.find((e) => e.endId === draft.value.endId) ?? ends[0];
  const reason = draft.value.reason.trim();
  return (
    <ActForm
      title="Take back the planned end"
      submitLabel="Take it back"
      draft={draft}
      problems={[...(end ? [] : ['No end of coverage is planned.']), ...(reason ? [] : ['Write the reason.'])]}
      submit={async () => {
        if (end) await send({ type: 'WithdrawCoverageEnd', endId: end.endId, reason });
      }}
    >
      {ends.length > 1 && (
        <NativeSelect
          label="Which"
          value={end?.endId ?? ''}
          onChange={(e) => draft.change({ endId: e.currentTarget.value })}
          data={ends.map((e) => ({ value: e.endId, label: `${routeWords[e.route]}, ${date(e.lastCoveredOn)}` }))}
        />
      )}
      <ReasonField value={draft.value.reason} change={(reason) => draft.change({ reason })} />
    </ActForm>
  );
};
