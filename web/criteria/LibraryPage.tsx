import './criteria.css';
import '../template/template.css';
import '../peerToPeer/peerToPeer.css';
import { Anchor, NativeSelect, TextInput } from '@mantine/core';
import { type LineOfBusiness, linesOfBusiness } from '@openum/domain/case/request.ts';
import { criteriaStatus } from '@openum/domain/ownCriteria/version.ts';
import type { CriteriaLibraryView } from '@openum/http/contract/criteria.ts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { count, date } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { lineOfBusinessWord } from '../app/words.ts';
import { BeginForm } from '../ownCriteria/BeginForm.tsx';
import { statusTone as ownTone, statusWord as ownWord } from '../ownCriteria/words.ts';
import { useLibrary } from './queries.ts';
import { StatusChip } from './StatusChip.tsx';
import type { LibrarySearch } from './search.ts';
import { sourceWord } from './words.ts';

type Entry = CriteriaLibraryView['sets'][number];
type Line = { readonly entry: Entry; readonly own?: CriteriaLibraryView['own'][number]['own'] };

const fits = (entry: Entry, { status, line, text = '' }: LibrarySearch): boolean =>
  (!status || entry.status === status) &&
  (!line || entry.linesOfBusiness.includes(line)) &&
  [entry.name, entry.citation, entry.id, ...entry.services].join(' ').toLowerCase().includes(text.trim().toLowerCase());

const Name = ({ entry, own }: Line) => (
  <Anchor
    renderRoot={(props) =>
      own ? (
        <Link {...props} to="/criteria/own/$setId" params={{ setId: entry.id }} search={{}} />
      ) : (
        <Link {...props} to="/criteria/$setId" params={{ setId: entry.id }} />
      )
    }
  >
    {entry.name}
  </Anchor>
);

/** Where the newest version of a set of the plan stands. */
const OwnStatus = ({ own }: Required<Pick<Line, 'own'>>) => {
  const last = own.versions.at(-1);
  if (!last) return null;
  const status = criteriaStatus(last);
  return (
    <>
      <span className="um-chip" data-tone={ownTone[status]}>
        {ownWord[status]}
      </span>
      <div className="um-criteria-quiet">the plan’s own</div>
    </>
  );
};

const Row = ({ entry, own }: Line) => (
  <tr>
    <td>
      <Name entry={entry} {...(own ? { own } : {})} />
      <div className="um-criteria-quiet">{count(entry.services.length, 'service code')}</div>
    </td>
    <td>
      {own ? (
        <OwnStatus own={own} />
      ) : (
        <>
          <StatusChip status={entry.status} />
          <div className="um-criteria-quiet">
            {entry.status === 'draft'
              ? 'for study only'
              : entry.autoApproval
                ? 'may approve by itself'
                : 'a person decides'}
          </div>
        </>
      )}
    </td>
    <td>{entry.linesOfBusiness.map((l) => lineOfBusinessWord[l]).join(', ')}</td>
    <td>
      {entry.citation}
      <div className="um-criteria-quiet">{sourceWord[entry.sourceKind]}</div>
    </td>
    <td className="um-criteria-version">{entry.version}</td>
    <td className="um-criteria-effect">
      from {date(entry.effectiveFrom)}
      {entry.effectiveTo && <div>to {date(entry.effectiveTo)}</div>}
    </td>
    <td>
      {count(entry.points, 'point')}, {count(entry.examples, 'example')}
      {entry.uncompared > 0 && (
        <div className="um-criteria-quiet">{count(entry.uncompared, 'point')} not compared with the source</div>
      )}
    </td>
  </tr>
);

/** Every criteria set: the plan's own first, then those that the product holds, the drafts among them. */
export const LibraryPage = () => {
  const search = useSearch({ from: '/shell/desk/criteria' });
  const navigate = useNavigate();
  const library = useLibrary();
  const go = (change: { readonly [K in keyof LibrarySearch]: LibrarySearch[K] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, v]) => v));
    void navigate({ to: '/criteria', search: next as LibrarySearch, replace: true });
  };
  const lines: readonly Line[] = [
    ...(library.data?.own ?? []),
    ...(library.data?.sets ?? []).map((entry) => ({ entry })),
  ];
  const rows = lines.filter(({ entry }) => fits(entry, search));
  const drafts = rows.filter(({ entry }) => entry.status === 'draft').length;
  return (
    <Page
      title="Criteria"
      actions={
        library.data && <BeginForm today={library.data.today} taken={library.data.own.map(({ entry }) => entry.id)} />
      }
      aside={
        library.data && (
          <span className="um-criteria-quiet" role="status">
            {count(rows.length, 'set')}, {count(drafts, 'draft')}
          </span>
        )
      }
    >
      <div className="um-template-line um-criteria-filter">
        <TextInput
          label="Find"
          description="Name, citation or service code"
          value={search.text ?? ''}
          onChange={(e) => go({ text: e.currentTarget.value || undefined })}
        />
        <NativeSelect
          label="Status"
          value={search.status ?? ''}
          onChange={(e) => go({ status: (e.currentTarget.value || undefined) as LibrarySearch['status'] })}
          data={[
            { value: '', label: 'Every status' },
            { value: 'active', label: 'Active' },
            { value: 'draft', label: 'Draft' },
          ]}
        />
        <NativeSelect
          label="Line of business"
          value={search.line ?? ''}
          onChange={(e) => go({ line: (e.currentTarget.value || undefined) as LineOfBusiness | undefined })}
          data={[
            { value: '', label: 'Every line' },
            ...linesOfBusiness.map((value) => ({ value, label: lineOfBusinessWord[value] })),
          ]}
        />
      </div>
      {library.isError && <FailedState error={library.error} retry={() => void library.refetch()} />}
      {library.isPending && <LoadingRows label="Loading the criteria" />}
      {library.data && rows.length === 0 && (
        <EmptyState title="No criteria set is like that">Search for less, or choose another status or line.</EmptyState>
      )}
      {rows.length > 0 && (
        <table className="um-talk-table">
          <thead>
            <tr>
              {['Criteria', 'Status', 'Line of business', 'Source', 'Version', 'In effect', 'Holds'].map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((line) => (
              <Row key={line.entry.id} {...line} />
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
};
