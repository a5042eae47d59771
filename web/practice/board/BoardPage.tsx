import '../../workList/work.css';
import '../practice.css';
import { Anchor, Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type BoardSort, dueBuckets } from '@openum/domain/episode/board.ts';
import type { BoardLine, BoardReading } from '@openum/http/contract/practice/episode.ts';
import { IconPlus, IconPrinter, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { count, date, moment } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { Pages } from '../Pages.tsx';
import { type BoardSearch, boardQuery, registerQuery } from '../queries.ts';
import { dueWord, levelCodes, levelWord, money, riskTone, riskWord } from '../words.ts';
import { readBoardSearch } from './search.ts';

const left = ({ dischargedOn, uncoveredFrom, daysLeft }: BoardLine) => {
  if (dischargedOn) return `Discharged ${date(dischargedOn)}`;
  if (daysLeft === undefined || uncoveredFrom === undefined) return '';
  if (daysLeft > 0) return `until ${date(uncoveredFrom)}`;
  return daysLeft === 0 ? 'today is not covered' : `since ${date(uncoveredFrom)}`;
};

const Row = ({ line }: { readonly line: BoardLine }) => {
  const { zone } = useSession();
  const { daysLeft } = line;
  return (
    <tr data-risk={line.dischargedOn ? 'gone' : line.risk}>
      <td>
        {line.dischargedOn === undefined && (
          <>
            <span className="um-chip" data-tone={riskTone[line.risk]}>
              {riskWord[line.risk]}
            </span>
            <div className="um-practice-days">
              <b>{daysLeft === undefined ? '–' : Math.max(daysLeft, 0)}</b> {daysLeft === 1 ? 'day' : 'days'} left
            </div>
          </>
        )}
        <div className="um-practice-quiet">{left(line)}</div>
      </td>
      <td>
        <Anchor
          fw={600}
          renderRoot={(props) => (
            <Link {...props} to="/practice/episodes/$episodeId" params={{ episodeId: line.episodeId }} />
          )}
        >
          {line.patientName}
        </Anchor>
        <div className="um-practice-quiet">
          {line.chartNumber ? `Chart ${line.chartNumber}, ` : ''}
          {line.episodeNumber}
        </div>
        {line.part2 && <span className="um-chip">42 CFR Part 2</span>}
      </td>
      <td>
        {line.programmeName}
        <div className="um-practice-quiet">
          {levelWord(line.levelOfCare)} since {date(line.levelFrom)}
        </div>
        {line.clinicianName && <div className="um-practice-quiet">{line.clinicianName}</div>}
      </td>
      <td>
        {line.payerName ?? <b className="um-practice-bad">No payer set</b>}
        <div className="um-practice-quiet">{line.memberNumber}</div>
      </td>
      <td>
        {line.dischargedOn === undefined && line.reviewDueOn && (
          <>
            <span data-due={line.due} className="um-practice-due">
              {dueWord[line.due]}
            </span>
            <div className="um-practice-quiet">
              {line.askedAt ? `sent ${moment(line.askedAt, zone)}` : `by ${date(line.reviewDueOn)}`}
            </div>
          </>
        )}
        {line.talkClosesAt && (
          <div>
            Peer-to-peer <DueTime dueAt={line.talkClosesAt} zone={zone} focusable />
          </div>
        )}
      </td>
      <td className="um-practice-number" data-label="Not covered so far">
        {line.atStake > 0 ? <b className="um-practice-bad">{money(line.atStake)}</b> : money(0)}
        <div className="um-practice-quiet">
          {line.uncoveredServices > 0
            ? `${line.uncoveredServices} of ${count(line.services, 'day')}`
            : count(line.services, 'day')}
        </div>
      </td>
      <td className="um-practice-number" data-label="Open in 14 days">
        {line.dischargedOn ? '' : money(line.openAhead)}
      </td>
    </tr>
  );
};

/** Headings, each with the order that it gives. */
const headings: readonly (readonly [string, BoardSort])[] = [
  ['Covered', 'urgency'],
  ['Patient', 'patient'],
  ['Programme and level', 'programme'],
  ['Payer', 'payer'],
  ['Next update', 'due'],
  ['Not covered so far', 'atStake'],
  ['Open in 14 days', 'openAhead'],
];

/** Amounts are looked at from the largest on. */
const largestFirst: readonly BoardSort[] = ['atStake', 'openAhead'];

type FilterProps = { readonly search: BoardSearch; readonly change: (part: Record<string, string>) => void };

const Filters = ({ search, change }: FilterProps) => {
  const register = useQuery(registerQuery).data;
  const [text, setText] = useState(search.text ?? '');
  const changeText = useDebouncedCallback((next: string) => change({ text: next.trim() }), 250);
  const choice = (
    key: 'programme' | 'level' | 'payer' | 'presence',
    label: string,
    data: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={search[key] ?? ''}
      onChange={(e) => change({ [key]: e.currentTarget.value })}
      data={[...data]}
    />
  );
  return (
    <search className="um-practice-filters">
      <TextInput
        size="xs"
        type="search"
        aria-label="Find a patient"
        placeholder="Name, chart, member or episode number"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={text}
        onChange={(e) => {
          setText(e.currentTarget.value);
          changeText(e.currentTarget.value);
        }}
      />
      {choice('programme', 'Programme', [
        { value: '', label: 'Every programme' },
        ...(register?.programmes ?? []).map((p) => ({ value: p.programmeId, label: p.name })),
      ])}
      {choice('level', 'Level of care', [
        { value: '', label: 'Every level' },
        ...levelCodes.map((l) => ({ value: l, label: levelWord(l) })),
      ])}
      {choice('payer', 'Payer', [
        { value: '', label: 'Every payer' },
        ...(register?.payers ?? []).map((p) => ({ value: p.payerId, label: p.name })),
      ])}
      {choice('presence', 'Presence', [
        { value: '', label: 'In the practice' },
        { value: 'discharged', label: 'Discharged' },
        { value: 'all', label: 'Everybody' },
      ])}
      {Object.keys(search).length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            setText('');
            change({ programme: '', level: '', payer: '', presence: '', text: '', due: '' });
          }}
        >
          Clear filters
        </Button>
      )}
    </search>
  );
};

