import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { blockingQuestions } from '@openum/domain/practiceArrival/steps.ts';
import type { ArrivalLine, ArrivalsReading } from '@openum/http/contract/practice/arrival.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { fileOfPractice } from '../../api/practice.ts';
import { useSession } from '../../api/session.ts';
import { ActButton } from '../../app/ActButton.tsx';
import { date, moment } from '../../app/format.ts';
import { usePracticeSend } from '../send.ts';
import { questionSentence, stepSentence } from './words.ts';

type Props = { readonly line: ArrivalLine; readonly programmes: ArrivalsReading['programmes'] };

const Dismiss = ({ line, close }: { readonly line: ArrivalLine; readonly close: () => void }) => {
  const { post, busy, message } = usePracticeSend();
  const [reason, setReason] = useState('');
  return (
    <form
      className="um-practice-actions"
      aria-label="Set the message aside"
      onSubmit={(e) => {
        e.preventDefault();
        if (reason.trim())
          void post(`/api/practice/arrivals/${line.arrivalId}/dismiss`, { reason: reason.trim() }).then(
            (ok) => ok && close(),
          );
      }}
    >
      <TextInput
        size="xs"
        aria-label="Why it is set aside"
        placeholder="Why it is set aside"
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
      <Button
        type="submit"
        size="compact-sm"
        loading={busy}
        {...(reason.trim() ? {} : { 'data-disabled': true, 'aria-disabled': true, title: 'Write the reason.' })}
      >
        Set aside
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={close}>
        Cancel
      </Button>
      {message && <span role="alert">{message}</span>}
    </form>
  );
};

const whyNot = ({ plan }: ArrivalLine, programmeId: string, whoChosen: boolean): string | undefined => {
  if (!plan) return 'The message could not be read.';
  const blocked = plan.questions.find((q) => blockingQuestions.some((b) => b === q.ask));
  if (blocked) return questionSentence(blocked);
  if (plan.questions.some((q) => q.ask === 'programme') && !programmeId) return 'Choose the programme.';
  if (plan.questions.some((q) => q.ask === 'whoIsIt') && !whoChosen) return 'Say who it is.';
  return plan.steps.length === 0 ? 'It would change nothing.' : undefined;
};

const newPatient = 'new';

/** One message that waits: who it is about, what it would change, what only a person can say. */
export const ArrivalItem = ({ line, programmes }: Props) => {
  const { zone } = useSession();
  const { post, busy, message } = usePracticeSend();
  const [programmeId, setProgrammeId] = useState('');
  const [who, setWho] = useState('');
  const [aside, setAside] = useState(false);
  const { said, plan, problems } = line;
  const nameOf = (id: string): string => programmes.find((p) => p.programmeId === id)?.name ?? id;
  const similar = plan?.questions.find((q) => q.ask === 'whoIsIt');
  const why = whyNot(line, programmeId, who !== '');
  const accept = () =>
    void post(`/api/practice/arrivals/${line.arrivalId}/accept`, {
      ...(programmeId ? { programmeId } : {}),
      ...(who && who !== newPatient ? { patientId: who } : {}),
    });
  return (
    <li>
      <div className="um-practice-actions">
        <b>{said ? `${said.patient.family}, ${said.patient.given}` : 'Not readable'}</b>
        {said && (
          <span className="um-practice-quiet">
            born {date(said.patient.birthDate)}, chart {said.patient.chartNumber}, visit {said.visitNumber}
          </span>
        )}
        {line.episodeId && (
          <Link to="/practice/episodes/$episodeId" params={{ episodeId: line.episodeId }}>
            Episode
          </Link>
        )}
      </div>
      <div className="um-practice-quiet">
        {line.clientName}, came {moment(line.receivedAt, zone)}
        {said && `, of ${moment(said.eventAt, zone)}`}
      </div>
      {plan && plan.steps.length > 0 && (
        <ul>
          {plan.steps.map((s, n) => (
            <li key={`${s.do}${n}`}>{stepSentence(s, nameOf)}</li>
          ))}
        </ul>
      )}
      {(problems.length > 0 || (plan?.questions.length ?? 0) > 0) && (
        <Alert color="yellow" variant="light" p="xs">
          {[...problems, ...(plan?.questions ?? []).map(questionSentence)].map((p) => (
            <div key={p}>{p}</div>
          ))}
        </Alert>
      )}
      <div className="um-practice-actions" style={{ marginBlockStart: '0.25rem' }}>
        {plan?.questions.some((q) => q.ask === 'programme') && (
          <NativeSelect
            size="xs"
            aria-label="Programme"
            value={programmeId}
            onChange={(e) => setProgrammeId(e.currentTarget.value)}
            data={[
              { value: '', label: 'Choose the programme' },
              ...programmes.map((p) => ({ value: p.programmeId, label: p.name })),
            ]}
          />
        )}
        {similar && (
          <NativeSelect
            size="xs"
            aria-label="Who it is"
            value={who}
            onChange={(e) => setWho(e.currentTarget.value)}
            data={[
              { value: '', label: 'Say who it is' },
              ...similar.patients.map((p) => ({
                value: p.patientId,
                label: `${p.family}, ${p.given}${p.chartNumber ? `, chart ${p.chartNumber}` : ', without a chart number'}`,
              })),
              { value: newPatient, label: 'Somebody new' },
            ]}
          />
        )}
        {said && (
          <ActButton size="compact-sm" why={why} loading={busy} onClick={accept}>
            Take it up
          </ActButton>
        )}
        {!aside && (
          <Button size="compact-sm" variant="default" onClick={() => setAside(true)}>
            Set aside
          </Button>
        )}
        <a href={fileOfPractice(`/api/practice/arrivals/${line.arrivalId}/message`)} target="_blank" rel="noreferrer">
          The message as it came
        </a>
      </div>
      {aside && <Dismiss line={line} close={() => setAside(false)} />}
      {message && (
        <Alert color="red" role="alert" variant="light">
          {message}
        </Alert>
      )}
    </li>
  );
};
