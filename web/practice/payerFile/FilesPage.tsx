import '../practice.css';
import './payerFile.css';
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { fileKinds } from '@openum/domain/payerFile/file.ts';
import type { ListedFile } from '@openum/http/contract/practice/payerFile.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { moment } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { type FileSearch, filesQuery } from './queries.ts';
import { UploadFiles } from './UploadFiles.tsx';
import { directionWord, fileKindWord, kindsWords, standingTone, standingWord } from './words.ts';

const FileTable = ({ files }: { readonly files: readonly ListedFile[] }) => {
  const { zone } = useSession();
  return (
    <div className="um-practice-scroll">
      <table className="um-practice-table" data-plain data-stack>
        <caption className="um-hidden">Files, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">What</th>
            <th scope="col">How it stands</th>
            <th scope="col">When and by whom</th>
          </tr>
        </thead>
        <tbody>
          {files.map((f) => (
            <tr key={f.fileId}>
              <td>
                <Link to="/practice/files/$fileId" params={{ fileId: f.fileId }}>
                  {f.fileName}
                </Link>
                <div className="um-practice-quiet">{directionWord[f.direction]}</div>
              </td>
              <td>
                {kindsWords(f)}
                {f.control !== undefined && <div className="um-practice-quiet">Number {f.control}</div>}
              </td>
              <td>
                <span className="um-chip" data-tone={standingTone[f.standing]}>
                  {standingWord[f.standing]}
                </span>
              </td>
              <td>
                {moment(f.keptAt, zone)}
                <div className="um-practice-quiet">{f.keptBy.name}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Everything that goes to payers and comes from them as X12 files, with what became of it. */
export const FilesPage = () => {
  const search = useSearch({ strict: false }) as FileSearch;
  const navigate = useNavigate();
  const query = useInfiniteQuery(filesQuery(search));
  const files = query.data?.pages.flatMap((p) => p.files);
  const set = (change: { readonly [K in keyof FileSearch]: FileSearch[K] | undefined }) =>
    void navigate({ to: '/practice/files', search: { ...search, ...change } as FileSearch, replace: true });
  return (
    <Page title="Files">
      <UploadFiles />
      <div className="um-practice-filters um-file-filters">
        <SegmentedControl
          aria-label="Which files"
          value={search.show ?? 'open'}
          onChange={(v) => set({ show: v === 'all' ? 'all' : undefined })}
          data={[
            { value: 'open', label: 'Want somebody' },
            { value: 'all', label: 'All' },
          ]}
        />
        <NativeSelect
          aria-label="Direction"
          value={search.direction ?? ''}
          onChange={(e) => set({ direction: (e.currentTarget.value || undefined) as FileSearch['direction'] })}
          data={[
            { value: '', label: 'In and out' },
            { value: 'in', label: 'Came in' },
            { value: 'out', label: 'Go out' },
          ]}
        />
        <NativeSelect
          aria-label="Kind"
          value={search.kind ?? ''}
          onChange={(e) => set({ kind: e.currentTarget.value || undefined })}
          data={[{ value: '', label: 'Every kind' }, ...fileKinds.map((k) => ({ value: k, label: fileKindWord[k] }))]}
        />
      </div>
      {query.isError && !files && <FailedState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows label="Loading the files" />}
      {files?.length === 0 && (
        <EmptyState title={search.show === 'all' ? 'No file yet' : 'No file wants anybody'}>
          {search.show === 'all'
            ? 'Files that you send to payers and bring in from them are kept here, byte by byte.'
            : 'Everything that came in is recorded or set aside, and what goes out is on its way.'}
        </EmptyState>
      )}
      {files && files.length > 0 && <FileTable files={files} />}
      {query.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </Page>
  );
};
