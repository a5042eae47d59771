import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { moment } from './format.ts';
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

/** What somebody was told, each leading to its case. */
export const ToldList = ({ rows, onOpen }: Props) => (
  <ul className="um-alarms">
    {rows.map((row) => {
      const { caseId } = row.kind === 'alarm' ? row.alarm : row.news;
      const key = row.kind === 'alarm' ? row.alarm.notificationId : `${caseId} ${row.news.sequence}`;
      return (
        <li key={key} data-unread={isUnread(row) || undefined}>
          <Link to="/cases/$caseId" params={{ caseId }} onClick={() => onOpen(row)}>
            {isUnread(row) && <span className="um-hidden">Unread: </span>}
            <Line row={row} />
          </Link>
        </li>
      );
    })}
  </ul>
);
