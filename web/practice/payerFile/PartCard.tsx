import { Alert, Anchor, Button, NativeSelect, Textarea } from '@mantine/core';
import type { PayerAction } from '@openum/domain/payer/answer.ts';
import { openStandings } from '@openum/domain/payerFile/file.ts';
import type { FilePartView, PayerFileView } from '@openum/http/contract/practice/payerFile.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActButton } from '../../app/ActButton.tsx';
import { date } from '../../app/format.ts';
import { problemText } from '../../case/problemText.ts';
import { levelWord, submissionKindWord } from '../words.ts';
import { useSettle } from './queries.ts';
import { partWord, standingTone, standingWord } from './words.ts';

const actionWord: Record<PayerAction, string> = {
  A1: 'certified',
  A2: 'certified in part',
  A3: 'not certified',
  A4: 'pended',
  A6: 'modified',
  C: 'cancelled',
  CT: 'call the payer',
  NA: 'no authorization needed',
};

const findings = (content: FilePartView['content']): readonly string[] => {
  switch (content.kind) {
    case 'authorization':
      return [
        ...content.rejections,
        ...[...(content.event ? [content.event] : []), ...content.services].map((l) =>
          [
            l.code ?? 'All services',
            actionWord[l.action],
            l.authorizationNumber && `number ${l.authorizationNumber}`,
            l.from && `${date(l.from)} to ${date(l.to ?? l.from)}`,
            l.units !== undefined && `${l.units} units`,
            l.note,
          ]
            .filter(Boolean)
            .join(', '),
        ),
        ...(content.message ? [content.message] : []),
      ];
    case 'benefits':
      return content.rejections;
    case 'receipt':
      return content.findings;
    default:
      return [];
  }
};

