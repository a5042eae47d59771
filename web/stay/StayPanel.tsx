import './stay.css';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { StayLine, StayReading } from '@openum/http/contract/stay.ts';
import { DueTime } from '../app/DueTime.tsx';
import { count, date, moment } from '../app/format.ts';
import { ItemStatusBadge } from '../app/StatusBadge.tsx';
import { channelWord, reviewTypeWord } from '../app/words.ts';
import type { ActId } from '../case/act/acts.ts';
import { PanelActs } from '../case/act/PanelActs.tsx';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';
import { DayStrip } from './DayStrip.tsx';
import { barrierWords, dispositionWords, levelLabelOf, methodWords, readinessWords, resultWords } from './words.ts';

const steps: readonly (readonly [id: ActId, label: string])[] = [
  ['continueStay', 'More days'],
  ['clinicalUpdate', 'Clinical update'],
  ['chaseUpdate', 'Chase'],
  ['changeLevel', 'Level of care'],
  ['assessTransition', 'Transition'],
  ['discharge', 'Discharge'],
  ['correctStay', 'Correct'],
];

/** When the next review is due, and how that day comes about. */
const Next = ({ stay }: { readonly stay: StayReading }) => {
  const { view, zone } = useDesk();
  const { review } = stay;
  if (review.kind === 'pending')
    return (
      <div className="um-stay-next" data-tone="waiting">
        <span className="um-chip">Review pending</span>
        Item {review.itemSequences.join(', ')} waits for a decision.
        {view.receipts.some((r) => r.metAt === undefined) && <span>Its clocks are beside this.</span>}
      </div>
    );
  if (review.kind !== 'due')
    return (
      <div className="um-stay-next">
        {review.kind === 'discharged'
          ? `Discharged ${moment(review.at, zone)}. No review is due.`
          : 'No review is due.'}
      </div>
    );
  const { basis } = review;
  return (
    <div className="um-stay-next">
      <b>Next review</b>
      <DueTime dueAt={review.dueAt} zone={zone} focusable />
      <span>{moment(review.dueAt, zone)}</span>
      {stay.updateAwaited && (
        <span className="um-chip" data-tone="waiting">
          Update awaited
        </span>
      )}
      <details>
        <summary>Why then</summary>
        {basis.because === 'coverage' && basis.approvedThrough
          ? `Days are approved through ${date(basis.approvedThrough)}; the review comes ${count(basis.leadDays, 'day')} before.`
          : `Last reviewed ${date(basis.reviewedOn)}; the interval is ${count(basis.everyDays, 'day')}.`}{' '}
        {basis.name} ({basis.intervalId}, version {basis.intervalVersion}). {basis.citation}.
      </details>
    </div>
  );
};

const Line = ({ line, stay }: { readonly line: StayLine; readonly stay: StayReading }) => {
  const { zone } = useDesk();
  return (
    <li>
      <div className="um-talk-line">
        <b>Item {line.itemSequence}</b>
        <ItemStatusBadge status={line.status} />
        <span>{reviewTypeWord[line.stage]}</span>
        {line.asked && (
          <span>
            asked {date(line.asked.from)} to {date(line.asked.through)}
          </span>
        )}
        {line.covered && (
          <span>
            authorized {date(line.covered.from)} to {date(line.covered.through)}
          </span>
        )}
        {line.levelOfCare && <span>{levelLabelOf(stay.levels, line.levelOfCare)}</span>}
      </div>
      <div className={css.quiet}>
        {line.requestedBy ? `${line.requestedBy}, ` : ''}
        {channelWord[line.channel]}, received {moment(line.receivedAt, zone)}
        {line.askedBeforeEnd === true && ', at least 24 hours before the approved days end'}
        {line.askedBeforeEnd === false && ', less than 24 hours before the approved days end'}
        {line.decidedAt && `. Decided ${moment(line.decidedAt, zone)} by ${line.decidedBy}`}
      </div>
      {line.clinicalUpdate && <div className={css.prewrap}>{line.clinicalUpdate}</div>}
    </li>
  );
};

type Told = { readonly at: Instant; readonly text: string };

