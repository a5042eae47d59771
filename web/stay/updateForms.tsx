import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { chaseMethods, chaseResults } from '@openum/domain/stay/event.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { channelWord } from '../app/words.ts';
import { ActForm } from '../case/act/ActForm.tsx';
import { localMoment, wallClock } from '../case/act/localMoment.ts';
import { useActDraft } from '../case/act/useActDraft.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { MomentFields } from '../coverageEnd/MomentFields.tsx';
import { methodWords, resultWords } from './words.ts';

const channels = ['phone', 'fax', 'portal', 'mail'] as const;

export const ClinicalUpdateForm = () => {
  const { view, zone, send } = useDesk();
  const draft = useActDraft('clinicalUpdate', {
    summary: '',
    from: view.stay?.record.updates.at(-1)?.from ?? '',
    channel: 'phone' as (typeof channels)[number],
    ...wallClock(view.now as Instant, zone),
  });
  const { summary, from, channel, day, time } = draft.value;
  const receivedAt = localMoment(day, time, zone);
  return (
    <ActForm
      title="Clinical update received"
      submitLabel="Record the update"
      draft={draft}
      problems={[
        ...(summary.trim() ? [] : ['Write the update.']),
        ...(from.trim() ? [] : ['Enter who gave it.']),
        ...(receivedAt ? [] : ['Enter when it was received.']),
        ...(receivedAt && receivedAt > view.now ? ['The time of receipt cannot lie in the future.'] : []),
      ]}
      submit={async () => {
        if (receivedAt)
          await send({ type: 'RecordClinicalUpdate', summary: summary.trim(), from: from.trim(), channel, receivedAt });
      }}
    >
      <Textarea
        data-first
        label="How the member is"
        description="Notes are added under Documents"
        required
        autosize
        minRows={4}
        maxLength={8000}
        value={summary}
        onChange={(e) => draft.change({ summary: e.currentTarget.value })}
      />
      <TextInput
        label="From"
        required
        maxLength={200}
        value={from}
        onChange={(e) => draft.change({ from: e.currentTarget.value })}
      />
      <NativeSelect
        label="Came by"
        value={channel}
        onChange={(e) => draft.change({ channel: e.currentTarget.value as (typeof channels)[number] })}
        data={channels.map((value) => ({ value, label: channelWord[value] }))}
      />
      <MomentFields label="Received" day={day} time={time} zone={zone} change={draft.change} />
    </ActForm>
  );
};

export const ChaseForm = () => {
  const { view, send } = useDesk();
  const draft = useActDraft('chaseUpdate', {
    to: view.stay?.record.chases.at(-1)?.to ?? '',
    method: 'phone' as (typeof chaseMethods)[number],
    result: 'reached' as (typeof chaseResults)[number],
    note: '',
  });
  const { to, method, result, note } = draft.value;
  return (
    <ActForm
      title="Chase the clinical update"
      submitLabel="Record"
      draft={draft}
      problems={to.trim() ? [] : ['Enter whom you asked.']}
      submit={() =>
        send({
          type: 'ChaseClinicalUpdate',
          to: to.trim(),
          method,
          result,
          ...(note.trim() ? { note: note.trim() } : {}),
        })
      }
    >
      <TextInput
        label="Asked"
        description="Person and number"
        required
        maxLength={200}
        value={to}
        onChange={(e) => draft.change({ to: e.currentTarget.value })}
      />
      <div className={css.two}>
        <NativeSelect
          label="By"
          value={method}
          onChange={(e) => draft.change({ method: e.currentTarget.value as (typeof chaseMethods)[number] })}
          data={chaseMethods.map((value) => ({ value, label: methodWords[value] }))}
        />
        <NativeSelect
          label="Result"
          value={result}
          onChange={(e) => draft.change({ result: e.currentTarget.value as (typeof chaseResults)[number] })}
          data={chaseResults.map((value) => ({ value, label: resultWords[value] }))}
        />
      </div>
      <Textarea
        label="Note"
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(e) => draft.change({ note: e.currentTarget.value })}
      />
    </ActForm>
  );
};
