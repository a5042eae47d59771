import '../practice.css';
import { Alert, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { addDays, type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { AttendanceBody, AttendanceReading, AttendanceResult } from '@openum/http/contract/practice/episode.ts';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../../api/client.ts';
import { newId } from '../../api/command.ts';
import { count } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { FailureLine } from '../ProblemLine.tsx';
import { attendanceQuery } from '../queries.ts';
import { levelWord, money, stateTone, stateWord } from '../words.ts';

type Line = AttendanceReading['lines'][number];
type Entry = { readonly there: boolean; readonly units: string; readonly override: string; readonly commandId: string };

const emptyEntry = (): Entry => ({ there: false, units: '1', override: '', commandId: newId() });

type RowProps = {
  readonly line: Line;
  readonly entry: Entry;
  readonly result: AttendanceResult | undefined;
  readonly change: (part: Partial<Entry>) => void;
};

const Row = ({ line, entry, result, change }: RowProps) => (
  <tr>
    <td>
      {line.recordedUnits === undefined ? (
        <Checkbox
          label={<span className="um-attendance-there">Was there</span>}
          aria-label={`Was there: ${line.patientName}`}
          checked={entry.there}
          onChange={(e) => change({ there: e.currentTarget.checked })}
        />
      ) : (
        <span title="Written down already">✓</span>
      )}
    </td>
    <td>
      <Link to="/practice/episodes/$episodeId" params={{ episodeId: line.episodeId }}>
        {line.patientName}
      </Link>
      <div className="um-practice-quiet">{line.episodeNumber}</div>
    </td>
    <td>
      {line.programmeName}
      <div className="um-practice-quiet">
        {levelWord(line.levelOfCare)}, {line.code}
        {!line.programmeDay && ' (no programme on this weekday)'}
      </div>
    </td>
    <td data-label="Units">
      {line.recordedUnits === undefined ? (
        <TextInput
          size="xs"
          w={64}
          inputMode="numeric"
          aria-label={`Units of ${line.patientName}`}
          value={entry.units}
          error={entry.there && !/^[1-9]\d*$/.test(entry.units)}
          onChange={(e) => change({ units: e.currentTarget.value })}
        />
      ) : (
        count(line.recordedUnits, 'unit')
      )}
    </td>
    <td>
      <span className="um-chip" data-tone={stateTone[line.state]}>
        {stateWord[line.state]}
      </span>
      {line.state !== 'covered' && (
        <div className="um-practice-bad">{money(line.charge * (line.recordedUnits ?? 1))} not covered</div>
      )}
      {result?.problem && (
        <div role="alert" className="um-practice-bad">
          {result.problem}
        </div>
      )}
      {result?.uncovered && (
        <TextInput
          size="xs"
          label="Why it is recorded all the same"
          maxLength={2000}
          value={entry.override}
          onChange={(e) => change({ override: e.currentTarget.value })}
        />
      )}
    </td>
  </tr>
);

const Sheet = ({ reading, today }: { readonly reading: AttendanceReading; readonly today: boolean }) => {
  const client = useQueryClient();
  const [entries, setEntries] = useState<Readonly<Record<string, Entry>>>({});
  const [results, setResults] = useState<readonly AttendanceResult[]>([]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [programme, setProgramme] = useState('');
  const programmes = [...new Map(reading.lines.map((l) => [l.programmeId, l.programmeName]))];
  const lines = reading.lines.filter((l) => programme === '' || l.programmeId === programme);
  const open = lines.filter((l) => l.recordedUnits === undefined);
  const entryOf = (id: string): Entry => entries[id] ?? emptyEntry();
  const change = (id: string, part: Partial<Entry>) =>
    setEntries((all) => ({ ...all, [id]: { ...(all[id] ?? emptyEntry()), ...part } }));
  const chosen = open.filter((l) => entryOf(l.episodeId).there);
  const wrong = chosen.some((l) => !/^[1-9]\d*$/.test(entryOf(l.episodeId).units));
  const why =
    chosen.length === 0 ? 'Mark who was there.' : wrong ? 'Units must be whole numbers, one or more.' : undefined;
  const save = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const body: AttendanceBody = {
        on: reading.on,
        entries: chosen.map(({ episodeId }) => {
          const { commandId, units, override } = entryOf(episodeId);
          return {
            commandId,
            episodeId,
            units: Number(units),
            ...(override.trim() ? { override: override.trim() } : {}),
          };
        }),
      };
      const answer = await post<{ readonly results: readonly AttendanceResult[] }>('/api/practice/attendance', body);
      setResults(answer.results);
      await client.invalidateQueries({ queryKey: ['practice'] });
    } catch (problem) {
      setFailure(problem);
    } finally {
      setBusy(false);
    }
  };
  const saved = results.filter((r) => r.recorded).length;
  return (
    <>
      <div className="um-practice-filters">
        {programmes.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label="Programme"
            value={programme}
            onChange={(e) => setProgramme(e.currentTarget.value)}
            data={[{ value: '', label: 'Every programme' }, ...programmes.map(([value, label]) => ({ value, label }))]}
          />
        )}
        <Button
          size="xs"
          variant="default"
          disabled={open.length === 0}
          title={open.length === 0 ? 'Everybody is written down' : undefined}
          onClick={() => {
            for (const l of open) if (l.programmeDay) change(l.episodeId, { there: true });
          }}
        >
          Mark everybody
        </Button>
        <Button
          loading={busy}
          onClick={() => {
            if (!why) void save();
          }}
          {...(why ? { 'data-disabled': true, 'aria-disabled': true, title: why } : {})}
        >
          Record {count(chosen.length, 'patient')}
        </Button>
        {why && <span className="um-practice-quiet">{why}</span>}
      </div>
      <div aria-live="polite">
        {saved > 0 && (
          <Alert color="green" variant="light" mb="xs">
            {count(saved, 'patient')} recorded
            {results.length > saved && `, ${results.length - saved} not; the list says why`}.
          </Alert>
        )}
        <FailureLine failure={failure} />
      </div>
      <table className="um-practice-table um-attendance" data-plain data-stack>
        <caption className="um-hidden">Who was there {today ? 'today' : 'on that day'}</caption>
        <thead>
          <tr>
            {['There', 'Patient', 'Programme', 'Units', 'Coverage'].map((h) => (
              <th key={h} scope="col">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((l) => (
            <Row
              key={l.episodeId}
              line={l}
              entry={entryOf(l.episodeId)}
              result={results.find((r) => r.episodeId === l.episodeId && !r.recorded)}
              change={(part) => change(l.episodeId, part)}
            />
          ))}
        </tbody>
      </table>

      {reading.more && <p>More patients were in than are shown. Use the import for a day as large as this.</p>}
    </>
  );
};

/** Who was there on a day; what nothing covers is told before it is recorded. */
export const AttendancePage = () => {
  const { on } = useSearch({ from: '/shell/practice/practice/attendance' });
  const navigate = useNavigate();
  const sheet = useQuery(attendanceQuery(on));
  const shown = on ?? sheet.data?.on ?? '';
  const go = (day: string) => {
    if (isCalendarDateText(day)) void navigate({ to: '/practice/attendance', search: { on: day } });
  };
  const step = (days: number) => shown && go(addDays(shown as CalendarDate, days));
  return (
    <Page
      title="Attendance"
      actions={
        <div className="um-practice-actions">
          <Button variant="default" aria-label="Day before" px="xs" onClick={() => step(-1)}>
            <IconChevronLeft size={16} aria-hidden />
          </Button>
          <TextInput type="date" aria-label="Day" value={shown} onChange={(e) => go(e.currentTarget.value)} />
          <Button variant="default" aria-label="Day after" px="xs" onClick={() => step(1)}>
            <IconChevronRight size={16} aria-hidden />
          </Button>
        </div>
      }
    >
      {sheet.isError && <FailedState error={sheet.error} retry={() => void sheet.refetch()} />}
      {sheet.isPending && <LoadingRows label="Loading the day" />}
      {sheet.data &&
        (sheet.data.lines.length === 0 ? (
          <EmptyState title="Nobody was in on that day">Choose another day, or admit a patient.</EmptyState>
        ) : (
          <Sheet key={sheet.data.on} reading={sheet.data} today={on === undefined} />
        ))}
    </Page>
  );
};
