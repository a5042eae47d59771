import '../practice.css';
import '../request/request.css';
import './payerFile.css';
import { Alert, Anchor, Button } from '@mantine/core';
import { openStandings } from '@openum/domain/payerFile/file.ts';
import type { PayerFileView } from '@openum/http/contract/practice/payerFile.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { getText } from '../../api/client.ts';
import { fileOfPractice } from '../../api/practice.ts';
import { useSession } from '../../api/session.ts';
import { count, moment } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { sizeWords } from '../../case/document/upload.ts';
import { Panel } from '../../case/Panel.tsx';
import { problemText } from '../../case/problemText.ts';
import { ClaimsReading } from './ClaimsReading.tsx';
import { AsidePart, PartCard } from './PartCard.tsx';
import { contentUrl, fileQuery, useSettle } from './queries.ts';
import { RemittanceReading } from './RemittanceReading.tsx';
import { directionWord, kindsWords, standingTone, standingWord } from './words.ts';

const mostShown = 20_000;

/** The bytes as text, one segment on a line, however the file itself breaks its lines. */
const Raw = ({ fileId }: { readonly fileId: string }) => {
  const [open, setOpen] = useState(false);
  const raw = useQuery({
    queryKey: ['practice', 'fileContent', fileId],
    queryFn: ({ signal }) => getText(contentUrl(fileId), signal),
    enabled: open,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const segments = raw.data?.slice(0, mostShown).replace(/~[\r\n]*/g, '~\n');
  return (
    <details className="um-file-raw" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>The file itself</summary>
      {raw.isError && <p>{problemText(raw.error)}</p>}
      {segments !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre tabIndex={0}>{segments}</pre>
      )}
      {raw.data && raw.data.length > mostShown && <p>It goes on; download it to see all.</p>}
    </details>
  );
};

const List = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <Alert color="orange" variant="light">
      <b>{title}</b>
      <ul className="um-file-list">
        {lines.slice(0, 30).map((t, at) => (
          <li key={at}>{t}</li>
        ))}
      </ul>
      {lines.length > 30 && <p>And {count(lines.length - 30, 'more line')}.</p>}
    </Alert>
  );

const HandedOver = ({ fileId }: { readonly fileId: string }) => {
  const settle = useSettle(fileId);
  return (
    <>
      <Button size="compact-sm" loading={settle.isPending} onClick={() => settle.mutate({ type: 'handedOver' })}>
        I have brought it to the payer
      </Button>
      {settle.isError && <span role="alert">{problemText(settle.error)}</span>}
    </>
  );
};

/** Parts that could not be read have no content to show; they are settled by their number. */
const unreadParts = ({ notes, parts, file }: PayerFileView): readonly number[] => {
  const last = new Map(notes.map((n) => [n.part, n.standing]));
  return file.direction === 'out'
    ? []
    : [...last]
        .filter(([part, s]) => openStandings.includes(s) && (part === 0 ? parts.length === 0 : part > parts.length))
        .map(([part]) => part);
};

const Content = ({ view }: { readonly view: PayerFileView }) => {
  const { zone } = useSession();
  const { file } = view;
  return (
    <div className="um-file-page">
      <dl className="um-practice-head">
        <div>
          <dt>How it stands</dt>
          <dd>
            <span className="um-chip" data-tone={standingTone[file.standing]}>
              {standingWord[file.standing]}
            </span>
          </dd>
        </div>
        <div>
          <dt>What</dt>
          <dd>{kindsWords(file)}</dd>
        </div>
        <div>
          <dt>{directionWord[file.direction]}</dt>
          <dd>
            {moment(file.keptAt, zone)}, {file.keptBy.name}
          </dd>
        </div>
        {file.line && (
          <div>
            <dt>Line</dt>
            <dd>
              {file.line}
              {file.control === undefined ? '' : `, number ${file.control}`}
            </dd>
          </div>
        )}
        <div>
          <dt>Size</dt>
          <dd>{sizeWords(file.size)}</dd>
        </div>
      </dl>
      <div className="um-practice-actions">
        <Button
          size="compact-sm"
          variant="default"
          component="a"
          href={fileOfPractice(contentUrl(file.fileId))}
          download={file.fileName}
        >
          Download
        </Button>
        {file.standing === 'made' && <HandedOver fileId={file.fileId} />}
        {file.episodeId && (
          <Anchor
            renderRoot={(p) => (
              <Link {...p} to="/practice/episodes/$episodeId/requests" params={{ episodeId: file.episodeId ?? '' }} />
            )}
          >
            Open the requests of this patient
          </Anchor>
        )}
      </div>
      <List title="This could not be read" lines={view.unread} />
      <List title={`${count(view.problems.length, 'problem')} in what was read`} lines={view.problems} />
      {view.parts.map((p) => (
        <PartCard key={p.part} file={file} view={p} />
      ))}
      {view.parts.some((p) => p.content.kind === 'remittance') && <RemittanceReading fileId={file.fileId} />}
      {view.parts.some((p) => p.content.kind === 'claims') && <ClaimsReading fileId={file.fileId} />}
      {unreadParts(view).map((part) => (
        <AsidePart key={part} fileId={file.fileId} part={part} />
      ))}
      <Panel title="What became of it" flush>
        <ol className="um-practice-list">
          {view.notes.toReversed().map((n, at) => (
            <li key={at}>
              {n.standing === 'setAside' && `${standingWord.setAside}: `}
              {n.text}
              <div className="um-practice-quiet">
                {n.by}, {moment(n.at, zone)}
              </div>
            </li>
          ))}
          {view.notes.length === 0 && <li>Nothing yet.</li>}
        </ol>
      </Panel>
      <Raw fileId={file.fileId} />
    </div>
  );
};

/** One file with what it says and what became of it. */
export const FilePage = () => {
  const { fileId } = useParams({ strict: false }) as { fileId: string };
  const query = useQuery(fileQuery(fileId));
  const view = query.data;
  return (
    <Page
      title={view?.file.fileName ?? 'File'}
      tabTitle="File"
      actions={<Anchor renderRoot={(p) => <Link {...p} to="/practice/files" />}>Back to the files</Anchor>}
    >
      {query.isError &&
        !view &&
        ('status' in query.error && query.error.status === 404 ? (
          <EmptyState title="There is no such file">It may belong to another practice.</EmptyState>
        ) : (
          <FailedState error={query.error} retry={() => void query.refetch()} />
        ))}
      {query.isPending && <LoadingRows label="Loading the file" rows={5} />}
      {view && <Content view={view} />}
    </Page>
  );
};
