import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import type { CaseRow } from '@openum/http/contract/workList.ts';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { serverNow } from '../api/client.ts';
import { count, date, moment, timeLeft } from '../app/format.ts';
import { lineOfBusinessWord, statusWord, truthWord, urgencyWord } from '../app/words.ts';

type Props = {
  readonly title: string;
  readonly rows: readonly CaseRow[];
  readonly zone: ZoneId;
  readonly more: boolean;
};

/** The list on paper: every loaded row, not only those in sight. It exists only while the page is printed. */
export const PrintList = ({ title, rows, zone, more }: Props) => {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it is when the event returns.
    const start = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', start);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', start);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  if (!printing) return null;
  const now = serverNow();
  return (
    <section className="um-print">
      <h1>{title}</h1>
      <p>
        {count(rows.length, 'case')}
        {more ? ', with more behind them that were not loaded' : ''}. Printed{' '}
        {moment(new Date(now).toISOString() as Instant, zone)}. Contains protected health information.
      </p>
      <table>
        <thead>
          <tr>
            {[
              'Due',
              'Case',
              'Member',
              'Born',
              'Service',
              'Requested by',
              'Line of business',
              'Urgency',
              'Status',
              'Criteria',
              'Assignee',
            ].map((h) => (
              <th key={h}>{h}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.caseId}>
              <td>
                {r.nextDueAt ? (
                  <>
                    {moment(r.nextDueAt, zone)} ({timeLeft(r.nextDueAt, now)})
                  </>
                ) : (
                  'Nothing due'
                )}
              </td>
              <td>{r.caseNumber}</td>
              <td>{r.memberName}</td>
              <td>{date(r.memberBirthDate)}</td>
              <td>{r.serviceSummary}</td>
              <td>{r.requestingProviderName}</td>
              <td>{lineOfBusinessWord[r.lineOfBusiness]}</td>
              <td>{urgencyWord[r.urgency]}</td>
              <td>{statusWord[r.status]}</td>
              <td>{r.criteriaTruth ? truthWord[r.criteriaTruth] : ''}</td>
              <td>{r.assigneeName ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
