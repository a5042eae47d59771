import { capital } from '../app/format.ts';
import './peerToPeer.css';
import { openItems } from '@openum/domain/case/status.ts';
import {
  closesAt,
  deputyNeeded,
  openPeerToPeers,
  outcomeMissing,
  type PeerToPeer,
  peerToPeerStatus,
} from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import type { ActId } from '../case/act/acts.ts';
import { PanelActs } from '../case/act/PanelActs.tsx';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';
import { Warning } from '../case/Warning.tsx';
import { CallSheet } from './CallSheet.tsx';
import { TalkLink } from './TalkLink.tsx';
import {
  attemptWords,
  becauseWords,
  channelWords,
  effectWords,
  mailWords,
  sideWords,
  statusTones,
  statusWords,
} from './words.ts';

const steps: readonly (readonly [id: ActId, label: string])[] = [
  ['callTalk', 'Log a call'],
  ['agreeTalk', 'Agree on a time'],
  ['heldTalk', 'Held'],
  ['missedTalk', 'Missed'],
  ['declinedTalk', 'Declined'],
  ['deputyTalk', 'Deputy'],
];

const toldWords = { link: 'Link', agreed: 'Reminder of the agreed time', window: 'Reminder of the offer' } as const;

/** What both sides were told, and what they will be. */
const Told = ({ p }: { readonly p: PeerToPeer }) => {
  const { view, zone } = useDesk();
  const next = view.peerToPeer.reminders.filter((r) => r.offerId === p.offerId);
  if (p.told.length === 0 && next.length === 0) return null;
  return (
    <div className={css.quiet}>
      {p.told.map((t) => (
        <div key={t.at}>
          {toldWords[t.about]} {moment(t.at, zone)}: {t.plan.length > 0 && `${t.plan.join(', ')}; `}the clinician{' '}
          {mailWords[t.clinician]}
        </div>
      ))}
      {next.length > 0 && <div>Both sides are reminded {next.map((r) => moment(r.at, zone)).join('; ')}.</div>}
    </div>
  );
};

const Talk = ({ p }: { readonly p: PeerToPeer }) => {
  const { view, zone } = useDesk();
  const now = new Date(useNow()).toISOString() as Instant;
  const { deadlines } = view.peerToPeer.demand;
  const status = peerToPeerStatus(p, now, deadlines);
  const end = closesAt(p, deadlines);
  const open = openPeerToPeers(view.state).includes(p);
  return (
    <div className="um-talk">
      <div className="um-talk-line">
        <span className="um-chip" data-tone={statusTones[status]}>
          {statusWords[status]}
        </span>
        <b>{p.to.name}</b>
        {p.to.phone && <span>{p.to.phone}</span>}
        {p.to.email && <span>{p.to.email}</span>}
        {p.to.npi && <span className={css.quiet}>NPI {p.to.npi}</span>}
        {open && status !== 'expired' && <DueTime dueAt={p.scheduled?.slot.startsAt ?? end} zone={zone} focusable />}
      </div>
      <div className={css.quiet}>
        Offered {moment(p.offeredAt, zone)} {channelWords[p.how]} {becauseWords[p.because]}, by {p.offeredBy}. Item{' '}
        {p.itemSequences.join(', ')}. Window closes {moment(end, zone)} ({p.rule.citation}).
        {p.physician && ` ${p.physician.name} speaks for the plan.`}
      </div>
      {open && outcomeMissing(p, now, deadlines) && (
        <Warning title="Record what happened">
          The {p.scheduled ? 'agreed time' : 'window'} has passed and nothing is written down.
        </Warning>
      )}
      {open && deputyNeeded(p) && (
        <Warning title="Name a deputy">The plan missed this talk. Another physician has to take it.</Warning>
      )}
      {p.scheduled && (
        <div>
          Agreed: <b>{moment(p.scheduled.slot.startsAt, zone)}</b>
          {p.scheduled.callBack && `, call ${p.scheduled.callBack}`}
          {p.scheduled.message && `. ${p.scheduled.message}`} ({p.scheduled.recordedBy})
        </div>
      )}
      {!p.scheduled && open && p.slots.length > 0 && (
        <div>Times offered: {p.slots.map((s) => moment(s.startsAt, zone)).join('; ')}</div>
      )}
      {p.proposals.map((x) => (
        <div key={x.at}>
          {x.recordedBy} proposed {x.slots.map((s) => moment(s.startsAt, zone)).join('; ')}
          {x.callBack && `, call ${x.callBack}`}
          {x.message && `. ${x.message}`}
        </div>
      ))}
      {p.attempts.length > 0 && (
        <details>
          <summary>
            {p.attempts.length === 1 ? '1 call' : `${p.attempts.length} calls`}, last:{' '}
            {attemptWords[p.attempts.at(-1)?.result ?? 'noAnswer']}
          </summary>
          <ol>
            {p.attempts.map((a) => (
              <li key={a.attemptId}>
                {moment(a.at, zone)}: {a.number}, {attemptWords[a.result]}
                {a.note && `. ${a.note}`} ({a.recordedBy})
              </li>
            ))}
          </ol>
        </details>
      )}
      {p.missed.map((m) => (
        <div key={m.at}>
          Missed by {sideWords[m.by]}, written down {moment(m.at, zone)} by {m.recordedBy}: {m.reason}
        </div>
      ))}
      {p.declined && (
        <div>
          Declined by {p.declined.declinedBy} {moment(p.declined.at, zone)}
          {p.declined.reason && `: ${p.declined.reason}`}
        </div>
      )}
      {p.held && <Held held={p.held} />}
      <Told p={p} />
      {open && <TalkLink p={p} />}
      {open && <CallSheet itemSequences={p.itemSequences} />}
    </div>
  );
};

export const Held = ({ held }: { readonly held: NonNullable<PeerToPeer['held']> }) => (
  <div className={css.callout} data-tone="good">
    <b>{capital(effectWords[held.outcome])}</b>: {held.effect}
    <div className={css.prewrap}>{held.notes}</div>
    <div className={css.quiet}>{held.participants.map((x) => `${x.name} (${x.credentials})`).join(' and ')}</div>
  </div>
);

/** The talks with the treating clinician on the page of the case. */
export const PeerToPeerPanel = () => {
  const { view, zone } = useDesk();
  const { peerToPeer, intentsToDeny } = view.state;
  // With every line decided there is no decision left that a talk could come before.
  const offers = openItems(view.state).length > 0 ? view.peerToPeer.demand.offers : [];
  if (peerToPeer.length === 0 && intentsToDeny.length === 0 && offers.length === 0) return null;
  return (
    <Panel
      title="Peer-to-peer"
      aside={openPeerToPeers(view.state).length > 0 ? <PanelActs acts={steps} /> : undefined}
      flush
    >
      {peerToPeer.length === 0 && (
        <div className={css.row}>
          Nothing was offered yet.
          {offers.length > 0 &&
            ` A rule demands an offer before a decision against the request (${offers.map((o) => o.citation).join('; ')}).`}
        </div>
      )}
      {intentsToDeny.map((i) => (
        <div key={i.at} className="um-talk">
          <div>
            <b>Intent to deny</b> item {i.itemSequences.join(', ')}, {i.by}, {moment(i.at, zone)}: {i.reason}
          </div>
        </div>
      ))}
      {peerToPeer.toReversed().map((p) => (
        <Talk key={p.offerId} p={p} />
      ))}
    </Panel>
  );
};
