import { Button } from '@mantine/core';
import { deliveryOf } from '@openum/domain/delivery/delivery.ts';
import { sentAt } from '@openum/domain/delivery/sent.ts';
import { type ReactNode, useState } from 'react';
import { moment } from '../app/format.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { sentence } from '../case/timeline/sentence.ts';
import { useSaid } from '../case/timeline/useSaid.ts';
import { ReissueForm } from './ReissueForm.tsx';
import { ReportForm } from './ReportForm.tsx';
import { channelWord, languageWord, reissueWord, statusTone, statusWord, titleOf } from './words.ts';

type Props = {
  readonly notice: ReturnType<typeof useDesk>['view']['state']['notices'][number];
  readonly links: ReactNode;
  /** Why this person may say nothing of letters, or issue none. */
  readonly closed: { readonly report: string | undefined; readonly issue: string | undefined };
};

/** A letter with the evidence of its delivery, and what can be done about it. */
export const LetterEntry = ({ notice, links, closed }: Props) => {
  const { view, zone } = useDesk();
  const said = useSaid();
  const [open, setOpen] = useState<'report' | 'reissue'>();
  const c = view.state;
  const delivery = deliveryOf(c, notice);
  const sent = sentAt(c, notice);
  const former = c.notices.find((n) => n.noticeId === notice.reissue?.noticeId);
  const toggle = (what: 'report' | 'reissue', label: string, why: string | undefined) => (
    <Button
      size="compact-xs"
      variant="default"
      aria-expanded={open === what}
      {...(why ? { 'data-disabled': true, 'aria-disabled': true, title: why } : {})}
      onClick={() => !why && setOpen(open === what ? undefined : what)}
    >
      {label}
      <span className="um-hidden"> of the {titleOf(notice)}</span>
    </Button>
  );
  const replaced = delivery.status === 'replaced' ? 'Another letter has taken its place.' : undefined;
  return (
    <li className={css.row}>
      <div className="um-letters-line" style={{ alignItems: 'baseline' }}>
        <b>{titleOf(notice)}</b>
        <span className="um-chip" data-tone={statusTone[delivery.status]}>
          {statusWord[delivery.status]}
        </span>
      </div>
      <div className={css.quiet}>
        Issued {moment(notice.issuedAt, zone)}; {channelWord[delivery.channel].toLowerCase()}
        {delivery.sendTo && ` to ${delivery.sendTo}`}
        {notice.format === 'largePrint' && ', large print'}
        {!notice.language.startsWith('en') && `, ${languageWord(notice.language)}`}.{' '}
        {notice.countsWhen === 'deposited' &&
          (sent ? `Counts as sent ${moment(sent, zone)}.` : 'Does not count as sent yet.')}
      </div>
      {former && notice.reissue && (
        <div className={css.quiet}>
          In place of the letter of {moment(former.issuedAt, zone)}: {reissueWord[notice.reissue.because].toLowerCase()}
          . {notice.reissue.explanation}
        </div>
      )}
      {links}
      {delivery.steps.length > 0 && (
        <details>
          <summary>Evidence of delivery ({delivery.steps.length})</summary>
          <ol className="um-letters-steps">
            {delivery.steps.map((s) => (
              <li key={`${s.type} ${s.at}`}>
                {moment(s.at, zone)}, {s.by}: {sentence(s, said)}
              </li>
            ))}
          </ol>
        </details>
      )}
      <div className="um-letters-line">
        {toggle('report', 'What became of it', closed.report ?? replaced)}
        {toggle('reissue', 'Issue again', closed.issue ?? replaced)}
      </div>
      {open === 'report' && (
        <ReportForm
          key={delivery.status}
          noticeId={notice.noticeId}
          audience={notice.audience}
          delivery={delivery}
          close={() => setOpen(undefined)}
        />
      )}
      {open === 'reissue' && <ReissueForm notice={notice} close={() => setOpen(undefined)} />}
    </li>
  );
};
