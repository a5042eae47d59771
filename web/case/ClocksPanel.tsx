import { refusalSentence } from '@openum/domain/case/refusal.ts';
import type { ClockReceipt } from '@openum/domain/clock/receipt.ts';
import { IconAlarm, IconCircleCheck, IconPlayerPause, IconX } from '@tabler/icons-react';
import { ActButton } from '../app/ActButton.tsx';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import { lapseSentence } from '../app/words.ts';
import { whyNotFor } from './act/whyNot.ts';
import css from './case.module.css';
import { humanized } from './criteria/leafTree.ts';
import { useDesk } from './desk.ts';
import { Panel } from './Panel.tsx';

const stateWord: Record<ClockReceipt['state'], string> = {
  running: 'Running',
  tolled: 'Paused',
  met: 'Met',
  missed: 'Missed',
};
const stateIcon: Record<ClockReceipt['state'], typeof IconX> = {
  running: IconAlarm,
  tolled: IconPlayerPause,
  met: IconCircleCheck,
  missed: IconX,
};
const stateTone: Record<ClockReceipt['state'], string> = {
  running: 'accent',
  tolled: 'waiting',
  met: 'good',
  missed: 'bad',
};

const Receipt = ({ receipt }: { readonly receipt: ClockReceipt }) => (
  <div className={css.quiet}>
    <div>
      Rule {receipt.ruleId}, version {receipt.ruleVersion}. {receipt.citation}. Zone {receipt.zone}. Started by{' '}
      {humanized(receipt.startEvent).toLowerCase()}.
    </div>
    <ol style={{ margin: '0.25rem 0', paddingInlineStart: '1.25rem' }}>
      {receipt.lines.map((line, at) => (
        <li key={at} className={css.break}>
          {line.text}
          {!line.counts && ' Changed nothing.'}
        </li>
      ))}
    </ol>
    {receipt.internalDueAt && <div>Internal target {moment(receipt.internalDueAt, receipt.zone)}.</div>}
    <div>If it is missed: {lapseSentence[receipt.lapseEffect]}</div>
  </div>
);

/** Opens the form for more time; when that is not possible, says why. */
const ExtendButton = ({ receipt }: { readonly receipt: ClockReceipt }) => {
  const { view, actor, extendClock } = useDesk();
  const closed = view.extensions.find((e) => e.clockId === receipt.clockId)?.closed;
  const why = whyNotFor(view, actor)('extend') ?? (closed && refusalSentence(closed));
  return (
    <ActButton size="compact-xs" variant="default" why={why} onClick={() => extendClock(receipt.clockId)}>
      Extend<span className="um-hidden"> {receipt.name}</span>
    </ActButton>
  );
};

export const ClocksPanel = () => {
  const { view, zone } = useDesk();
  const ordered = [...view.receipts].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  return (
    <Panel title={`Clocks (${ordered.length})`} flush>
      {ordered.length === 0 && <p className={css.row}>No clock runs on this case.</p>}
      <ul className={css.plain}>
        {ordered.map((r) => {
          const Icon = stateIcon[r.state];
          const open = r.metAt === undefined;
          return (
            <li key={r.clockId} className={css.row}>
              <details>
                <summary>
                  <b>{r.name}</b> <span className={css.quiet}>{r.hard ? 'binding' : 'internal target'}</span>
                </summary>
                <Receipt receipt={r} />
              </details>
              <div style={{ display: 'flex', gap: '0.25rem 0.75rem', flexWrap: 'wrap', alignItems: 'baseline' }}>
                <span className="um-chip" data-tone={stateTone[r.state]}>
                  <Icon size={13} aria-hidden />
                  {stateWord[r.state]}
                </span>
                {open && <DueTime dueAt={r.dueAt} zone={zone} ruleId={r.ruleId} focusable />}
                <span className={css.quiet}>
                  {r.metAt ? `Done ${moment(r.metAt, zone)}; was due ` : 'Due '}
                  {moment(r.dueAt, zone)}
                </span>
                {open && <ExtendButton receipt={r} />}
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};