const updatesOf = (stay: StayReading): readonly Told[] =>
  [
    ...stay.record.updates.map((u) => ({ at: u.receivedAt, text: `${u.from}: ${u.summary}` })),
    ...stay.record.chases.map((x) => ({
      at: x.at,
      text: `Chased ${x.to}, ${methodWords[x.method].toLowerCase()}: ${resultWords[x.result].toLowerCase()}${x.note ? `. ${x.note}` : ''} (${x.by})`,
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));

const Transition = ({ stay }: { readonly stay: StayReading }) => {
  const { zone } = useDesk();
  const last = stay.record.assessments.at(-1);
  if (!last) return <div className={css.quiet}>Readiness for transition has not been assessed.</div>;
  return (
    <div>
      <div className="um-talk-line">
        <span className="um-chip" data-tone={last.readiness === 'ready' ? 'good' : 'quiet'}>
          {readinessWords[last.readiness]}
        </span>
        {last.expectedDischargeOn && <span>Discharge expected {date(last.expectedDischargeOn)}</span>}
        {last.barriers.length > 0 && <span>In the way: {last.barriers.map((b) => barrierWords[b]).join(', ')}</span>}
      </div>
      {last.plan && <div className={css.prewrap}>{last.plan}</div>}
      <div className={css.quiet}>
        {last.by}, {moment(last.at, zone)}
      </div>
    </div>
  );
};

const Figures = ({ stay }: { readonly stay: StayReading }) => {
  const { view, zone } = useDesk();
  const { count: n, record } = stay;
  const { discharge } = record;
  return (
    <dl className="um-stay-figures">
      <div>
        <dt>Facility</dt>
        <dd>{record.facility.name}</dd>
      </div>
      <div>
        <dt>Admitted</dt>
        <dd>{moment(record.admittedAt, zone)}</dd>
      </div>
      <div>
        <dt>Level of care</dt>
        <dd>{levelLabelOf(stay.levels, stay.level)}</dd>
      </div>
      <div>
        <dt>Days approved / used</dt>
        <dd>
          {n.approved} / {n.used}
        </dd>
      </div>
      <div>
        <dt>Approved through</dt>
        <dd>{stay.approvedThrough ? date(stay.approvedThrough) : 'Nothing yet'}</dd>
      </div>
      {n.unfunded > 0 && (
        <div>
          <dt>Days of care without authorization</dt>
          <dd className="um-census-bad">{n.unfunded}</dd>
        </div>
      )}
      {view.state.appeals
        .filter((a) => a.aid?.granted && !a.aidEnded)
        .map((a) => (
          <div key={a.appealId}>
            <dt>Care goes on during appeal {a.number}</dt>
            <dd>
              {a.aid?.period ? `from ${date(a.aid.period.start)}` : 'yes'}
              {a.aid?.period?.end && ` through ${date(a.aid.period.end)}`}
            </dd>
          </div>
        ))}
      {discharge && (
        <div>
          <dt>Discharged</dt>
          <dd>
            {moment(discharge.dischargedAt, zone)}
            {discharge.disposition && `, ${dispositionWords[discharge.disposition].toLowerCase()}`}
          </dd>
        </div>
      )}
      {record.cancelled && (
        <div>
          <dt>Admission cancelled</dt>
          <dd>{record.cancelled.reason}</dd>
        </div>
      )}
    </dl>
  );
};

/** The stay that the case is about: its days, what is next, its reviews, and how near the member is to leaving. */
export const StayPanel = () => {
  const { view, zone } = useDesk();
  const { stay } = view;
  if (!stay) return null;
  const updates = updatesOf(stay);
  return (
    <Panel title="Stay" aside={<PanelActs acts={steps} />} flush>
      <div className="um-stay">
        <Figures stay={stay} />
        <DayStrip days={stay.days} today={stay.today} levelLabel={(code) => levelLabelOf(stay.levels, code)} />
        <Next stay={stay} />
        <Transition stay={stay} />
        <section>
          <h3>Reviews ({stay.lines.length})</h3>
          <ol className="um-stay-list">
            {stay.lines.toReversed().map((l) => (
              <Line key={l.itemSequence} line={l} stay={stay} />
            ))}
          </ol>
        </section>
        {stay.record.levels.length > 1 && (
          <section>
            <h3>Level of care</h3>
            <ol className="um-stay-list">
              {stay.record.levels.map((l) => (
                <li key={l.since}>
                  <b>{levelLabelOf(stay.levels, l.level)}</b> since {moment(l.since, zone)}
                  {l.reason && `: ${l.reason}`}
                </li>
              ))}
            </ol>
          </section>
        )}
        {updates.length > 0 && (
          <details>
            <summary>Clinical updates and calls ({updates.length})</summary>
            <ul className="um-stay-list">
              {updates.map((u) => (
                <li key={`${u.at} ${u.text}`}>
                  <span className={css.quiet}>{moment(u.at, zone)}</span> {u.text}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Panel>
  );
};
