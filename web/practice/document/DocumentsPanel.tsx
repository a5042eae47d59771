import { Anchor, Button, Textarea, TextInput } from '@mantine/core';
import type { DocumentActBody } from '@openum/http/contract/practice/document.ts';
import type { EpisodeView } from '@openum/http/contract/practice/episode.ts';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { ActButton } from '../../app/ActButton.tsx';
import { date, moment } from '../../app/format.ts';
import { sizeWords } from '../../case/document/upload.ts';
import { Panel } from '../../case/Panel.tsx';
import { episodeShelf } from '../../document/usePages.ts';
import { readingWords } from '../../document/words.ts';
import { ProblemLine } from '../ProblemLine.tsx';
import { usePracticeSend } from '../send.ts';
import { givenKind, KindFields } from './KindFields.tsx';
import { useEpisodeReadings } from './queries.ts';
import { UploadBox } from './UploadBox.tsx';
import { practiceDocumentKindWord } from './words.ts';

type Document = EpisodeView['documents'][number];
type FormProps = { readonly view: EpisodeView; readonly document: Document; readonly close: () => void };

const DocumentForm = ({
  view,
  title,
  submitLabel,
  missing,
  act,
  close,
  children,
}: Omit<FormProps, 'document'> & {
  readonly title: string;
  readonly submitLabel: string;
  readonly missing: string | undefined;
  readonly act: () => DocumentActBody;
  readonly children: ReactNode;
}) => {
  const { send, busy, message } = usePracticeSend();
  return (
    <form
      className="um-practice-form"
      aria-label={title}
      onSubmit={(e) => {
        e.preventDefault();
        if (missing) return;
        const body = { expectedVersion: view.version, act: act() };
        void send(`${episodeShelf(view.episodeId)}/document-acts`, body).then((ok) => ok && close());
      }}
    >
      {children}
      <ProblemLine message={message} />
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="compact-sm"
          loading={busy}
          {...(missing ? { 'data-disabled': true, 'aria-disabled': true, title: missing } : {})}
        >
          {submitLabel}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={close}>
          Cancel
        </Button>
        {missing && <span className="um-practice-quiet">{missing}</span>}
      </div>
    </form>
  );
};

const DescribeForm = ({ view, document: d, close }: FormProps) => {
  const [title, setTitle] = useState(d.title);
  const [about, setAbout] = useState({ kind: d.kind ?? '', recordedOn: d.recordedOn ?? '' });
  return (
    <DocumentForm
      view={view}
      title={`Describe ${d.title}`}
      submitLabel="Save"
      missing={title.trim() ? undefined : 'Write the title.'}
      act={() => ({
        type: 'DescribeDocument',
        documentId: d.documentId,
        title: title.trim(),
        ...givenKind(about),
      })}
      close={close}
    >
      <div className="um-practice-fields">
        <TextInput label="Title" maxLength={200} value={title} onChange={(e) => setTitle(e.currentTarget.value)} />
        <KindFields value={about} change={setAbout} today={view.today} />
      </div>
    </DocumentForm>
  );
};

const WithdrawForm = ({ view, document: d, close }: FormProps) => {
  const [reason, setReason] = useState('');
  return (
    <DocumentForm
      view={view}
      title={`Take ${d.title} back`}
      submitLabel="Take back"
      missing={reason.trim() ? undefined : 'Write why, for example: belongs to another patient.'}
      act={() => ({ type: 'WithdrawDocument', documentId: d.documentId, reason: reason.trim() })}
      close={close}
    >
      <Textarea
        label="Why it does not belong here"
        autosize
        maxLength={1000}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </DocumentForm>
  );
};

const Row = ({
  view,
  document: d,
  reading,
  whyNot,
}: Omit<FormProps, 'close'> & {
  readonly reading: string | undefined;
  readonly whyNot: string | undefined;
}) => {
  const { zone } = useSession();
  const [form, setForm] = useState<'describe' | 'withdraw'>();
  const Form = form && { describe: DescribeForm, withdraw: WithdrawForm }[form];
  if (d.withdrawn)
    return (
      <li>
        <s>{d.title}</s>
        <div className="um-practice-quiet">
          Taken back by {d.withdrawn.by}, {moment(d.withdrawn.at, zone)}: {d.withdrawn.reason}
        </div>
      </li>
    );
  return (
    <li>
      <div className="um-practice-actions" style={{ justifyContent: 'space-between' }}>
        <Anchor
          fw={600}
          renderRoot={(props) => (
            <Link
              {...props}
              to="/practice/episodes/$episodeId/documents/$documentId"
              params={{ episodeId: view.episodeId, documentId: d.documentId }}
            />
          )}
        >
          {d.title}
        </Anchor>
        <span>
          {d.kind === 'denialLetter' && (
            <Button
              size="compact-xs"
              variant="default"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/practice/episodes/$episodeId/documents/$documentId/denial"
                  params={{ episodeId: view.episodeId, documentId: d.documentId }}
                />
              )}
            >
              Record the denial
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Describe ${d.title}`}
            onClick={() => setForm('describe')}
          >
            Describe
          </Button>
          <ActButton
            size="compact-xs"
            variant="subtle"
            why={whyNot}
            aria-label={`Take back ${d.title}`}
            onClick={() => setForm('withdraw')}
          >
            Take back
          </ActButton>
        </span>
      </div>
      <div className="um-practice-quiet">
        {[
          d.kind ? practiceDocumentKindWord[d.kind] : 'Kind not said',
          d.recordedOn ? `written ${date(d.recordedOn)}` : 'day not known',
          sizeWords(d.sizeBytes),
          `added by ${d.added.by}, ${moment(d.added.at, zone)}`,
        ].join(', ')}
      </div>
      {reading && <div className="um-practice-quiet">{reading}</div>}
      {Form && <Form view={view} document={d} close={() => setForm(undefined)} />}
    </li>
  );
};

type Props = { readonly view: EpisodeView; readonly whyNotWithdraw: string | undefined };

/** The files of an episode: what they are, how far they have been read, and where more of them are added. */
export const DocumentsPanel = ({ view, whyNotWithdraw }: Props) => {
  const standing = view.documents.filter((d) => !d.withdrawn);
  const readings = useEpisodeReadings(
    view.episodeId,
    standing.map((d) => d.documentId),
  );
  const readingOf = (id: string) => readings && readingWords(readings.find((r) => r.documentId === id));
  return (
    <Panel title={`Documents (${standing.length})`} flush>
      <UploadBox view={view} />
      <ul className="um-practice-list">
        {view.documents.toReversed().map((d) => (
          <Row key={d.documentId} view={view} document={d} reading={readingOf(d.documentId)} whyNot={whyNotWithdraw} />
        ))}
        {view.documents.length === 0 && (
          <li>
            No document yet. Notes, evaluations and letters of payers go here; packets and appeals take them from here.
          </li>
        )}
      </ul>
    </Panel>
  );
};
