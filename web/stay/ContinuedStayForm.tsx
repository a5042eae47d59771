import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { Urgency } from '@openum/domain/case/request.ts';
import { addDays, type CalendarDate, type Instant, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { date } from '../app/format.ts';
import { channelWord, urgencyWord } from '../app/words.ts';
import { ActForm } from '../case/act/ActForm.tsx';
import { localMoment, wallClock } from '../case/act/localMoment.ts';
import { useActDraft } from '../case/act/useActDraft.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { MomentFields } from '../coverageEnd/MomentFields.tsx';

const channels = ['phone', 'fax', 'portal', 'mail'] as const;
type Given = (typeof channels)[number];

export const wholeDays = (text: string): number | undefined => {
  const n = Number(text);
  return text.trim() !== '' && Number.isInteger(n) && n >= 1 && n <= 60 ? n : undefined;
};

/** The facility asks for more days; a line of its own with clocks of its own. */
export const ContinuedStayForm = () => {
  const { view, zone, send } = useDesk();
  const { stay } = view;
  const draft = useActDraft('continueStay', {
    from: stay?.nextDay ?? '',
    days: '',
    level: stay?.level ?? '',
    update: '',
    by: stay?.record.continued.at(-1)?.requestedBy ?? '',
    channel: 'phone' as Given,
    urgency: 'expedited' as Urgency,
    ...wallClock(view.now as Instant, zone),
  });
  const { from, days, level, update, by, channel, urgency, day, time } = draft.value;
  const receivedAt = localMoment(day, time, zone);
  const n = wholeDays(days);
  const last = n !== undefined && isCalendarDateText(from) ? addDays(from as CalendarDate, n - 1) : undefined;
  return (
    <ActForm
      title="Request for more days"
      submitLabel="Record the request"
      draft={draft}
      problems={[
        ...(isCalendarDateText(from) ? [] : ['Enter the first day.']),
        ...(n === undefined ? ['Enter the days, from 1 to 60.'] : []),
        ...(update.trim() ? [] : ['Write the clinical update.']),
        ...(by.trim() ? [] : ['Enter who asks.']),
        ...(receivedAt ? [] : ['Enter when it was received.']),
        ...(receivedAt && receivedAt > view.now ? ['The time of receipt cannot lie in the future.'] : []),
      ]}
      submit={async () => {
        if (receivedAt && n !== undefined)
          await send({
            type: 'RequestContinuedStay',
            from,
            days: n,
            levelOfCare: level,
            clinicalUpdate: update.trim(),
            receivedAt,
            channel,
            urgency,
            requestedBy: by.trim(),
          });
      }}
    >
      <div className={css.two}>
        <TextInput
          label="First day"
          type="date"
          required
          value={from}
          onChange={(e) => draft.change({ from: e.currentTarget.value })}
        />
        <TextInput
          data-first
          label="Days"
          description={last ? `Through ${date(last)}` : 'Nights of care'}
          inputMode="numeric"
          required
          value={days}
          onChange={(e) => draft.change({ days: e.currentTarget.value })}
        />
      </div>
      <NativeSelect
        label="Level of care asked for"
        value={level}
        onChange={(e) => draft.change({ level: e.currentTarget.value })}
        data={(stay?.levels ?? []).map((l) => ({ value: l.code, label: l.label }))}
      />
      <Textarea
        label="Clinical update"
        description="How the member is, and why this level is needed longer. Notes are added under Documents."
        required
        autosize
        minRows={4}
        maxLength={8000}
        value={update}
        onChange={(e) => draft.change({ update: e.currentTarget.value })}
      />
      <TextInput
        label="Asked by"
        required
        maxLength={200}
        value={by}
        onChange={(e) => draft.change({ by: e.currentTarget.value })}
      />
      <div className={css.two}>
        <NativeSelect
          label="Came by"
          value={channel}
          onChange={(e) => draft.change({ channel: e.currentTarget.value as Given })}
          data={channels.map((value) => ({ value, label: channelWord[value] }))}
        />
        <NativeSelect
          label="Urgency"
          value={urgency}
          onChange={(e) => draft.change({ urgency: e.currentTarget.value as Urgency })}
          data={(['expedited', 'standard'] as const).map((value) => ({ value, label: urgencyWord[value] }))}
        />
      </div>
      <MomentFields label="Received" day={day} time={time} zone={zone} change={draft.change} />
    </ActForm>
  );
};
