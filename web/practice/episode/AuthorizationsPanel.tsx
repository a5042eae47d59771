import { Button, Textarea } from '@mantine/core';
import type { EpisodeView, ViewAuthorization } from '@openum/http/contract/practice/episode.ts';
import { useState } from 'react';
import { count, date } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import { levelWord } from '../words.ts';
import { ActBox, type FormProps } from './ActBox.tsx';
import { AuthorizationForm } from './AuthorizationForm.tsx';

const VoidForm = (props: FormProps & { readonly authorization: ViewAuthorization }) => {
  const [reason, setReason] = useState('');
  const { authorizationId, number } = props.authorization;
  return (
    <ActBox
      {...props}
      title={`Void authorization ${number}`}
      submitLabel="Void it"
      problems={reason.trim() ? [] : ['Write the reason.']}
      command={() => ({ type: 'VoidAuthorization', authorizationId, reason: reason.trim() })}
    >
      <Textarea
        label="Reason"
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </ActBox>
  );
};

const Units = ({ a }: { readonly a: ViewAuthorization }) => {
  if (a.units === undefined) return <>{count(a.unitsUsed, 'unit')} used, no limit but the days</>;
  const left = a.units - a.unitsUsed;
  return (
    <>
      <span className={left <= 0 ? 'um-practice-bad' : undefined}>
        {a.unitsUsed} of {count(a.units, 'unit')} used, {left} left
      </span>
      <progress className="um-units" max={a.units} value={a.unitsUsed} aria-label={`Units used of ${a.number}`} />
    </>
  );
};

type LineProps = {
  readonly a: ViewAuthorization;
  readonly today: string;
  readonly whyNot: string | undefined;
  readonly act: (what: 'correct' | 'void') => void;
};

const Line = ({ a, today, whyNot, act }: LineProps) => (
  <li>
    <div>
      <b>{a.number}</b> {levelWord(a.levelOfCare)}
      {a.codes.length > 0 && `, ${a.codes.join(', ')}`}{' '}
      {a.voided ? (
        <span className="um-chip" data-tone="quiet">
          Void
        </span>
      ) : (
        a.to < today && (
          <span className="um-chip" data-tone="quiet">
            Ended
          </span>
        )
      )}
    </div>
    <div>
      {date(a.from)} to {date(a.to)}
      {a.nextReviewOn && `, next update by ${date(a.nextReviewOn)}`}
    </div>
    {a.voided ? (
      <div className="um-practice-quiet">
        Voided by {a.voided.by}: {a.voided.reason}
      </div>
    ) : (
      <div className="um-practice-quiet">
        <Units a={a} />
      </div>
    )}
    {a.earlier.length > 0 && <div className="um-practice-quiet">Corrected {count(a.earlier.length, 'time')}</div>}
    {!a.voided && !whyNot && (
      <div className="um-practice-actions">
        <Button size="compact-xs" variant="subtle" onClick={() => act('correct')}>
          Correct<span className="um-hidden"> {a.number}</span>
        </Button>
        <Button size="compact-xs" variant="subtle" color="red" onClick={() => act('void')}>
          Void<span className="um-hidden"> {a.number}</span>
        </Button>
      </div>
    )}
  </li>
);

type Props = { readonly view: EpisodeView; readonly whyNot: string | undefined };

/** Authorizations with what is used of each; a correction or a void keeps what stood before. */
export const AuthorizationsPanel = ({ view, whyNot }: Props) => {
  const [open, setOpen] = useState<{ readonly id: string; readonly what: 'correct' | 'void' }>();
  const close = () => setOpen(undefined);
  const chosen = view.authorizations.find((a) => a.authorizationId === open?.id);
  return (
    <Panel title={`Authorizations (${view.authorizations.length})`} flush>
      {chosen && open?.what === 'correct' && (
        <AuthorizationForm key={chosen.authorizationId} view={view} close={close} correct={chosen} />
      )}
      {chosen && open?.what === 'void' && (
        <VoidForm key={chosen.authorizationId} view={view} close={close} authorization={chosen} />
      )}
      <ul className="um-practice-list">
        {view.authorizations.toReversed().map((a) => (
          <Line
            key={a.authorizationId}
            a={a}
            today={view.today}
            whyNot={whyNot}
            act={(what) => setOpen({ id: a.authorizationId, what })}
          />
        ))}
        {view.authorizations.length === 0 && (
          <li>None is on file. Every day that is given goes unpaid until there is one.</li>
        )}
      </ul>
    </Panel>
  );
};
