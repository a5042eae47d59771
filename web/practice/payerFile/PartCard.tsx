import { Anchor } from '@mantine/core';
import type { PayerAction } from '@openum/domain/payer/answer.ts';
import { openStandings } from '@openum/domain/payerFile/file.ts';
import type { FilePartView, PayerFileView } from '@openum/http/contract/practice/payerFile.ts';
import { Link } from '@tanstack/react-router';
import { date } from '../../app/format.ts';
import { Match, MatchBenefits, SetAside } from './settleForms.tsx';
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
      {view.standing !== 'kept' && <p className="um-file-text">{view.text}</p>}
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
