import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import { count, date, moment } from './format.ts';
import { isUnread, newsWord, type Told } from './news.ts';
import { useNow } from './now.ts';
import { alarmWord } from './words.ts';

const Line = ({ row }: { readonly row: Told }) => {
  const { zone } = useSession();
  const now = useNow();
  if (row.kind === 'news') {
    const { news } = row;
    return (
      <>
        <b>{news.caseNumber}</b> {newsWord[news.kind]}
        <small>
          {moment(news.at, zone)}
          {news.by && `, ${news.by}`}
        </small>
      </>
    );
  }
  if (row.kind === 'rating') {
    const { rating } = row;
    return (
      <>
        <b>{rating.title}</b> {newsWord[rating.kind]}
        <small>
          {moment(rating.at, zone)}
          {rating.kind !== 'ratingClosed' &&
            (rating.left === 0 ? ', all rated' : `, ${count(rating.left, 'line')} to rate by ${date(rating.dueOn)}`)}
        </small>
      </>
    );
  }
  const { alarm } = row;
  return (
    <>
      <b>{alarm.caseNumber}</b> {alarmWord(alarm.stepId, Date.parse(alarm.dueAt) < now)}
      <small>
        {alarm.ruleId}, due {moment(alarm.dueAt, zone)}
        {alarm.late && `. Told late, ${moment(alarm.raisedAt, zone)}`}
      </small>
    </>
  );
};

type Props = { readonly rows: readonly Told[]; readonly onOpen: (row: Told) => void };

const keyOf = (row: Told): string => {
  switch (row.kind) {
    case 'alarm':
      return row.alarm.notificationId;
    case 'news':
      return `${row.news.caseId} ${row.news.sequence}`;
    case 'rating':
      return `${row.rating.setId} ${row.rating.kind}`;
  }
};

type OpenProps = { readonly row: Told; readonly onClick: () => void; readonly children: ReactNode };

/** Leads to the case, or to the set of lines to rate. */
const Open = ({ row, onClick, children }: OpenProps) => {
  if (row.kind === 'rating')
    return (
      <Link
        to={row.rating.kind === 'ratingClosed' ? '/consistency/$setId' : '/consistency/$setId/rate'}
        params={{ setId: row.rating.setId }}
        search={{}}
        onClick={onClick}
      >
        {children}
      </Link>
    );
  const { caseId } = row.kind === 'alarm' ? row.alarm : row.news;
  return (
    <Link to="/cases/$caseId" params={{ caseId }} onClick={onClick}>
      {children}
    </Link>
  );
};

/** What somebody was told, each leading to what it is about. */
export const ToldList = ({ rows, onOpen }: Props) => (
  <ul className="um-alarms">
    {rows.map((row) => (
      <li key={keyOf(row)} data-unread={isUnread(row) || undefined}>
        <Open row={row} onClick={() => onOpen(row)}>
          {isUnread(row) && <span className="um-hidden">Unread: </span>}
          <Line row={row} />
        </Open>
      </li>
    ))}
  </ul>
);
