import type { AppealDesk } from '@openum/http/contract/practice/appeal.ts';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { date } from '../../app/format.ts';
import { levelWord, money } from '../words.ts';

/** What was denied, at which level it is appealed, until when and where to. */
export const AppealHead = ({ desk }: { readonly desk: AppealDesk }) => {
  const { zone } = useSession();
  const { denial: d } = desk;
  const part = (label: string, value: ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <dl className="um-practice-head">
      {part('Denied', `${date(d.from)} to ${date(d.to)}, ${levelWord(desk.levelOfCare)}, ${money(d.amount)}`)}
      {part('Level', `${desk.level}${desk.levelName ? `, ${desk.levelName}` : ''}`)}
      {desk.open &&
        part(
          'To be filed',
          desk.dueAt ? <DueTime dueAt={desk.dueAt} zone={zone} focusable /> : 'ask the payer until when',
        )}
      {part('Goes to', desk.address ?? 'not known; ask the payer')}
      {d.reference && part('Payer’s number', d.reference)}
      {d.reason && part('Reason given', `“${d.reason}”`)}
      {desk.criteriaNamed && part('Criteria that the payer names', desk.criteriaNamed)}
    </dl>
  );
};
