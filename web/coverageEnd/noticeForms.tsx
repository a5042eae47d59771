import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { openReview, standingEnds } from '@openum/domain/coverageEnd/coverageEnd.ts';
import {
  deliveryWays,
  type MedicareNotice,
  medicareNotices,
  type NoticeDelivery,
  type QioOutcome,
  qioOutcomes,
  recipients,
  signatures,
} from '@openum/domain/coverageEnd/event.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { choices } from '../app/choices.ts';
import { ActForm } from '../case/act/ActForm.tsx';
import { localMoment, wallClock } from '../case/act/localMoment.ts';
import { useActDraft } from '../case/act/useActDraft.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { MomentFields } from './MomentFields.tsx';
import { noticeWords, qioWords, recipientWords, signatureWords, wayWords } from './words.ts';

export const MedicareNoticeForm = () => {
  const { view, zone, send } = useDesk();
  const { member, requestingProvider } = view.state.request;
  const owed = view.coverageEnd.duties.find((d) => d.deliveredAt === undefined);
  const draft = useActDraft('medicareNotice', {
    notice: (owed?.notice ?? 'im') as MedicareNotice,
    name: `${member.given} ${member.family}`,
    as: 'member' as NoticeDelivery['to']['as'],
    how: 'inPerson' as NoticeDelivery['how'],
    signature: 'signed' as NoticeDelivery['signature'],
    by: view.state.stay?.facility.name ?? requestingProvider.name,
    documentId: '',
    ...wallClock(view.now as Instant, zone),
  });
  const { notice, name, as, how, signature, by, documentId, day, time } = draft.value;
  const at = localMoment(day, time, zone);
  return (
    <ActForm
      title="Record a Medicare notice"
      submitLabel="Record"
      draft={draft}
      problems={[
        ...(name.trim() ? [] : ['Enter who was given it.']),
        ...(by.trim() ? [] : ['Enter who handed it over.']),
        ...(at ? [] : ['Enter the day and time.']),
      ]}
      submit={async () => {
        if (at)
          await send({
            type: 'RecordMedicareNotice',
            notice,
            to: { name: name.trim(), as },
            how,
            signature,
            by: by.trim(),
            deliveredAt: at,
            ...(documentId ? { documentId } : {}),
          });
      }}
    >
      <NativeSelect
        label="Notice"
        value={notice}
        onChange={(e) => draft.change({ notice: e.currentTarget.value as MedicareNotice })}
        data={choices(medicareNotices, noticeWords)}
      />
      <div className={css.two}>
        <TextInput
          label="Given to"
          required
          maxLength={200}
          value={name}
          onChange={(e) => draft.change({ name: e.currentTarget.value })}
        />
        <NativeSelect
          label="Who is"
          value={as}
          onChange={(e) => draft.change({ as: e.currentTarget.value as typeof as })}
          data={choices(recipients, recipientWords)}
        />
      </div>
      <div className={css.two}>
        <NativeSelect
          label="How"
          value={how}
          onChange={(e) => {
            const way = e.currentTarget.value as typeof how;
            const signs = way === 'inPerson' || way === 'electronic';
            draft.change({ how: way, ...(signs || signature !== 'signed' ? {} : { signature: 'notAsked' }) });
          }}
          data={choices(deliveryWays, wayWords)}
        />
        <NativeSelect
          label="Signature"
          value={signature}
          onChange={(e) => draft.change({ signature: e.currentTarget.value as typeof signature })}
          data={choices(signatures, signatureWords)}
        />
      </div>
      <MomentFields label="Given on" day={day} time={time} zone={zone} change={(part) => draft.change(part)} />
      <TextInput
        label="Handed over by"
        required
        maxLength={200}
        value={by}
        onChange={(e) => draft.change({ by: e.currentTarget.value })}
      />
      <NativeSelect
        label="Signed copy"
        description="Optional: a document of this case"
        value={documentId}
        onChange={(e) => draft.change({ documentId: e.currentTarget.value })}
        data={[
          { value: '', label: 'None' },
          ...view.state.documents.map((d) => ({ value: d.documentId, label: d.title })),
        ]}
      />
    </ActForm>
  );
};

