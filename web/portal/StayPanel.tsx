import { Alert, Button, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { addDays, type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { OwnRequest, OwnStay } from '@openum/http/contract/portal.ts';
import { type FormEvent, useState } from 'react';
import { useSession } from '../api/session.ts';
import { count, date, moment } from '../app/format.ts';
import { draftKey } from '../case/draft.ts';
import { Panel } from '../case/Panel.tsx';
import { problemText } from '../case/problemText.ts';
import { useDraft } from '../case/useDraft.ts';
import { wholeDays } from '../stay/ContinuedStayForm.tsx';
import { levelLabelOf } from '../stay/words.ts';
import css from './portal.module.css';
import { useOwnAct } from './useOwnAct.ts';

type Props = { readonly request: OwnRequest; readonly stay: OwnStay };

const MoreDays = ({ request, stay, close }: Props & { readonly close: () => void }) => {
  const { actor } = useSession();
  const draft = useDraft(draftKey(actor.userId, request.caseId, 'moreDays'), {
    from: stay.nextDay as string,
    days: '',
    level: stay.level,
    update: '',
  });
  const { send, busy, failure } = useOwnAct(request.caseId, 'continued-stay');
  const [tried, setTried] = useState(false);
  const { from, days, level, update } = draft.value;
  const n = wholeDays(days);
  const goodFrom = isCalendarDateText(from);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (n === undefined || !goodFrom || !update.trim()) return;
    if (await send({ from, days: n, levelOfCare: level, clinicalUpdate: update.trim() })) {
      draft.discard();
      close();
    }
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <TextInput
        label="First day"
        type="date"
        required
        value={from}
        onChange={(e) => draft.change({ from: e.currentTarget.value })}
        error={tried && !goodFrom ? 'Enter the first day.' : undefined}
      />
      <TextInput
        label="Days"
        description={
          n !== undefined && goodFrom ? `Through ${date(addDays(from as CalendarDate, n - 1))}` : 'Nights of care'
        }
        inputMode="numeric"
        required
        autoFocus
        value={days}
        onChange={(e) => draft.change({ days: e.currentTarget.value })}
        error={tried && n === undefined ? 'Enter the days, from 1 to 60.' : undefined}
      />
      <NativeSelect
        label="Level of care"
        value={level}
        onChange={(e) => draft.change({ level: e.currentTarget.value })}
        data={stay.levels.map((l) => ({ value: l.code, label: l.label }))}
      />
      <Textarea
        label="Clinical update"
        description="How the member is, and why this level is needed longer. Add the notes under Files you sent."
        required
        autosize
        minRows={4}
        maxLength={8000}
        value={update}
        onChange={(e) => draft.change({ update: e.currentTarget.value })}
        error={tried && !update.trim() ? 'Write the clinical update.' : undefined}
      />
      {failure !== undefined && (
        <Alert color="red" role="alert">
          {problemText(failure)} What you wrote is kept.
        </Alert>
      )}
      <div className={css.actions}>
        <Button type="submit" loading={busy}>
          Ask for these days
        </Button>
        <Button variant="default" onClick={close}>
          Close
        </Button>
      </div>
    </form>
  );
};

const Update = ({ request, close }: { readonly request: OwnRequest; readonly close: () => void }) => {
  const { actor } = useSession();
  const draft = useDraft(draftKey(actor.userId, request.caseId, 'clinicalUpdate'), { summary: '' });
  const { send, busy, failure } = useOwnAct(request.caseId, 'clinical-update');
  const [tried, setTried] = useState(false);
  const summary = draft.value.summary.trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (summary && (await send({ summary }))) {
      draft.discard();
      close();
    }
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <Textarea
        label="How the member is"
        required
        autoFocus
        autosize
        minRows={4}
        maxLength={8000}
        value={draft.value.summary}
        onChange={(e) => draft.change({ summary: e.currentTarget.value })}
        error={tried && !summary ? 'Write the update.' : undefined}
      />
      {failure !== undefined && (
        <Alert color="red" role="alert">
          {problemText(failure)} What you wrote is kept.
        </Alert>
      )}
      <div className={css.actions}>
        <Button type="submit" loading={busy}>
          Send the update
        </Button>
        <Button variant="default" onClick={close}>
          Close
        </Button>
      </div>
    </form>
  );
};

/** The stay of a request, and the way to ask for more days of it. */
export const StayPanel = ({ request, stay }: Props) => {
  const { zone } = useSession();
  const [open, setOpen] = useState<'days' | 'update'>();
  const close = () => setOpen(undefined);
  return (
    <Panel title="The stay">
      <div className={css.form}>
        <div>
          {stay.facilityName}, admitted {moment(stay.admittedAt, zone)}, {levelLabelOf(stay.levels, stay.level)}.{' '}
          {stay.approvedThrough
            ? `${count(stay.approvedDays, 'day')} approved, through ${date(stay.approvedThrough)}.`
            : 'No day is approved yet.'}
          {stay.dischargedAt && ` Discharged ${moment(stay.dischargedAt, zone)}.`}
        </div>
        {stay.reviewDueAt && (
          <div className={css.quiet}>
            The plan looks at the stay again by {moment(stay.reviewDueAt, zone)}. Ask for more days at least 24 hours
            before the approved days end.
          </div>
        )}
        {stay.closed ? (
          <Text size="sm" c="dimmed">
            {stay.closed}
          </Text>
        ) : open === 'days' ? (
          <MoreDays request={request} stay={stay} close={close} />
        ) : open === 'update' ? (
          <Update request={request} close={close} />
        ) : (
          <div className={css.actions}>
            <Button onClick={() => setOpen('days')}>Request more days</Button>
            <Button variant="default" onClick={() => setOpen('update')}>
              Send a clinical update
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
};
