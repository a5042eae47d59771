import '../practice.css';
import { Alert, Button, FileInput, Progress, SegmentedControl } from '@mantine/core';
import type {
  ImportCounts,
  ImportKind,
  ImportPartBody,
  ImportPreview,
  ImportsView,
  RowResult,
} from '@openum/http/contract/practice/import.ts';
import { partRows } from '@openum/http/contract/practice/import.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, get, post } from '../../api/client.ts';
import { newId } from '../../api/command.ts';
import { useSession } from '../../api/session.ts';
import { count, moment } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { FailedState, LoadingRows } from '../../app/states.tsx';
import { Panel } from '../../case/Panel.tsx';

const kinds: readonly (readonly [ImportKind, string])[] = [
  ['patients', 'Patients'],
  ['coverages', 'Payers of patients'],
  ['authorizations', 'Authorizations'],
  ['attendance', 'Attendance'],
];
const kindWord = (kind: ImportKind): string => kinds.find(([k]) => k === kind)?.[1] ?? kind;

const outcomeWord: Record<RowResult['outcome'], string> = {
  new: 'New',
  known: 'In the record already',
  problem: 'Problem',
};
const outcomeTone: Record<RowResult['outcome'], string> = { new: 'good', known: 'quiet', problem: 'bad' };

const summary = ({ done, known, problems }: ImportCounts): string =>
  `${count(done, 'row')} written, ${known} known already, ${count(problems, 'problem')}`;

const countsOf = (results: readonly RowResult[]): ImportCounts => {
  const of = (outcome: RowResult['outcome']) => results.filter((r) => r.outcome === outcome).length;
  return { done: of('new'), known: of('known'), problems: of('problem') };
};

