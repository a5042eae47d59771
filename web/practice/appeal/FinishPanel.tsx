import { Anchor, Button, NativeSelect, TextInput } from '@mantine/core';
import { type AppealDraft, openBrackets } from '@openum/domain/denial/appeal/draft.ts';
import type { AppealDesk } from '@openum/http/contract/practice/appeal.ts';
import { useState } from 'react';
import { fileOfPractice } from '../../api/practice.ts';
import { useSession } from '../../api/session.ts';
import { ActButton } from '../../app/ActButton.tsx';
import { count, date, moment } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import { episodeShelf } from '../../document/usePages.ts';
import { appealOutcomeWord } from '../denial/words.ts';
import { ProblemLine } from '../ProblemLine.tsx';
import { documentProblems } from '../packet/draft.ts';
import { PdfPreview } from '../packet/PdfPreview.tsx';
import { SendActs } from '../packet/SendActs.tsx';
import { wayWord } from '../packet/SentForm.tsx';
import { usePracticeSend } from '../send.ts';
import { money } from '../words.ts';
import { type AppealState, asChosen, notYet, tidied } from './edit.ts';

const stateWord: Record<AppealState, string> = {
  none: 'Not kept yet',
  changed: 'Changed since it was kept',
  kept: 'Kept, not bound yet',
  bound: 'Bound, not sent yet',
  sent: 'Sent',
};
const stateTone: Record<AppealState, string> = {
  none: 'waiting',
  changed: 'waiting',
  kept: 'quiet',
  bound: 'waiting',
  sent: 'good',
};

type Props = {
  readonly desk: AppealDesk;
  readonly draft: AppealDraft;
  readonly urgency: 'standard' | 'expedited';
  readonly setUrgency: (urgency: 'standard' | 'expedited') => void;
  readonly change: (part: Partial<AppealDraft>) => void;
  readonly state: AppealState;
  readonly whyNot: string | undefined;
  readonly kept: () => void;
};

