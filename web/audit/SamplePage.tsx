import '../report/report.css';
import './audit.css';
import { Button, Group, Text } from '@mantine/core';
import type { Verdict } from '@openum/domain/audit/sample.ts';
import { addDays } from '@openum/domain/time/instant.ts';
import type { AuditSampleView } from '@openum/http/contract/audit.ts';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { count, date, moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { BareTable } from '../report/ReportTable.tsx';
import { percent } from '../report/words.ts';
import { universeWord } from './words.ts';

export const verdictWord: Record<Verdict, string> = { pass: 'Passes', fail: 'Fails', notApplicable: 'Does not apply' };
export const verdictTone: Record<Verdict, string> = { pass: 'good', fail: 'bad', notApplicable: 'quiet' };

/** Files of one sample in the order in which they are read. */
export const SamplePage = () => {
  const { sampleId } = useParams({ from: '/shell/desk/audit/$sampleId' });
  const { zone } = useSession();
  const found = useQuery({
    queryKey: ['audit', 'sample', sampleId],
    queryFn: ({ signal }) => get<AuditSampleView>(`/api/audit/samples/${encodeURIComponent(sampleId)}`, {}, signal),
  });
  const view = found.data;
  const next = view?.progress.toRead[0];
  return (
    <Page
      title={view ? `Sample of ${universeWord[view.sample.universe].toLowerCase()}` : 'Sample'}
      actions={
        <Group gap="xs" className="um-report-actions">
          <Button variant="default" leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => window.print()}>
            Print
          </Button>
          {next !== undefined && (
            <Button
              renderRoot={(props) => (
                <Link {...props} to="/audit/$sampleId/$position" params={{ sampleId, position: String(next) }} />
              )}
            >
              Read the next file
            </Button>
          )}
        </Group>
      }
    >
      <p>
        <Link to="/audit" search={{}}>
          All samples
        </Link>
      </p>
      {found.isPending && <LoadingRows label="Loading the sample" />}
      {found.isError && <FailedState error={found.error} retry={() => void found.refetch()} />}
      {view && (
        <>
          <Text size="sm" mb="sm">
            Decided {date(view.sample.fromDay)} through {date(addDays(view.sample.beforeDay, -1))}. Drawn{' '}
            {moment(view.sample.drawnAt, zone)} by {view.sample.drawnByName} from{' '}
            {count(view.sample.universeSize, 'file')}, seed {view.sample.seed}.{' '}
            <b role="status">
              {view.progress.done
                ? `Read: ${percent(view.progress.passRate)} passed.`
                : `${count(view.progress.toRead.length, 'file')} to read, ${view.progress.passed} passed, ${view.progress.failed} failed so far.`}
            </b>
          </Text>
          <div className="um-report-panel um-report-scroll">
            <BareTable
              caption="Files in the order in which they are read"
              heads={['No.', 'Case', 'Line', 'Reading', 'Note']}
            >
              {view.files.map((f) => {
                const last = view.readings.filter((r) => r.position === f.position).at(-1);
                return (
                  <tr key={f.position}>
                    <td>{f.position}</td>
                    <th scope="row">
                      <Link to="/audit/$sampleId/$position" params={{ sampleId, position: String(f.position) }}>
                        {f.caseNumber}
                      </Link>
                    </th>
                    <td>{f.itemSequence}</td>
                    <td>
                      {last ? (
                        <>
                          <span className="um-status" data-tone={verdictTone[last.verdict]}>
                            {verdictWord[last.verdict]}
                          </span>
                          <small>
                            {last.readByName}, {moment(last.readAt, zone)}
                          </small>
                        </>
                      ) : view.progress.toRead.includes(f.position) ? (
                        'To read'
                      ) : (
                        <span className="um-quiet">In reserve</span>
                      )}
                    </td>
                    <td>{last?.note}</td>
                  </tr>
                );
              })}
            </BareTable>
          </div>
        </>
      )}
    </Page>
  );
};
