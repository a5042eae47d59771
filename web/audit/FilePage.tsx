import '../report/report.css';
import './audit.css';
import { Button, Group, Radio, Textarea } from '@mantine/core';
import { type Verdict, verdicts } from '@openum/domain/audit/sample.ts';
import type { AuditSampleFileView, AuditSampleView } from '@openum/http/contract/audit.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, get, post } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { ReportPanel } from '../report/parts.tsx';
import { ReportTable } from '../report/ReportTable.tsx';
import { verdictTone, verdictWord } from './SamplePage.tsx';

const statusWord = { found: 'Found', missing: 'Missing', notApplicable: 'Does not apply' } as const;
const statusTone = { found: 'good', missing: 'bad', notApplicable: 'quiet' } as const;

type Place = { readonly sampleId: string; readonly position: string };

const ReadingForm = ({ place }: { readonly place: Place }) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [verdict, setVerdict] = useState<Verdict>();
  const [note, setNote] = useState('');
  const keep = useMutation({
    mutationFn: () =>
      post<AuditSampleView>(
        `/api/audit/samples/${encodeURIComponent(place.sampleId)}/files/${encodeURIComponent(place.position)}/readings`,
        { verdict, note },
      ),
    onSuccess: async ({ progress }) => {
      await client.invalidateQueries({ queryKey: ['audit'] });
      const [next] = progress.toRead;
      await (next === undefined
        ? navigate({ to: '/audit/$sampleId', params: { sampleId: place.sampleId } })
        : navigate({ to: '/audit/$sampleId/$position', params: { ...place, position: String(next) } }));
    },
  });
  const why =
    verdict === undefined
      ? 'Choose what you found.'
      : verdict !== 'pass' && note.trim() === ''
        ? 'Say why.'
        : undefined;
  return (
    <form
      className="um-audit-form"
      onSubmit={(e) => {
        e.preventDefault();
        if (!why) keep.mutate();
      }}
    >
      <Radio.Group label="What you found" value={verdict ?? ''} onChange={(v) => setVerdict(v as Verdict)}>
        <Group gap="md" mt={4}>
          {verdicts.map((v) => (
            <Radio key={v} value={v} label={verdictWord[v]} size="xs" />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        label="Note"
        description="Needed when the file fails or does not apply"
        mt="sm"
        autosize
        minRows={3}
        maxLength={4000}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
        error={keep.error instanceof ApiProblem ? (keep.error.field('note') ?? keep.error.message) : undefined}
      />
      <Group mt="sm" gap="sm">
        <Button type="submit" disabled={why !== undefined} loading={keep.isPending}>
          Keep, and read the next
        </Button>
        {why && <span className="um-quiet">{why}</span>}
      </Group>
    </form>
  );
};

/** One file with what it has to show: what is found, what is missing, and the verdict of who reads it. */
export const FilePage = () => {
  const place = useParams({ from: '/shell/desk/audit/$sampleId/$position' });
  const { zone } = useSession();
  const found = useQuery({
    queryKey: ['audit', 'file', place],
    queryFn: ({ signal }) =>
      get<AuditSampleFileView>(
        `/api/audit/samples/${encodeURIComponent(place.sampleId)}/files/${encodeURIComponent(place.position)}`,
        {},
        signal,
      ),
  });
  const view = found.data;
  return (
    <Page title={view ? `File ${view.file.position}, case ${view.file.caseNumber}` : 'File'}>
      <p>
        <Link to="/audit/$sampleId" params={{ sampleId: place.sampleId }}>
          The sample
        </Link>
        {view && (
          <>
            {' · '}
            <Link to="/cases/$caseId" params={{ caseId: view.file.caseId }}>
              Open the case
            </Link>
            {` · ${view.memberName} · line ${view.file.itemSequence}: ${view.service}`}
          </>
        )}
      </p>
      {found.isPending && <LoadingRows label="Loading the file" />}
      {found.isError && <FailedState error={found.error} retry={() => void found.refetch()} />}
      {view && (
        <div className="um-report">
          <ReportPanel title="What the file has to show" span={7}>
            <ReportTable caption="Elements of the file" heads={['Element', 'In the file', 'What the record says']}>
              {view.elements.map((e) => (
                <tr key={e.id}>
                  <th scope="row">{e.label}</th>
                  <td>
                    <span className="um-status" data-tone={statusTone[e.status]}>
                      {statusWord[e.status]}
                    </span>
                  </td>
                  <td>
                    {e.detail}
                    {e.at && <small>{moment(e.at, zone)}</small>}
                  </td>
                </tr>
              ))}
            </ReportTable>
          </ReportPanel>
          <ReportPanel title="Your reading" span={5}>
            <ReadingForm key={place.position} place={place} />
            {view.readings.length > 0 && (
              <ul className="um-audit-readings">
                {view.readings.map((r) => (
                  <li key={r.readingId}>
                    <span className="um-status" data-tone={verdictTone[r.verdict]}>
                      {verdictWord[r.verdict]}
                    </span>{' '}
                    {r.readByName}, {moment(r.readAt, zone)}
                    {r.note && <p>{r.note}</p>}
                  </li>
                ))}
              </ul>
            )}
          </ReportPanel>
        </div>
      )}
    </Page>
  );
};