/** From the draft to the file to the payer: keep, look, bind, send. */
export const FinishPanel = ({ desk, draft, urgency, setUrgency, change, state, whyNot, kept }: Props) => {
  const { zone } = useSession();
  const { send, busy, message } = usePracticeSend();
  const [fax, setFax] = useState('');
  const { appeal, denial, episodeId, version, level } = desk;
  const base = episodeShelf(episodeId);
  const ofDenial = `${base}/denials/${encodeURIComponent(denial.denialId)}`;
  const ofAppeal = `${base}/appeals/${encodeURIComponent(appeal?.appealId ?? '')}`;
  const printed = {
    ...(desk.levelName ? { levelName: desk.levelName } : {}),
    ...(desk.address ? { address: desk.address } : {}),
    ...(fax.trim() ? { fax: fax.trim() } : {}),
  };
  const [wrongPages] = documentProblems(asChosen(draft.exhibits), desk);
  const isSent = state === 'sent';
  const closed = desk.open ? undefined : 'No appeal of this denial is open now.';
  const blocked = whyNot ?? closed;
  return (
    <Panel
      title="The appeal"
      aside={
        <span className="um-chip" data-tone={stateTone[state]}>
          {stateWord[state]}
        </span>
      }
    >
      <div className="um-packet-group">
        {isSent && appeal?.sentOn ? (
          <div>
            {appeal.sent?.way ? wayWord[appeal.sent.way] : 'Sent'}
            {appeal.sentTo && ` to ${appeal.sentTo}`}, {date(appeal.sentOn)}
            {appeal.sent?.reference && `, reference ${appeal.sent.reference}`}
            {appeal.sent && <span className="um-practice-quiet">{`, by ${appeal.sent.by}`}</span>}
            {appeal.sent?.response && <div className="um-practice-quiet">The server said: {appeal.sent.response}</div>}
            {appeal.answered ? (
              <div>
                Answered {date(appeal.answered.answeredOn)}: {appealOutcomeWord[appeal.answered.outcome].toLowerCase()}
                {(appeal.answered.recovered ?? 0) > 0 && `, ${money(appeal.answered.recovered ?? 0)} recovered`}
                {appeal.answered.saidByPayer && (
                  <span className="um-practice-quiet"> (said by the payer’s system)</span>
                )}
              </div>
            ) : (
              <div className="um-practice-quiet">The answer is written down on the page of the denials.</div>
            )}
          </div>
        ) : (
          <>
            <NativeSelect
              label="Urgency"
              value={urgency}
              onChange={(e) => setUrgency(e.currentTarget.value === 'expedited' ? 'expedited' : 'standard')}
              data={[
                { value: 'standard', label: 'Standard' },
                { value: 'expedited', label: 'Expedited' },
              ]}
            />
            <TextInput
              label="Fax (empty: no cover sheet)"
              maxLength={60}
              value={fax}
              onChange={(e) => setFax(e.currentTarget.value)}
            />
            {desk.part2 && (
              <TextInput
                label="Consent to share (42 CFR Part 2)"
                maxLength={500}
                value={draft.consent ?? ''}
                onChange={(e) => change({ consent: e.currentTarget.value })}
              />
            )}
            <div className="um-practice-quiet" role="status">
              {openBrackets(draft).length === 0
                ? 'Nothing stands in brackets.'
                : `${count(openBrackets(draft).length, 'place')} in brackets for a clinician.`}
            </div>
            <div className="um-practice-actions">
              <ActButton
                size="compact-sm"
                loading={busy}
                why={
                  blocked ??
                  wrongPages ??
                  (state === 'kept' || state === 'bound' ? 'It is kept as it stands.' : undefined)
                }
                onClick={() =>
                  void send(`${ofDenial}/appeal-draft`, {
                    expectedVersion: version,
                    level,
                    urgency,
                    draft: tidied(draft),
                  }).then((ok) => ok && kept())
                }
              >
                Keep the draft
              </ActButton>
              <ActButton
                size="compact-sm"
                variant="default"
                loading={busy}
                why={blocked ?? (state === 'bound' ? 'It is bound as it stands.' : notYet(draft, state, desk.part2))}
                onClick={() => void send(`${ofAppeal}/file`, { expectedVersion: version, ...printed })}
              >
                Bind letter and exhibits
              </ActButton>
            </div>
            <ProblemLine message={message} />
            <PdfPreview
              path={`${ofDenial}/appeal-preview`}
              body={() => ({ level, urgency, draft: tidied(draft), ...printed })}
              missing={whyNot ?? wrongPages}
              title="The appeal as it would be"
            />
          </>
        )}
        {appeal?.file && (
          <div>
            <Anchor href={fileOfPractice(`${ofAppeal}/file`)} target="_blank" rel="noreferrer">
              Open the file ({count(appeal.file.pages, 'page')})
            </Anchor>
            <div className="um-practice-quiet">
              Bound by {appeal.file.by}, {moment(appeal.file.at, zone)}
            </div>
          </div>
        )}
        {appeal?.failures.map((f) => (
          <div key={f.at} className="um-practice-bad">
            {wayWord[f.way]} to {f.sentTo} failed, {moment(f.at, zone)}: {f.reason}
          </div>
        ))}
        {state === 'bound' && (
          <div className="um-practice-actions">
            <SendActs
              path={`${ofAppeal}/sent`}
              fax={fax}
              {...(desk.address ? { address: desk.address } : {})}
              gateways={desk.gateways}
              title="the appeal"
              why={blocked}
            />
          </div>
        )}
        {appeal && appeal.versions.length > 0 && (
          <details>
            <summary>{count(appeal.versions.length, 'version')} kept</summary>
            <ul className="um-appeal-quotes">
              {appeal.versions.toReversed().map((v, at) => (
                <li key={v.at}>
                  {v.by}, {moment(v.at, zone)}{' '}
                  {at > 0 && v.draft && !isSent && (
                    <Button size="compact-xs" variant="subtle" onClick={() => v.draft && change(v.draft)}>
                      Take this version again
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Panel>
  );
};
