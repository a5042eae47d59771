import { Anchor, Button } from '@mantine/core';
import { causeWord } from '@openum/domain/denial/words.ts';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { DenialLine } from '@openum/http/contract/practice/denial.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { serverNow } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { date } from '../../app/format.ts';
import { money } from '../words.ts';
import { AppealLine, moneyUnknown } from './AppealLine.tsx';
import { AnswerForm, AppealForm, CauseForm } from './forms.tsx';
import { MoneyForm } from './MoneyForm.tsx';
import { proofLine } from './words.ts';

type Props = { readonly line: DenialLine; readonly labels: Readonly<Record<string, string>> };
type Open = 'cause' | 'appeal' | 'answer' | 'money';

const shownGrounds = 5;

const Grounds = ({ line, labels }: Props) => {
  const { zone } = useSession();
  const [all, setAll] = useState(false);
  const lines = line.found.proof.map((p) => proofLine(p, labels, zone));
  return (
    <>
      <ul className="um-denial-grounds">
        {(all ? lines : lines.slice(0, shownGrounds)).map((l) => (
          <li key={l}>{l}</li>
        ))}
      </ul>
      {lines.length > shownGrounds && !all && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {`All ${lines.length} grounds`}
        </Button>
      )}
    </>
  );
};

/** One denial: what it costs, why it happened and on what that rests, and what can be done. */
export const DenialItem = ({ line, labels }: Props) => {
  const { zone } = useSession();
  const [open, setOpen] = useState<Open>();
  const today = dateInZone(new Date(serverNow()).toISOString() as Instant, zone);
  const close = () => setOpen(undefined);
  const waiting = line.appeals.some((a) => a.sentOn !== undefined && a.answered === undefined);
  const Form = open && { cause: CauseForm, appeal: AppealForm, answer: AnswerForm, money: MoneyForm }[open];
  return (
    <li className="um-denial">
      <div className="um-denial-head">
        <div>
          <Anchor
            fw={600}
            renderRoot={(props) => (
              <Link {...props} to="/practice/episodes/$episodeId" params={{ episodeId: line.episodeId }} />
            )}
          >
            {line.patientName}
          </Anchor>{' '}
          <span className="um-practice-quiet">
            {line.episodeNumber}, {line.payerName}, {line.programmeName}
          </span>
          <div>
            {line.from === line.to ? date(line.from) : `${date(line.from)} to ${date(line.to)}`}
            {line.claimId && <span className="um-practice-quiet">{` claim ${line.claimId}`}</span>}
          </div>
        </div>
        <div className="um-denial-money">
          <b>{money(line.amount)}</b>
          {line.recovered > 0 && <div className="um-practice-quiet">{`${money(line.recovered)} recovered`}</div>}
        </div>
      </div>
      <div>
        <span className="um-chip">{causeWord[line.cause]}</span>{' '}
        <span className="um-practice-quiet">
          {line.assignedBy
            ? `assigned by ${line.assignedBy.by}: ${line.assignedBy.reason} (the record says: ${causeWord[line.found.cause].toLowerCase()})`
            : 'found from the record'}
        </span>
      </div>
      {line.letter && (
        <div>
          <Anchor
            renderRoot={(props) => (
              <Link
                {...props}
                to="/practice/episodes/$episodeId/documents/$documentId"
                params={{ episodeId: line.episodeId, documentId: line.letter?.documentId ?? '' }}
              />
            )}
          >
            Letter{line.letterOn && ` of ${date(line.letterOn)}`}
          </Anchor>
          {line.reference && <span className="um-practice-quiet">{` ${line.reference}`}</span>}
        </div>
      )}
      {line.reason && <div className="um-practice-quiet">“{line.reason}”</div>}
      <Grounds line={line} labels={labels} />
      {line.appeals.map((a) => (
        <AppealLine key={a.appealId} line={line} appeal={a} />
      ))}
      {line.appealOpen && (
        <div>
          {`Appeal of level ${line.appealOpen.level} can be filed: `}
          {line.appealOpen.dueAt ? (
            <DueTime dueAt={line.appealOpen.dueAt} zone={zone} />
          ) : (
            <span className="um-practice-quiet">(ask the payer until when)</span>
          )}
        </div>
      )}
      {Form ? (
        <Form line={line} today={today} close={close} />
      ) : (
        <div className="um-practice-actions">
          {line.appealOpen && (
            <>
              <Button
                size="compact-sm"
                renderRoot={(props) => (
                  <Link
                    {...props}
                    to="/practice/episodes/$episodeId/denials/$denialId/appeal"
                    params={{ episodeId: line.episodeId, denialId: line.denialId }}
                  />
                )}
              >
                {line.appeals.some((a) => a.sentOn === undefined) ? 'Go on with the appeal' : 'Write the appeal'}
              </Button>
              <Button size="compact-sm" variant="subtle" onClick={() => setOpen('appeal')}>
                Record one that was sent
              </Button>
            </>
          )}
          {waiting && (
            <Button size="compact-sm" variant="default" onClick={() => setOpen('answer')}>
              Record the answer
            </Button>
          )}
          {line.appeals.some(moneyUnknown) && (
            <Button size="compact-sm" variant="default" onClick={() => setOpen('money')}>
              Record what it brought
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen('cause')}>
            Assign another cause
          </Button>
        </div>
      )}
    </li>
  );
};
