import { NativeSelect, Text, Textarea } from '@mantine/core';
import { type Disposition, dispositions } from '@openum/domain/stay/event.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { moment } from '../app/format.ts';
import { ActForm } from '../case/act/ActForm.tsx';
import { localMoment, wallClock } from '../case/act/localMoment.ts';
import { ReasonField } from '../case/act/ReasonField.tsx';
import { useActDraft } from '../case/act/useActDraft.ts';
import { useDesk } from '../case/desk.ts';
import { MomentFields } from '../coverageEnd/MomentFields.tsx';
import { dispositionWords } from './words.ts';

/** The first time, or a correction of what was recorded. */
export const DischargeForm = () => {
  const { view, zone, send } = useDesk();
  const known = view.stay?.record.discharge;
  const draft = useActDraft('discharge', {
    disposition: (known?.disposition ?? '') as Disposition | '',
    note: '',
    reason: '',
    ...wallClock(known?.dischargedAt ?? (view.now as Instant), zone),
  });
  const { disposition, note, reason, day, time } = draft.value;
  const at = localMoment(day, time, zone);
  return (
    <ActForm
      title={known ? 'Correct the discharge' : 'Record the discharge'}
      submitLabel={known ? 'Correct' : 'Record the discharge'}
      draft={draft}
      problems={[
        ...(at ? [] : ['Enter when the member left.']),
        ...(at && at > view.now ? ['The discharge cannot lie in the future.'] : []),
        ...(disposition ? [] : ['Choose where the member went.']),
        ...(known && !reason.trim() ? ['Write the reason of the correction.'] : []),
      ]}
      submit={async () => {
        if (at && disposition)
          await send({
            type: 'RecordDischarge',
            dischargedAt: at,
            disposition,
            ...(note.trim() ? { note: note.trim() } : {}),
            ...(known ? { reason: reason.trim() } : {}),
          });
      }}
    >
      {known && <Text size="sm">Recorded: {moment(known.dischargedAt, zone)}. Both stay in the record.</Text>}
      <MomentFields label="Discharged" day={day} time={time} zone={zone} change={draft.change} />
      <NativeSelect
        label="Where to"
        required
        value={disposition}
        onChange={(e) => draft.change({ disposition: e.currentTarget.value as Disposition | '' })}
        data={[
          { value: '', label: 'Choose' },
          ...dispositions.map((value) => ({ value, label: dispositionWords[value] })),
        ]}
      />
      <Textarea
        label="Note"
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(e) => draft.change({ note: e.currentTarget.value })}
      />
      {known && (
        <Textarea
          label="Reason of the correction"
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(e) => draft.change({ reason: e.currentTarget.value })}
        />
      )}
    </ActForm>
  );
};

const kinds = {
  admittedAt: 'The time of admission is wrong',
  cancelDischarge: 'The member has not left',
  cancelAdmission: 'The admission did not take place',
} as const;
type Kind = keyof typeof kinds;

/** What was recorded in error, put right by a further record with its reason. */
export const CorrectStayForm = () => {
  const { view, zone, send } = useDesk();
  const { stay } = view;
  const draft = useActDraft('correctStay', {
    kind: 'admittedAt' as Kind,
    reason: '',
    ...wallClock(stay?.record.admittedAt ?? (view.now as Instant), zone),
  });
  const { kind, reason, day, time } = draft.value;
  const at = localMoment(day, time, zone);
  const open = (['admittedAt', 'cancelDischarge', 'cancelAdmission'] as const).filter(
    (k) => k !== 'cancelDischarge' || stay?.record.discharge !== undefined,
  );
  return (
    <ActForm
      title="Correct the stay"
      submitLabel={kinds[kind] === kinds.cancelAdmission ? 'Cancel the admission' : 'Correct'}
      danger={kind === 'cancelAdmission'}
      draft={draft}
      problems={[
        ...(kind === 'admittedAt' && !at ? ['Enter when the member was admitted.'] : []),
        ...(reason.trim() ? [] : ['Write the reason.']),
      ]}
      submit={async () => {
        const why = reason.trim();
        if (kind === 'cancelDischarge') await send({ type: 'CancelDischarge', reason: why });
        else if (kind === 'cancelAdmission') await send({ type: 'CancelAdmission', reason: why });
        else if (at) await send({ type: 'CorrectAdmission', admittedAt: at, reason: why });
      }}
    >
      <NativeSelect
        label="What is wrong"
        value={kind}
        onChange={(e) => draft.change({ kind: e.currentTarget.value as Kind })}
        data={open.map((value) => ({ value, label: kinds[value] }))}
      />
      {kind === 'admittedAt' && (
        <MomentFields label="Admitted" day={day} time={time} zone={zone} change={draft.change} />
      )}
      {kind === 'cancelAdmission' && (
        <Text size="sm">
          Days that nobody has decided are no longer asked for. What was decided stays in the record.
        </Text>
      )}
      <ReasonField value={reason} change={(reason) => draft.change({ reason })} />
    </ActForm>
  );
};