export const QioRequestForm = () => {
  const { view, zone, send } = useDesk();
  const { member } = view.state.request;
  const end = standingEnds(view.state).find((e) => e.route !== 'advanceNotice' && !openReview(e));
  const nowHere = wallClock(view.now as Instant, zone);
  const draft = useActDraft('qioRequest', {
    requestedBy: `${member.given} ${member.family}`,
    day: nowHere.day,
    time: nowHere.time,
    toldDay: nowHere.day,
    toldTime: nowHere.time,
  });
  const { requestedBy, day, time, toldDay, toldTime } = draft.value;
  const requestedAt = localMoment(day, time, zone);
  const notifiedAt = localMoment(toldDay, toldTime, zone);
  return (
    <ActForm
      title="Review by the quality improvement organization"
      submitLabel="Record the request"
      draft={draft}
      problems={[
        ...(end ? [] : ['No end of coverage stands that could be reviewed.']),
        ...(requestedBy.trim() ? [] : ['Enter who asked.']),
        ...(requestedAt ? [] : ['Enter when it was asked for.']),
        ...(notifiedAt ? [] : ['Enter when the plan was told.']),
      ]}
      submit={async () => {
        if (end && requestedAt && notifiedAt)
          await send({
            type: 'RecordQioRequest',
            endId: end.endId,
            requestedAt,
            notifiedAt,
            requestedBy: requestedBy.trim(),
          });
      }}
    >
      <TextInput
        label="Asked by"
        required
        maxLength={200}
        value={requestedBy}
        onChange={(e) => draft.change({ requestedBy: e.currentTarget.value })}
      />
      <MomentFields label="Asked on" day={day} time={time} zone={zone} change={(part) => draft.change(part)} />
      <MomentFields
        label="Plan told on"
        day={toldDay}
        time={toldTime}
        zone={zone}
        change={(p) => draft.change({ ...(p.day ? { toldDay: p.day } : {}), ...(p.time ? { toldTime: p.time } : {}) })}
      />
    </ActForm>
  );
};

export const QioDecisionForm = () => {
  const { view, zone, send } = useDesk();
  const review = standingEnds(view.state).flatMap((e) => openReview(e) ?? [])[0];
  const draft = useActDraft('qioDecision', {
    outcome: '' as QioOutcome | '',
    note: '',
    ...wallClock(view.now as Instant, zone),
  });
  const { outcome, note, day, time } = draft.value;
  const decidedAt = localMoment(day, time, zone);
  return (
    <ActForm
      title="Answer of the quality improvement organization"
      submitLabel="Record the answer"
      draft={draft}
      problems={[
        ...(review ? [] : ['No review waits for an answer.']),
        ...(outcome ? [] : ['Choose the answer.']),
        ...(note.trim() ? [] : ['Write what it says.']),
        ...(decidedAt ? [] : ['Enter when it was decided.']),
      ]}
      submit={async () => {
        if (review && outcome && decidedAt)
          await send({ type: 'RecordQioDecision', reviewId: review.reviewId, outcome, decidedAt, note: note.trim() });
      }}
    >
      <NativeSelect
        label="The organization"
        required
        value={outcome}
        onChange={(e) => draft.change({ outcome: e.currentTarget.value as QioOutcome })}
        data={[{ value: '', label: 'Choose' }, ...qioOutcomes.map((value) => ({ value, label: qioWords[value] }))]}
      />
      <MomentFields label="Decided on" day={day} time={time} zone={zone} change={(part) => draft.change(part)} />
      <Textarea
        label="What it says"
        description="When coverage goes on, the next continued-stay review takes it from here"
        required
        autosize
        minRows={3}
        maxLength={4000}
        value={note}
        onChange={(e) => draft.change({ note: e.currentTarget.value })}
      />
    </ActForm>
  );
};
