import { Alert, Anchor, Checkbox } from '@mantine/core';
import type { LettersView } from '@openum/http/contract/delivery.ts';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { DueTime } from '../app/DueTime.tsx';
import { count, moment } from '../app/format.ts';
import { EmptyState } from '../app/states.tsx';
import { batchName } from './BatchList.tsx';
import { Failure } from './Failure.tsx';
import { useRenewLetters } from './queries.ts';
import { statusTone, statusWord, titleOf } from './words.ts';

type Row = LettersView['waiting'][number];

export const LetterRowCells = ({ row }: { readonly row: Row }) => {
  const { zone } = useSession();
  return (
    <>
      <td>
        <span className="um-chip" data-tone={statusTone[row.status]}>
          {statusWord[row.status]}
        </span>
        {row.note && <div className="um-letters-note">{row.note}</div>}
      </td>
      <td>
        <b>{titleOf(row)}</b>
        <div>{row.addressee}</div>
      </td>
      <td>
        <Anchor renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId: row.caseId }} />}>
          {row.caseNumber}
        </Anchor>
        <div>{row.memberName}</div>
      </td>
      <td>
        {moment(row.issuedAt, zone)}
        {row.dueAt && (
          <div>
            <DueTime dueAt={row.dueAt} zone={zone} focusable />
          </div>
        )}
      </td>
    </>
  );
};

/** A window that opens by itself is blocked: the person opens it. */
const Made = ({ batchId }: { readonly batchId: string }) => (
  <Alert color="gray" role="status" py={6}>
    Batch {batchName(batchId)} is ready.{' '}
    <Anchor href={`/api/letters/batches/${encodeURIComponent(batchId)}/pdf`} target="_blank" rel="noreferrer">
      Open the PDF
    </Anchor>
    , print it, count the letters, then{' '}
    <Anchor renderRoot={(props) => <Link {...props} to="/letters" search={{ tab: 'batches' }} />}>
      hand it to the carrier
    </Anchor>
    .
  </Alert>
);

/** Letters that wait for print, to be put together. */
export const WaitingList = ({ rows }: { readonly rows: readonly Row[] }) => {
  const renew = useRenewLetters();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter((r) => !left.has(r.noticeId));
  const print = useMutation({
    mutationFn: () =>
      post<{ readonly batchId: string }>('/api/letters/batches', {
        letters: chosen.map(({ caseId, noticeId }) => ({ caseId, noticeId })),
      }),
    onSuccess: async () => {
      setLeft(new Set());
      await renew();
    },
  });
  if (rows.length === 0)
    return (
      <EmptyState title="No letter waits for print">
        A letter comes here when it goes by mail, and when it could not be sent by e-mail or fax.
      </EmptyState>
    );
  const toggle = (noticeId: string) => {
    const next = new Set(left);
    if (!next.delete(noticeId)) next.add(noticeId);
    setLeft(next);
  };
  return (
    <>
      <div className="um-letters-line um-letters-noprint">
        <ActButton
          why={chosen.length === 0 ? 'Choose at least one letter.' : undefined}
          loading={print.isPending}
          onClick={() => print.mutate()}
        >
          Print {count(chosen.length, 'letter')} as one PDF
        </ActButton>
        <span className="um-letters-note">
          A cover sheet with the index comes first; each letter begins on an odd page.
        </span>
      </div>
      <Failure error={print.error} />
      {print.data && <Made batchId={print.data.batchId} />}
      <table className="um-talk-table">
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label="All letters"
                checked={chosen.length === rows.length}
                indeterminate={chosen.length > 0 && chosen.length < rows.length}
                onChange={() => setLeft(new Set(chosen.length === rows.length ? rows.map((r) => r.noticeId) : []))}
              />
            </th>
            {['State', 'Letter', 'Case', 'Written, and due'].map((h) => (
              <th key={h} scope="col">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.noticeId}>
              <td>
                <Checkbox
                  aria-label={`${titleOf(row)}, case ${row.caseNumber}`}
                  checked={!left.has(row.noticeId)}
                  onChange={() => toggle(row.noticeId)}
                />
              </td>
              <LetterRowCells row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
