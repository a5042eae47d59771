import { Anchor } from '@mantine/core';
import type { IssuedNotice } from '@openum/domain/case/event.ts';
import { moment } from '../app/format.ts';
import { appealLetterTitle } from '../appeal/words.ts';
import css from './case.module.css';
import { useDesk } from './desk.ts';
import { Panel } from './Panel.tsx';

const kindWord: Record<IssuedNotice['kind'], string> = {
  approval: 'Approval letter',
  adverseDetermination: 'Adverse determination letter',
  extension: 'Extension letter',
  lapse: 'Missed deadline letter',
  general: 'Letter',
  ...appealLetterTitle,
};
const titleOf = (n: IssuedNotice): string => `${kindWord[n.kind]} to the ${n.audience}`;

/** A letter as it was sent, to read on paper or on the screen. */
export const NoticeLinks = ({ notice }: { readonly notice: IssuedNotice }) => {
  const { view } = useDesk();
  const path = `/api/cases/${encodeURIComponent(view.caseId)}/notices/${encodeURIComponent(notice.noticeId)}`;
  const link = (format: 'pdf' | 'html', label: string) => (
    <Anchor href={`${path}/${format}`} target="_blank" rel="noreferrer" lh={1.75}>
      {label}
      <span className="um-hidden">, {titleOf(notice)}, opens a new tab</span>
    </Anchor>
  );
  return (
    <div style={{ display: 'flex', gap: '1.25rem' }}>
      {link('pdf', 'PDF')}
      {link('html', 'Web page')}
    </div>
  );
};

export const NoticesPanel = () => {
  const { view, zone } = useDesk();
  const { notices } = view.state;
  if (notices.length === 0) return null;
  return (
    <Panel title={`Letters (${notices.length})`} flush>
      <ul className={css.plain}>
        {notices.map((n) => (
          <li key={n.noticeId} className={css.row}>
            <b>{titleOf(n)}</b>
            <div className={css.quiet}>Issued {moment(n.issuedAt, zone)}</div>
            <NoticeLinks notice={n} />
          </li>
        ))}
      </ul>
    </Panel>
  );
};
