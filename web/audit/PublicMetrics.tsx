import { Button, Group, NativeSelect } from '@mantine/core';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { PublicMetricsView } from '@openum/http/contract/audit.ts';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { get, serverNow } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { count } from '../app/format.ts';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { lineOfBusinessWord } from '../app/words.ts';
import { ReportPanel } from '../report/parts.tsx';
import { ReportTable } from '../report/ReportTable.tsx';
import { percent, spanWord } from '../report/words.ts';

type Metrics = PublicMetricsView['metrics'][number];

const Share = ({ share }: { readonly share: Metrics['standardApproved'] }) => (
  <td className="um-number">
    {percent(share.whole === 0 ? undefined : share.part / share.whole)}
    <small>
      {share.part.toLocaleString('en-US')} of {share.whole.toLocaleString('en-US')}
    </small>
  </td>
);

const Time = ({ time }: { readonly time: Metrics['standardTime'] }) => (
  <td className="um-number">
    {spanWord(time?.averageSeconds)}
    <small>{time ? `median ${spanWord(time.medianSeconds)}` : 'none decided'}</small>
  </td>
);

const heads = [
  'Standard approved',
  'Standard denied',
  'Standard approved after appeal',
  'Extended and approved',
  'Expedited approved',
  'Expedited denied',
  'Time, standard',
  'Time, expedited',
] as const;

/** The prior authorization numbers that CMS-0057-F has plans publish, for one calendar year. */
export const PublicMetrics = ({ year: asked }: { readonly year: string | undefined }) => {
  const { zone } = useSession();
  const navigate = useNavigate();
  const thisYear = Number(dateInZone(new Date(serverNow()).toISOString() as Instant, zone).slice(0, 4));
  const year = asked ?? String(thisYear);
  const report = useQuery({
    queryKey: ['audit', 'public', year],
    queryFn: ({ signal }) => get<PublicMetricsView>('/api/reports/public-metrics', { year }, signal),
  });
  return (
    <div className="um-report">
      <Group gap="xs" className="um-report-filters">
        <NativeSelect
          size="xs"
          aria-label="Calendar year"
          value={year}
          data={Array.from({ length: 6 }, (_, i) => String(thisYear - i))}
          onChange={(e) => void navigate({ to: '/audit', search: { tab: 'public', year: e.currentTarget.value } })}
        />
        <Button
          component="a"
          href={`/api/reports/public-metrics.csv?year=${year}`}
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          Numbers (CSV)
        </Button>
        <Button
          component="a"
          href={`/api/reports/public-metrics-services.csv?year=${year}`}
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          Items and services (CSV)
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => window.print()}>
          Print
        </Button>
      </Group>
      <ReportPanel title={`Prior authorization in ${year}, drugs left out`}>
        {report.isPending && <LoadingRows rows={4} label="Loading the numbers" />}
        {report.isError && <FailedState error={report.error} retry={() => void report.refetch()} />}
        {report.data?.metrics.length === 0 && (
          <EmptyState title={`No prior authorization was decided in ${year}`}>
            Counted are Medicare Advantage, Medicaid managed care, CHIP and qualified health plans.
          </EmptyState>
        )}
        {report.data && report.data.metrics.length > 0 && (
          <ReportTable
            wide
            caption="Prior authorization metrics by contract"
            heads={['Contract', ...heads.map((label) => ({ label, number: true, wrap: true }))]}
          >
            {report.data.metrics.map((m) => (
              <tr key={`${m.lineOfBusiness} ${m.contract}`}>
                <th scope="row">
                  {m.contract}
                  <small>{lineOfBusinessWord[m.lineOfBusiness]}</small>
                </th>
                <Share share={m.standardApproved} />
                <Share share={m.standardDenied} />
                <Share share={m.standardApprovedAfterAppeal} />
                <Share share={m.extendedAndApproved} />
                <Share share={m.expeditedApproved} />
                <Share share={m.expeditedDenied} />
                <Time time={m.standardTime} />
                <Time time={m.expeditedTime} />
              </tr>
            ))}
          </ReportTable>
        )}
        <p className="um-report-note">
          Counted is each requested line by its first decision in the year, from submission to that decision. Approved
          is approved in full; an approval in part or of something else is among the denials. Lines that needed no
          authorization, were withdrawn, or were reviewed after the service are left out. Due by March 31 of the next
          year.
        </p>
      </ReportPanel>
      {report.data?.services.map(({ lineOfBusiness, services }) => (
        <ReportPanel
          key={lineOfBusiness}
          title={`Items and services that need prior authorization, ${lineOfBusinessWord[lineOfBusiness]}`}
          aside={<span>{count(services.length, 'service')}</span>}
        >
          <details className="um-report-note">
            <summary>Show the list</summary>
            <ul>
              {services.map((s) => (
                <li key={`${s.system} ${s.code}`}>
                  {s.code} {s.label}
                </li>
              ))}
            </ul>
          </details>
        </ReportPanel>
      ))}
    </div>
  );
};
