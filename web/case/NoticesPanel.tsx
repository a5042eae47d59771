import '../letters/letters.css';
import { Anchor, Button } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import type { IssuedNotice } from '@openum/domain/case/event.ts';
import { useState } from 'react';
import { moment } from '../app/format.ts';
import { ContactsBox } from '../letters/ContactsBox.tsx';
import { LetterEntry } from '../letters/LetterEntry.tsx';
import { OralForm } from '../letters/OralForm.tsx';
import { titleOf } from '../letters/words.ts';
import { spokenRefusal } from './act/whyNot.ts';
import css from './case.module.css';
import { useDesk } from './desk.ts';
import { Panel } from './Panel.tsx';

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

/** The letters of a case, where each of them is, and how the next one goes. */
export const NoticesPanel = () => {
  const { view, actor, zone } = useDesk();
  const [calling, setCalling] = useState(false);
  const c = view.state;
  const decided = c.items.some((i) => i.determination);
  if (c.notices.length === 0 && !decided) return null;
  const closed = (act: 'ReportDelivery' | 'RecordNotices' | 'GiveOralNotice'): string | undefined => {
    const no = mayNot(act, actor, c);
    return no && spokenRefusal(no);
  };
  const noCall = closed('GiveOralNotice');
  return (
    <Panel
      title={`Letters (${c.notices.length})`}
      flush
      aside={
        decided && (
          <Button
            size="compact-xs"
            variant="default"
            aria-expanded={calling}
            {...(noCall ? { 'data-disabled': true, 'aria-disabled': true, title: noCall } : {})}
            onClick={() => !noCall && setCalling(!calling)}
          >
            Told by telephone
          </Button>
        )
      }
    >
      {calling && (
        <div className={css.row}>
          <OralForm close={() => setCalling(false)} />
        </div>
      )}
      {c.oralNotices.map((o) => (
        <div key={o.oralNoticeId} className={css.row}>
          <b>Told by telephone</b>: {o.spokenTo}, {o.number}, {moment(o.givenAt, zone)}
          <div className={css.quiet}>
            {o.writtenDueAt
              ? `Stands for the notice; the written one is due ${moment(o.writtenDueAt, zone)} (${o.rule?.citation}).`
              : 'No rule lets it stand for the written notice.'}
          </div>
        </div>
      ))}
      <ul className={css.plain}>
        {c.notices.map((n) => (
          <LetterEntry
            key={n.noticeId}
            notice={n}
            links={<NoticeLinks notice={n} />}
            closed={{ report: closed('ReportDelivery'), issue: closed('RecordNotices') }}
          />
        ))}
      </ul>
      <ContactsBox closed={closed('ReportDelivery')} />
    </Panel>
  );
};
