import { Anchor, Button } from '@mantine/core';
import { finalAnswer } from '@openum/domain/episode/state.ts';
import type { InquiryAnswer, RequestDesk } from '@openum/http/contract/practice/request.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { count, date, moment } from '../../app/format.ts';
import { AnswerPacketForm } from '../packet/AnswerPacketForm.tsx';
import { standingTone, standingWord } from '../payerFile/words.ts';
import { usePracticeSend } from '../send.ts';
import { channelWord, levelWord, outcomeTone, outcomeWord, submissionKindWord } from '../words.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { AppealStanding } from './AppealStanding.tsx';
import { InformationForm } from './InformationForm.tsx';

type Props = { readonly desk: RequestDesk; readonly submission: RequestDesk['submissions'][number] };

const inquiryWord: Record<InquiryAnswer['result'], string> = {
  answered: 'There is a new answer.',
  unchanged: 'The payer says the same as before.',
  unreachable: 'The payer did not answer. It is asked again by itself.',
  notOpen: 'This request did not go over an electronic line.',
};

const InquireButton = ({ desk, submission: s }: Props) => {
  const client = useQueryClient();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    try {
      const { result } = await post<InquiryAnswer>(
        `/api/practice/episodes/${desk.episodeId}/requests/${s.submissionId}/inquire`,
        {},
      );
      setSaid(inquiryWord[result]);
      await client.invalidateQueries({ queryKey: ['practice'] });
    } catch {
      setSaid('The payer could not be asked. Try again.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="compact-sm" variant="default" loading={busy} onClick={() => void ask()}>
        Ask the payer now
      </Button>
      <span className="um-practice-quiet" role="status">
        {said}
      </span>
    </>
  );
};

/** The file by which a request went, and how it stands. */
const RequestFile = ({ desk, submission: s }: Props) => {
  const { send, busy, message } = usePracticeSend();
  if (s.file)
    return (
      <div className="um-practice-actions">
        <Anchor
          renderRoot={(p) => <Link {...p} to="/practice/files/$fileId" params={{ fileId: s.file?.fileId ?? '' }} />}
        >
          {s.file.fileName}
        </Anchor>
        <span className="um-chip" data-tone={standingTone[s.file.standing]}>
          {standingWord[s.file.standing]}
        </span>
        {s.file.standing === 'made' && (
          <span className="um-practice-quiet">Open it, download it, and bring it to the payer.</span>
        )}
      </div>
    );
  return (
    <div className="um-practice-actions">
      <span>There is no file of this request.</span>
      <Button
        size="compact-sm"
        variant="default"
        loading={busy}
        onClick={() => void send(`/api/practice/episodes/${desk.episodeId}/requests/${s.submissionId}/file`, {})}
      >
        Make the file
      </Button>
      {message && <span role="alert">{message}</span>}
    </div>
  );
};

/** One request with everything that came back. */
export const SubmissionCard = ({ desk, submission: s }: Props) => {
  const { zone } = useSession();
  const [form, setForm] = useState<'answer' | 'information' | 'packet'>();
  const last = s.answers.at(-1);
  const final = finalAnswer(s);
  const payer = desk.payers.find((p) => p.coverage.coverageId === s.coverageId)?.coverage.payerName;
  const [message] = s.messages;
  return (
    <article className="um-request" aria-label={`${submissionKindWord[s.kind]}, ${date(s.from)} to ${date(s.to)}`}>
      <header className="um-practice-actions">
        <b>
          {submissionKindWord[s.kind]}: {levelWord(s.levelOfCare)}, {date(s.from)} to {date(s.to)}
        </b>
        <span className="um-chip" data-tone={last ? outcomeTone[last.outcome] : 'waiting'}>
          {last ? outcomeWord[last.outcome] : 'No answer yet'}
        </span>
      </header>
      <div className="um-practice-quiet">
        {payer}, {channelWord[s.channel]}
        {s.spokeWith ? `, ${s.spokeWith}` : ''}
        {s.reference ? `, reference ${s.reference}` : ''}, {moment(s.sentAt, zone)}
        {s.units === undefined ? '' : `, ${count(s.units, 'unit')}`}
      </div>
      <details>
        <summary>What was sent</summary>
        <p style={{ whiteSpace: 'pre-wrap' }}>{s.clinicalSummary}</p>
        {s.informationSent.map((i) => (
          <p key={i.sentAt} style={{ whiteSpace: 'pre-wrap' }}>
            <b>{moment(i.sentAt, zone)}:</b> {i.summary}
          </p>
        ))}
      </details>
      <ol className="um-request-answers">
        {s.answers.map((a, at) => (
          <li key={at}>
            <b>{outcomeWord[a.outcome]}</b> {moment(a.answeredAt, zone)}
            {a.spokeWith ? `, ${a.spokeWith}` : ''}
            {a.reference ? `, ${a.reference}` : ''}
            {a.reason && <div>{a.reason}</div>}
            {a.wanted?.map((w) => (
              <div key={w}>{w}</div>
            ))}
          </li>
        ))}
      </ol>
      {message && (
        <div className="um-practice-quiet">
          {count(s.messages.length, 'message')} over the line {message.line}; last {moment(message.sentAt, zone)}
          {message.status === undefined ? ', without an answer' : ''}
        </div>
      )}
      {s.channel === 'x12' && <RequestFile desk={desk} submission={s} />}
      {s.appeal && <AppealStanding appeal={s.appeal} asked={s.channel === 'pas'} />}
      {final && s.appeal && !s.appeal.answered && s.channel === 'pas' && (
        <div className="um-practice-actions">
          <InquireButton desk={desk} submission={s} />
        </div>
      )}
      {!final && (
        <div className="um-practice-actions">
          {s.channel === 'pas' && <InquireButton desk={desk} submission={s} />}
          <Button size="compact-sm" variant="default" onClick={() => setForm('answer')}>
            Write down an answer
          </Button>
          {last?.outcome === 'informationRequested' && (
            <>
              <Button size="compact-sm" onClick={() => setForm('information')}>
                Send what was asked for
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setForm('packet')}>
                Answer with a packet
              </Button>
            </>
          )}
        </div>
      )}
      {form === 'answer' && <AnswerForm desk={desk} submission={s} close={() => setForm(undefined)} />}
      {form === 'information' && <InformationForm desk={desk} submission={s} close={() => setForm(undefined)} />}
      {form === 'packet' && <AnswerPacketForm desk={desk} submission={s} close={() => setForm(undefined)} />}
    </article>
  );
};
