import { Alert, Button, Checkbox, NativeSelect, Progress, Radio, Textarea, TextInput } from '@mantine/core';
import type { AdmissionAnswer, LevelChoice, VisitView } from '@openum/http/contract/admission.ts';
import { useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { newId } from '../api/command.ts';
import { useSession } from '../api/session.ts';
import { draftKey } from '../case/draft.ts';
import { useDraft } from '../case/useDraft.ts';
import { DiagnosesField } from '../request/DiagnosesField.tsx';
import { DocumentsSection } from '../request/DocumentsSection.tsx';
import type { DocumentDraft, FieldProblem } from '../request/form.ts';
import { ProblemList } from '../request/ProblemList.tsx';
import { fieldId } from '../request/parts.ts';
import css from '../request/request.module.css';
import { submitForm } from '../request/submit.ts';
import { AdmissionWho } from './AdmissionWho.tsx';
import { type AdmissionDraft, admissionBody, admissionProblems, emptyAdmission, fromVisit } from './draft.ts';
import { MomentFields } from './MomentFields.tsx';
import { sourceWord } from './words.ts';

type Props = {
  readonly levels: readonly LevelChoice[];
  /** The visit that the notice completes. */
  readonly told?: VisitView;
  readonly done: (answer: AdmissionAnswer) => void;
};

/** Tells of an admission: who, where, since when, at which level, for how many days. */
export const AdmissionForm = ({ levels, told, done }: Props) => {
  const visit = told?.visit;
  const { actor, view, zone } = useSession();
  const atDesk = view.tenant.kind === 'plan';
  const name = visit ? `visit ${visit.clientId} ${visit.visitNumber}` : 'admission';
  const start = (): AdmissionDraft => (told ? fromVisit(newId(), told, levels, zone) : emptyAdmission(newId()));
  const { value, change, discard, restored } = useDraft<AdmissionDraft>(
    draftKey(actor.userId, 'request', name),
    start(),
  );
  const [documents, setDocuments] = useState<readonly DocumentDraft[]>([]);
  const [tried, setTried] = useState(false);
  const [part, setPart] = useState<number>();
  const [failed, setFailed] = useState<{ readonly sentence: string; readonly problems: readonly FieldProblem[] }>();
  const own = admissionProblems(value, zone);
  const shown = [...(tried ? own : []), ...(failed?.problems ?? [])];
  const error = (path: string) => shown.find((p) => p.path === path)?.message;

  const send = async () => {
    setTried(true);
    setFailed(undefined);
    if (own.length > 0) return document.getElementById(fieldId(own[0]?.path ?? ''))?.focus();
    setPart(0);
    try {
      const plan = value.planId === '' ? '' : `?plan=${encodeURIComponent(value.planId)}`;
      const path = atDesk ? '/api/admissions' : `/api/portal/admissions${plan}`;
      const answer = await submitForm<AdmissionAnswer>(path, admissionBody(value, documents, zone, visit), setPart);
      discard(start());
      done(answer);
    } catch (problem) {
      const known = problem instanceof ApiProblem ? problem : undefined;
      setFailed({
        sentence: known?.message ?? 'Something went wrong on this page.',
        problems: known?.body?.fields ?? [],
      });
      // Without an answer it may have arrived: the same id makes it arrive once. A refused form is another one when it is changed.
      if (known?.body) change({ submissionId: newId() });
    } finally {
      setPart(undefined);
    }
  };

  return (
    <div className={css.form}>
      <Alert color="gray" title="Emergency care needs no authorization">
        What is done to examine and stabilize an emergency is covered without asking (45 CFR 149.110; 42 CFR 422.113).
        This notice is about the stay that follows.
      </Alert>
      {restored && (
        <Alert color="gray" title="You had begun this notice earlier">
          It is as you left it. Files are not kept in the browser: choose them again.{' '}
          <Button size="compact-sm" variant="default" onClick={() => discard(start())}>
            Discard and start over
          </Button>
        </Alert>
      )}
      {failed && (
        <Alert color="red" role="alert" title="It was not sent">
          {failed.sentence} What you entered is kept.
        </Alert>
      )}
      <ProblemList problems={shown} />
      <AdmissionWho draft={value} change={change} error={error} />
      <section className={css.section} aria-labelledby="stay">
        <h2 id="stay">The stay</h2>
        <div className={css.two}>
          <MomentFields
            id="admittedAt"
            label="Admitted"
            required
            value={value.admitted}
            change={(admitted) => change({ admitted })}
            error={error('admittedAt')}
          />
          <NativeSelect
            id={fieldId('admissionSource')}
            label="Admitted as"
            required
            error={error('admissionSource')}
            value={value.source}
            onChange={(e) => change({ source: e.currentTarget.value as AdmissionDraft['source'] })}
            data={[
              { value: '', label: 'Choose one' },
              ...Object.entries(sourceWord).map(([v, label]) => ({ value: v, label })),
            ]}
          />
          <NativeSelect
            id={fieldId('levelOfCare')}
            label="Level of care"
            required
            error={error('levelOfCare')}
            value={value.level?.code ?? ''}
            onChange={(e) => change({ level: levels.find((l) => l.code === e.currentTarget.value) ?? null })}
            data={[{ value: '', label: 'Choose one' }, ...levels.map((l) => ({ value: l.code, label: l.label }))]}
          />
          <TextInput
            id={fieldId('requestedDays')}
            label="Days asked for"
            description={
              value.level ? `Empty: ${value.level.initialDays}, up to the first review` : 'From the day of admission'
            }
            inputMode="numeric"
            value={value.days}
            onChange={(e) => change({ days: e.currentTarget.value })}
            error={error('requestedDays')}
          />
          <TextInput
            id={fieldId('visitNumber')}
            label="Visit number of the facility"
            description="Later messages of its system are recognised by it"
            maxLength={60}
            value={value.visitNumber}
            onChange={(e) => change({ visitNumber: e.currentTarget.value })}
            error={error('visitNumber')}
          />
          {atDesk && (
            <MomentFields
              id="receivedAt"
              label="Notice received"
              hint="Empty: now"
              value={value.received}
              change={(received) => change({ received })}
              error={error('receivedAt')}
            />
          )}
        </div>
        <DiagnosesField
          chosen={value.diagnoses}
          choose={(diagnoses) => change({ diagnoses })}
          error={error('diagnoses')}
        />
        <Checkbox
          label="The facility asks to go on with care after an emergency was stabilized"
          description="The plan answers within the time of the rule, often one hour, or pays"
          checked={value.postStabilization}
          onChange={(e) => change({ postStabilization: e.currentTarget.checked })}
        />
        {value.postStabilization && (
          <MomentFields
            id="postStabilizationRequestedAt"
            label="Asked"
            required
            value={value.stabilized}
            change={(stabilized) => change({ stabilized })}
            error={error('postStabilizationRequestedAt')}
          />
        )}
        <Radio.Group
          label="Delivery in this stay"
          description="Under a group health plan the first 48 hours need no authorization, 96 after a caesarean"
          value={value.delivery}
          onChange={(v) => change({ delivery: v as AdmissionDraft['delivery'] })}
        >
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem 1.25rem', marginTop: 4 }}>
            <Radio value="" label="None" />
            <Radio value="vaginal" label="Vaginal" />
            <Radio value="caesarean" label="Caesarean" />
          </div>
        </Radio.Group>
        {value.delivery !== '' && (
          <MomentFields
            id="deliveredAt"
            label="Delivered"
            required
            value={value.delivered}
            change={(delivered) => change({ delivered })}
            error={error('deliveredAt')}
          />
        )}
        <Checkbox
          label="The member has left already"
          description="The stay is then reviewed in retrospect, on what was known at the time"
          checked={value.left}
          onChange={(e) => change({ left: e.currentTarget.checked })}
        />
        {value.left && (
          <MomentFields
            id="dischargedAt"
            label="Discharged"
            required
            value={value.discharged}
            change={(discharged) => change({ discharged })}
            error={error('dischargedAt')}
          />
        )}
        <Textarea
          label="Clinical summary"
          autosize
          minRows={3}
          maxLength={10_000}
          value={value.rationale}
          onChange={(e) => change({ rationale: e.currentTarget.value })}
        />
      </section>
      <DocumentsSection documents={documents} change={setDocuments} />
      <div className={css.foot}>
        <Button loading={part !== undefined} onClick={() => void send()}>
          Send the notice
        </Button>
        {part !== undefined && (
          <Progress.Root size="lg" flex={1}>
            <Progress.Section value={part * 100} aria-label="Sending the notice" />
          </Progress.Root>
        )}
      </div>
    </div>
  );
};
