import { Button, Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { addDays, type CalendarDate, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { AuditSampleView } from '@openum/http/contract/audit.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, get, post, serverNow } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { count, date, moment } from '../app/format.ts';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { lineOfBusinessWord } from '../app/words.ts';
import { ReportPanel } from '../report/parts.tsx';
import { periodDays } from '../report/period.ts';
import { ReportTable } from '../report/ReportTable.tsx';
import { percent } from '../report/words.ts';
import { FilterMenu } from '../workList/FilterMenu.tsx';
import { type Universe, universeWord } from './words.ts';

const DrawForm = ({ today }: { readonly today: CalendarDate }) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [query, setQuery] = useState<{
    readonly universe: Universe;
    readonly from: string;
    readonly through: string;
    readonly linesOfBusiness: readonly (typeof linesOfBusiness)[number][];
    readonly seed?: number;
  }>({ universe: 'denials', ...periodDays('90', today), linesOfBusiness: [] });
  const draw = useMutation({
    mutationFn: () => post<AuditSampleView>('/api/audit/samples', query),
    onSuccess: async ({ sample }) => {
      await client.invalidateQueries({ queryKey: ['audit'] });
      await navigate({ to: '/audit/$sampleId', params: { sampleId: sample.sampleId } });
    },
  });
  const field = (path: string) => (draw.error instanceof ApiProblem ? draw.error.field(path) : undefined);
  return (
    <ReportPanel title="Draw a sample">
      <form
        className="um-audit-form"
        onSubmit={(e) => {
          e.preventDefault();
          draw.mutate();
        }}
      >
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label="Files"
            size="xs"
            value={query.universe}
            data={Object.entries(universeWord).map(([value, label]) => ({ value, label }))}
            onChange={(e) => setQuery({ ...query, universe: e.currentTarget.value as Universe })}
          />
          <TextInput
            label="Decided from"
            size="xs"
            type="date"
            required
            value={query.from}
            error={field('from')}
            onChange={(e) => setQuery({ ...query, from: e.currentTarget.value })}
          />
          <TextInput
            label="Through"
            size="xs"
            type="date"
            required
            value={query.through}
            error={field('through')}
            onChange={(e) => setQuery({ ...query, through: e.currentTarget.value })}
          />
          <FilterMenu
            label="Line of business"
            words={lineOfBusinessWord}
            options={linesOfBusiness}
            chosen={query.linesOfBusiness}
            choose={(chosen) => setQuery({ ...query, linesOfBusiness: chosen })}
          />
          <NumberInput
            label="Seed"
            description="Only to draw one again"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            size="xs"
            w={130}
            min={0}
            max={2_147_483_647}
            allowDecimal={false}
            hideControls
            value={query.seed ?? ''}
            error={field('seed')}
            onChange={(value) => {
              const { seed: _, ...rest } = query;
              setQuery(typeof value === 'number' ? { ...rest, seed: value } : rest);
            }}
          />
          <Button type="submit" loading={draw.isPending}>
            Draw
          </Button>
        </Group>
        {draw.error && (
          <p role="alert" className="um-audit-problem">
            {draw.error.message}
          </p>
        )}
      </form>
      <p className="um-report-note">
        Up to 40 files are drawn by chance. The first 8 are read; when all pass, reading ends, else it goes on to 30.
        The rest stand in for files to which the question does not apply.
      </p>
    </ReportPanel>
  );
};

const stand = ({ progress }: AuditSampleView): string =>
  progress.done ? 'Read' : `${count(progress.toRead.length, 'file')} to read`;

export const Samples = () => {
  const { zone } = useSession();
  const today = dateInZone(new Date(serverNow()).toISOString() as Instant, zone);
  const samples = useQuery({
    queryKey: ['audit', 'samples'],
    queryFn: ({ signal }) => get<readonly AuditSampleView[]>('/api/audit/samples', {}, signal),
  });
  return (
    <div className="um-report">
      <DrawForm today={today} />
      <ReportPanel title="Samples">
        {samples.isPending && <LoadingRows rows={3} label="Loading the samples" />}
        {samples.isError && <FailedState error={samples.error} retry={() => void samples.refetch()} />}
        {samples.data?.length === 0 && (
          <EmptyState title="No sample has been drawn yet">
            Choose denials or appeals and the days of their decision above, and draw.
          </EmptyState>
        )}
        {samples.data && samples.data.length > 0 && (
          <ReportTable
            wide
            caption="Samples, newest first"
            heads={['Files', 'Decided', 'Lines of business', 'Universe', 'Seed', 'Drawn', 'Reading', 'Passed']}
          >
            {samples.data.map((view) => {
              const { sample: s, files, progress } = view;
              return (
                <tr key={s.sampleId}>
                  <th scope="row">
                    <Link to="/audit/$sampleId" params={{ sampleId: s.sampleId }}>
                      {universeWord[s.universe]}, {count(files.length, 'file')}
                    </Link>
                  </th>
                  <td>
                    {date(s.fromDay)} through {date(addDays(s.beforeDay, -1))}
                  </td>
                  <td>
                    {s.linesOfBusiness.length === 0
                      ? 'Every line'
                      : s.linesOfBusiness.map((l) => lineOfBusinessWord[l]).join(', ')}
                  </td>
                  <td>{s.universeSize.toLocaleString('en-US')}</td>
                  <td>{s.seed}</td>
                  <td>
                    {moment(s.drawnAt, zone)}
                    <small>{s.drawnByName}</small>
                  </td>
                  <td>{stand(view)}</td>
                  <td>
                    {percent(progress.passRate)}
                    <small>
                      {progress.passed} of {progress.passed + progress.failed}
                    </small>
                  </td>
                </tr>
              );
            })}
          </ReportTable>
        )}
      </ReportPanel>
    </div>
  );
};
