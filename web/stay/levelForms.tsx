import { Checkbox, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import {
  type Readiness,
  readinessStates,
  type TransitionBarrier,
  transitionBarriers,
} from '@openum/domain/stay/event.ts';
import { type Instant, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { ActForm } from '../case/act/ActForm.tsx';
import { localMoment, wallClock } from '../case/act/localMoment.ts';
import { ReasonField } from '../case/act/ReasonField.tsx';
import { useActDraft } from '../case/act/useActDraft.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { MomentFields } from '../coverageEnd/MomentFields.tsx';
import { barrierWords, levelLabelOf, readinessWords } from './words.ts';

export const LevelForm = () => {
  const { view, zone, send } = useDesk();
  const { stay } = view;
  const levels = stay?.levels ?? [];
  const draft = useActDraft('changeLevel', { to: '', reason: '', ...wallClock(view.now as Instant, zone) });
  const { to, reason, day, time } = draft.value;
  const at = localMoment(day, time, zone);
  return (
    <ActForm
      title="Change the level of care"
      submitLabel="Record the change"
      draft={draft}
      problems={[
        ...(to ? [] : ['Choose the level.']),
        ...(at ? [] : ['Enter since when.']),
        ...(reason.trim() ? [] : ['Write the reason.']),
      ]}
      submit={async () => {
        if (at) await send({ type: 'ChangeLevelOfCare', to, effectiveAt: at, reason: reason.trim() });
      }}
    >
      <Text size="sm">
        Now: {stay ? levelLabelOf(levels, stay.level) : ''}. This records where the member is; what is authorized
        changes only by a decision.
      </Text>
      <NativeSelect
        label="New level of care"
        required
        value={to}
        onChange={(e) => draft.change({ to: e.currentTarget.value })}
        data={[
          { value: '', label: 'Choose' },
          ...levels.filter((l) => l.code !== stay?.level).map((l) => ({ value: l.code, label: l.label })),
        ]}
      />
      <MomentFields label="Since" day={day} time={time} zone={zone} change={draft.change} />
      <ReasonField value={reason} change={(reason) => draft.change({ reason })} />
    </ActForm>
  );
};

export const TransitionForm = () => {
  const { view, send } = useDesk();
  const last = view.stay?.record.assessments.at(-1);
  const draft = useActDraft('assessTransition', {
    readiness: (last?.readiness ?? 'notReady') as Readiness,
    barriers: [...(last?.barriers ?? [])] as readonly TransitionBarrier[],
    expected: last?.expectedDischargeOn ?? '',
    plan: last?.plan ?? '',
  });
  const { readiness, barriers, expected, plan } = draft.value;
  return (
    <ActForm
      title="Readiness for transition"
      submitLabel="Record"
      draft={draft}
      problems={[
        ...(readiness === 'notReady' && barriers.length === 0 ? ['Choose what stands in the way.'] : []),
        ...(expected === '' || isCalendarDateText(expected) ? [] : ['Enter the expected day as a date.']),
      ]}
      submit={() =>
        send({
          type: 'AssessTransition',
          readiness,
          barriers: [...barriers],
          ...(expected ? { expectedDischargeOn: expected } : {}),
          ...(plan.trim() ? { plan: plan.trim() } : {}),
        })
      }
    >
      <NativeSelect
        label="Readiness"
        value={readiness}
        onChange={(e) => draft.change({ readiness: e.currentTarget.value as Readiness })}
        data={readinessStates.map((value) => ({ value, label: readinessWords[value] }))}
      />
      <TextInput
        label="Expected discharge"
        type="date"
        value={expected}
        onChange={(e) => draft.change({ expected: e.currentTarget.value })}
      />
      <fieldset className={css.item}>
        <legend>What stands in the way</legend>
        {transitionBarriers.map((b) => (
          <Checkbox
            key={b}
            label={barrierWords[b]}
            checked={barriers.includes(b)}
            onChange={(e) =>
              draft.change({
                barriers: e.currentTarget.checked ? [...barriers, b] : barriers.filter((x) => x !== b),
              })
            }
          />
        ))}
      </fieldset>
      <Textarea
        label="Plan for after the stay"
        autosize
        minRows={3}
        maxLength={4000}
        value={plan}
        onChange={(e) => draft.change({ plan: e.currentTarget.value })}
      />
    </ActForm>
  );
};