const SetAside = ({ fileId, part }: { readonly fileId: string; readonly part: number }) => {
  const settle = useSettle(fileId);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (!open)
    return (
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        Set aside
      </Button>
    );
  const why = reason.trim() ? undefined : 'Write why it is set aside.';
  return (
    <form
      className="um-practice-form um-file-aside"
      aria-label="Set aside"
      onSubmit={(e) => {
        e.preventDefault();
        if (!why) settle.mutate({ type: 'setAside', part, reason: reason.trim() });
      }}
    >
      <Textarea label="Why" autosize minRows={1} value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
      {settle.isError && (
        <Alert color="red" role="alert" variant="light">
          {problemText(settle.error)}
        </Alert>
      )}
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="compact-sm"
          loading={settle.isPending}
          {...(why ? { 'data-disabled': true, 'aria-disabled': true, title: why } : {})}
        >
          Set aside
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
};

/** An answer that named no request of ours: a person says which one it answers. */
const Match = ({ fileId, view }: { readonly fileId: string; readonly view: FilePartView }) => {
  const settle = useSettle(fileId);
  const [chosen, setChosen] = useState(view.candidates[0]?.submissionId ?? '');
  const found = view.candidates.find((c) => c.submissionId === chosen);
  if (view.candidates.length === 0)
    return <p className="um-practice-quiet">No request of this practice waits for an answer.</p>;
  return (
    <div className="um-practice-form">
      <NativeSelect
        label="It answers"
        value={chosen}
        onChange={(e) => setChosen(e.currentTarget.value)}
        data={view.candidates.map((c) => ({
          value: c.submissionId,
          label: `${c.patientName}: ${submissionKindWord[c.kind].toLowerCase()}, ${levelWord(c.levelOfCare).toLowerCase()}, ${date(c.from)} to ${date(c.to)}`,
        }))}
      />
      {settle.isError && (
        <Alert color="red" role="alert" variant="light">
          {problemText(settle.error)}
        </Alert>
      )}
      {settle.data && !settle.data.recorded && (
        <Alert color="orange" role="alert" variant="light">
          {settle.data.text}
        </Alert>
      )}
      <div className="um-practice-actions">
        <ActButton
          size="compact-sm"
          loading={settle.isPending}
          why={found ? undefined : 'Choose a request.'}
          onClick={() =>
            found &&
            settle.mutate({
              type: 'match',
              part: view.part,
              episodeId: found.episodeId,
              submissionId: found.submissionId,
            })
          }
        >
          Record as its answer
        </ActButton>
      </div>
    </div>
  );
};

/** An answer about benefits that named nobody who is here: a person says whose they are. */
const MatchBenefits = ({ fileId, view }: { readonly fileId: string; readonly view: FilePartView }) => {
  const settle = useSettle(fileId);
  const [chosen, setChosen] = useState('');
  const found = view.coverages.find((c) => c.coverageId === chosen);
  return (
    <div className="um-practice-form">
      <NativeSelect
        label="It is about"
        value={chosen}
        onChange={(e) => setChosen(e.currentTarget.value)}
        data={[
          { value: '', label: 'Choose a patient' },
          ...view.coverages.map((c) => ({
            value: c.coverageId,
            label: `${c.patientName}: ${c.payerName} ${c.memberNumber}`,
          })),
        ]}
      />
      {settle.isError && (
        <Alert color="red" role="alert" variant="light">
          {problemText(settle.error)}
        </Alert>
      )}
      {settle.data && !settle.data.recorded && (
        <Alert color="orange" role="alert" variant="light">
          {settle.data.text}
        </Alert>
      )}
      <div className="um-practice-actions">
        <ActButton
          size="compact-sm"
          loading={settle.isPending}
          why={found ? undefined : 'Choose a patient.'}
          onClick={() =>
            found &&
            settle.mutate({
              type: 'matchBenefits',
              part: view.part,
              episodeId: found.episodeId,
              coverageId: found.coverageId,
            })
          }
        >
          Record as their benefits
        </ActButton>
      </div>
    </div>
  );
};

/** Where what the part says is to be seen. */
const PatientLink = ({ episodeId, content }: { readonly episodeId: string } & Pick<FilePartView, 'content'>) =>
  content.kind === 'benefits' ? (
    <Anchor renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId/benefits" params={{ episodeId }} />}>
      Open the benefits of this patient
    </Anchor>
  ) : (
    <Anchor renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId/requests" params={{ episodeId }} />}>
      Open the requests of this patient
    </Anchor>
  );

type Props = { readonly file: PayerFileView['file']; readonly view: FilePartView };

/** One part of a file: what it says, what became of it, and what a person can do. */
export const PartCard = ({ file, view }: Props) => {
  const open = openStandings.includes(view.standing);
  return (
    <article className="um-request" aria-label={partWord(view.content)}>
      <header className="um-practice-actions">
        <b>{partWord(view.content)}</b>
        <span className="um-chip" data-tone={standingTone[view.standing]}>
          {standingWord[view.standing]}
        </span>
      </header>
      <ul className="um-file-list">
        {findings(view.content).map((t) => (
          <li key={t}>{t}</li>
        ))}
      </ul>
      <p className="um-file-text">{view.text}</p>
      {view.episodeId && <PatientLink episodeId={view.episodeId} content={view.content} />}
      {open && view.content.kind === 'authorization' && <Match fileId={file.fileId} view={view} />}
      {open && view.content.kind === 'benefits' && view.content.statements.length > 0 && (
        <MatchBenefits fileId={file.fileId} view={view} />
      )}
      {open && (
        <div className="um-practice-actions">
          <SetAside fileId={file.fileId} part={view.part} />
        </div>
      )}
    </article>
  );
};

/** A part of which nothing could be read: it can only be set aside. */
export const AsidePart = ({ fileId, part }: { readonly fileId: string; readonly part: number }) => (
  <article className="um-request" aria-label="What could not be read">
    <b>{part === 0 ? 'Nothing of this file could be read' : 'A part of this file could not be read'}</b>
    <p className="um-file-text">Ask the payer to send it again, then set it aside.</p>
    <div className="um-practice-actions">
      <SetAside fileId={fileId} part={part} />
    </div>
  </article>
);