/** A second press turns the order around. */
const SortHeading = ({
  label,
  by,
  search,
  change,
}: FilterProps & { readonly label: string; readonly by: BoardSort }) => {
  const now = (search.sort ?? 'urgency') === by;
  const down = now ? !search.descending : largestFirst.includes(by);
  const order = now ? (search.descending ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" {...(order ? { 'aria-sort': order } : {})}>
      <button
        type="button"
        className="um-sort"
        onClick={() => change({ sort: by, descending: down ? 'true' : '', page: '' })}
      >
        {label}
        {order && <span aria-hidden>{search.descending ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
};

const Figures = ({ board, search, change }: FilterProps & { readonly board: BoardReading }) => (
  <div className="um-practice-figures">
    {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser */}
    <div role="group" aria-label="By the next update" className="um-practice-buckets">
      {dueBuckets.map((due) => (
        <button
          key={due}
          type="button"
          className="um-bucket"
          data-due={due}
          aria-pressed={search.due === due}
          onClick={() => change({ due: search.due === due ? '' : due })}
        >
          <span className="um-bucket-count">{board.due[due]}</span>
          <span>{dueWord[due]}</span>
        </button>
      ))}
    </div>
    <dl className="um-practice-sums">
      <div data-bad={board.atStake > 0 || undefined}>
        <dt>Given and not covered</dt>
        <dd>{money(board.atStake)}</dd>
      </div>
      <div>
        <dt>Open in the next 14 days</dt>
        <dd>{money(board.openAhead)}</dd>
      </div>
    </dl>
  </div>
);

/** Windows of peer-to-peers that are open, the one that closes first on top: none may be missed. */
const OpenTalks = ({ lines }: { readonly lines: readonly BoardLine[] }) => {
  const { zone } = useSession();
  const talks = lines.flatMap((l) => (l.talkClosesAt ? [{ line: l, closesAt: l.talkClosesAt }] : []));
  if (talks.length === 0) return null;
  return (
    <section className="um-practice-talks" aria-labelledby="open-talks">
      <h2 id="open-talks">{count(talks.length, 'peer-to-peer')} open</h2>
      <ul>
        {talks.map(({ line, closesAt }) => (
          <li key={line.episodeId}>
            <DueTime dueAt={closesAt} zone={zone} focusable />{' '}
            <Link to="/practice/episodes/$episodeId" params={{ episodeId: line.episodeId }}>
              {line.patientName}
            </Link>
            , {line.payerName ?? 'no payer'}: window closes {moment(closesAt, zone)}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Everybody in the practice, the one whose days run out first on top. */
export const BoardPage = () => {
  const search = useSearch({ from: '/shell/practice/practice/board' });
  const navigate = useNavigate();
  const board = useQuery({ ...boardQuery(search), placeholderData: keepPreviousData });
  const change = (part: Record<string, string>) =>
    void navigate({ to: '/practice/board', search: readBoardSearch({ ...search, page: '', ...part }), replace: true });
  const lines = board.data?.lines ?? [];
  const admit = (
    <Button
      leftSection={<IconPlus size={15} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/practice/admit" />}
    >
      Admit a patient
    </Button>
  );
  return (
    <Page
      title="UR board"
      aside={board.data && <span>{count(board.data.total, 'patient')}</span>}
      actions={
        <div className="um-practice-actions">
          <Button
            variant="default"
            leftSection={<IconPrinter size={15} aria-hidden />}
            disabled={lines.length === 0}
            title={lines.length === 0 ? 'There is nothing to print' : undefined}
            onClick={() => window.print()}
          >
            Print
          </Button>
          {admit}
        </div>
      }
    >
      {board.data && <OpenTalks lines={board.data.talks} />}
      {board.data && <Figures board={board.data} search={search} change={change} />}
      <Filters key={search.text === undefined ? 'all' : 'found'} search={search} change={change} />
      {board.isError && !board.data && <FailedState error={board.error} retry={() => void board.refetch()} />}
      {board.isPending && <LoadingRows label="Loading the board" />}
      {board.data && lines.length === 0 && (
        <EmptyState title={Object.keys(search).length > 0 ? 'Nobody fits' : 'Nobody is in the practice'} action={admit}>
          {Object.keys(search).length > 0
            ? 'A name is found by how it begins. Clear the filters to see everybody.'
            : 'Admit a patient, or bring your census in from a file under Import.'}
        </EmptyState>
      )}
      {lines.length > 0 && (
        <div className="um-practice-scroll">
          <table className="um-practice-table">
            <caption className="um-hidden">Patients, the one whose covered days end first on top</caption>
            <thead>
              <tr>
                {headings.map(([label, by]) => (
                  <SortHeading key={by} label={label} by={by} search={search} change={change} />
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((l) => (
                <Row key={l.episodeId} line={l} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {board.data && (
        <Pages
          page={board.data.page}
          size={board.data.size}
          total={board.data.total}
          of="the board"
          go={(page) => change({ page: String(page) })}
        />
      )}
      {board.data?.more && (
        <p>There are more than can be looked through. Narrow the list by programme, payer or name.</p>
      )}
    </Page>
  );
};