/** A CSV of headings and one example, to begin from. */
const template = (columns: ImportsView['columns'][ImportKind]): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(
    `${columns.map((c) => c.name).join(',')}\r\n${columns.map((c) => c.example).join(',')}\r\n`,
  )}`;

const mostShown = 200;

const Results = ({ results }: { readonly results: readonly RowResult[] }) => {
  const ordered = results.toSorted(
    (a, b) => Number(b.outcome === 'problem') - Number(a.outcome === 'problem') || a.line - b.line,
  );
  return (
    <div className="um-practice-scroll">
      <table className="um-practice-table" data-plain>
        <caption className="um-hidden">What becomes of each line, problems first</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Result</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {ordered.slice(0, mostShown).map((r) => (
            <tr key={r.line}>
              <td>{r.line}</td>
              <td>
                <span className="um-chip" data-tone={outcomeTone[r.outcome]}>
                  {outcomeWord[r.outcome]}
                </span>
              </td>
              <td>{r.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {ordered.length > mostShown && <p>And {count(ordered.length - mostShown, 'more line')}.</p>}
    </div>
  );
};

type Loaded = { readonly fileName: string; readonly preview: ImportPreview };

const Reading = ({ kind, view }: { readonly kind: ImportKind; readonly view: ImportsView }) => {
  const { zone } = useSession();
  const client = useQueryClient();
  const [loaded, setLoaded] = useState<Loaded>();
  const [written, setWritten] = useState<readonly RowResult[]>();
  const [done, setDone] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const columns = view.columns[kind];
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (problem) {
      setFailure(problem);
    } finally {
      setBusy(false);
    }
  };
  const show = (file: File | null) =>
    void attempt(async () => {
      setLoaded(undefined);
      setWritten(undefined);
      if (!file) return;
      const preview = await post<ImportPreview>('/api/practice/imports/preview', { kind, csv: await file.text() });
      setLoaded({ fileName: file.name, preview });
    });
  const write = ({ fileName, preview }: Loaded) =>
    void attempt(async () => {
      const importId = newId();
      const results: RowResult[] = [];
      setDone(0);
      for (let at = 0; at < preview.rows.length; at += partRows) {
        const body: ImportPartBody = {
          kind,
          importId,
          fileName,
          sha256: preview.sha256,
          rows: preview.rows.slice(at, at + partRows).map((r) => ({ line: r.line, cells: { ...r.cells } })),
        };
        const part = await post<{ readonly results: readonly RowResult[] }>('/api/practice/imports', body);
        results.push(...part.results);
        setDone(results.length);
      }
      setWritten(results);
      await client.invalidateQueries({ queryKey: ['practice'] });
    });
  const preview = loaded?.preview;
  const counts = preview && countsOf(preview.results);
  return (
    <>
      <Panel title={`${kindWord(kind)} from a file`}>
        <div style={{ display: 'grid', gap: '0.5rem' }}>
          <div>
            Columns: {columns.map((c) => (c.required ? `${c.name} (required)` : c.name)).join(', ')}. Days are written
            YYYY-MM-DD.{' '}
            <a href={template(columns)} download={`${kind}.csv`}>
              Download a template
            </a>
          </div>
          <FileInput
            label="CSV file"
            placeholder="Choose a file"
            accept=".csv,text/csv,text/plain"
            clearable
            clearButtonProps={{ 'aria-label': 'Take the file away' }}
            maw={420}
            disabled={busy}
            onChange={show}
          />
          {busy && preview && (
            <div role="status">
              <Progress value={(100 * done) / preview.rows.length} aria-label="Rows read in" />
              {done} of {count(preview.rows.length, 'row')}
            </div>
          )}
          {failure !== undefined && (
            <Alert color="red" variant="light" role="alert">
              {failure instanceof ApiProblem ? failure.message : 'The file could not be read. Try again.'}
            </Alert>
          )}
          {written && (
            <Alert color={countsOf(written).problems > 0 ? 'orange' : 'green'} variant="light" role="status">
              {summary(countsOf(written))}. Lines with a problem can be mended in the file and read in again: what is in
              the record stays as it is.
            </Alert>
          )}
          {loaded && counts && !written && (
            <>
              {loaded.preview.before && (
                <Alert color="yellow" variant="light">
                  {loaded.preview.before.startedBy} read in this file on {moment(loaded.preview.before.startedAt, zone)}
                  .
                </Alert>
              )}
              {loaded.preview.unknownColumns.length > 0 && (
                <div className="um-practice-quiet">
                  Columns that are left out: {loaded.preview.unknownColumns.join(', ')}
                </div>
              )}
              <div className="um-practice-actions">
                <Button
                  loading={busy}
                  onClick={() => {
                    if (counts.done > 0) write(loaded);
                  }}
                  {...(counts.done === 0
                    ? { 'data-disabled': true, 'aria-disabled': true, title: 'There is nothing new in this file' }
                    : {})}
                >
                  Read in {count(counts.done, 'row')}
                </Button>
                <span>
                  {counts.known} known already, {count(counts.problems, 'problem')}
                </span>
              </div>
            </>
          )}
        </div>
      </Panel>
      {preview && <Results results={written ?? preview.results} />}
    </>
  );
};

/** Bringing the record in from what the practice has. */
export const ImportPage = () => {
  const { zone } = useSession();
  const [kind, setKind] = useState<ImportKind>('patients');
  const imports = useQuery({
    queryKey: ['practice', 'imports'],
    queryFn: ({ signal }) => get<ImportsView>('/api/practice/imports', {}, signal),
  });
  const view = imports.data;
  return (
    <Page title="Import">
      {imports.isError && !view && <FailedState error={imports.error} retry={() => void imports.refetch()} />}
      {imports.isPending && <LoadingRows label="Loading the imports" rows={4} />}
      {view && (
        <div style={{ display: 'grid', gap: '0.75rem' }}>
          <SegmentedControl
            aria-label="What the file holds"
            value={kind}
            onChange={(k) => setKind(k as ImportKind)}
            data={kinds.map(([value, label]) => ({ value, label }))}
            style={{ justifySelf: 'start', flexWrap: 'wrap' }}
          />
          <Reading key={kind} kind={kind} view={view} />
          <Panel title="Files that were read in" flush>
            <ul className="um-practice-list">
              {view.imports.map((i) => (
                <li key={i.importId}>
                  <b>{i.fileName}</b>, {kindWord(i.kind).toLowerCase()}: {summary(i.result)}
                  <div className="um-practice-quiet">
                    {i.startedBy}, {moment(i.startedAt, zone)}
                  </div>
                </li>
              ))}
              {view.imports.length === 0 && <li>None yet.</li>}
            </ul>
          </Panel>
        </div>
      )}
    </Page>
  );
};
