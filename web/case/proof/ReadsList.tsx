import { Button } from '@mantine/core';
import { maySeeReads } from '@openum/domain/proof/access.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { CaseReads } from '@openum/http/contract/proof.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../api/client.ts';
import { moment } from '../../app/format.ts';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { purposeWord, readWord } from './words.ts';

/** Who has looked at the case. Asked for only when it is wanted: to look here is itself written down. */
export const ReadsList = () => {
  const { view, zone, actor } = useDesk();
  const [wanted, setWanted] = useState(false);
  const { caseId } = view;
  const reads = useQuery({
    queryKey: ['case', caseId, 'reads'],
    queryFn: ({ signal }) => get<CaseReads>(`/api/cases/${encodeURIComponent(caseId)}/reads`, {}, signal),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!maySeeReads(actor))
    return <p className={css.quiet}>Who has looked at this case is shown to a UM director or a quality manager.</p>;
  if (!wanted)
    return (
      <Button size="compact-sm" variant="default" onClick={() => setWanted(true)}>
        Show who has looked
      </Button>
    );
  return (
    <div aria-live="polite">
      {reads.isPending && <p className={css.quiet}>Reading the log…</p>}
      {reads.error && <p role="alert">{reads.error.message}</p>}
      {reads.data && (
        <>
          <b>Who has looked ({reads.data.rows.length})</b>
          <ol className={css.reads} aria-label="Who has looked, newest first">
            {reads.data.rows.map((r) => (
              <li key={r.readId}>
                {r.who} {readWord[r.what]}
                <div className={css.quiet}>
                  {moment(r.at as Instant, zone)}, {purposeWord[r.purpose]}
                </div>
              </li>
            ))}
          </ol>
          {reads.data.more && <p className={css.quiet}>These are the newest; the proof pack holds all of them.</p>}
        </>
      )}
    </div>
  );
};
