import type { CoverageEnd, QioReview } from '@openum/domain/coverageEnd/coverageEnd.ts';
import { overturned } from '@openum/domain/coverageEnd/coverageEnd.ts';
import { type DutyState, dutyState, type NoticeDuty } from '@openum/domain/coverageEnd/duty.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { DueTime } from '../app/DueTime.tsx';
import { date, moment } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import type { ActId } from '../case/act/acts.ts';
import { PanelActs } from '../case/act/PanelActs.tsx';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { NoticeLinks } from '../case/NoticesPanel.tsx';
import { Panel } from '../case/Panel.tsx';
import { Warning } from '../case/Warning.tsx';
import { dutyWords, noticeWords, qioWords, recipientWords, routeWords, signatureWords, wayWords } from './words.ts';

const line = { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0.25rem 0.75rem' } as const;
const list = { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: '0.25rem' } as const;

const tones: Record<DutyState, string> = { owed: 'waiting', late: 'bad', delivered: 'good', deliveredLate: 'bad' };

const Duty = ({ d, now }: { readonly d: NoticeDuty; readonly now: Instant }) => {
  const { zone } = useDesk();
  const state = dutyState(d, now);
  return (
    <li style={line}>
      <span className="um-chip" data-tone={tones[state]}>
        {dutyWords[state]}
      </span>
      <b>{noticeWords[d.notice]}</b>
      {d.deliveredAt ? <span>{moment(d.deliveredAt, zone)}</span> : <DueTime dueAt={d.dueAt} zone={zone} focusable />}
      <span className={css.quiet}>
        {d.owedBy === 'plan' ? 'from the plan' : 'from the facility'}
        {d.notBefore && `, not before ${moment(d.notBefore, zone)}`} ({d.citation})
      </span>
    </li>
  );
};

const Review = ({ review: r }: { readonly review: QioReview }) => {
  const { view, zone } = useDesk();
  const letter = view.state.notices.findLast((n) => n.reviewId === r.reviewId);
  return (
    <>
      <div>
        {r.requestedBy} asked for a review {moment(r.requestedAt, zone)}.{' '}
        {r.decided
          ? `The quality improvement organization ${qioWords[r.decided.outcome]} (${moment(r.decided.decidedAt, zone)}): ${r.decided.note}`
          : 'It waits for its answer.'}
      </div>
      {r.explained && (
        <div>
          {r.explained.by} explained the end {moment(r.explained.at, zone)}, by {r.explained.rule.name} (
          {r.explained.rule.citation}): {r.explained.facts}
        </div>
      )}
      {letter && <NoticeLinks notice={letter} />}
    </>
  );
};

const End = ({ end }: { readonly end: CoverageEnd }) => {
  const { view, zone } = useDesk();
  const reading = view.coverageEnd.ends.find((e) => e.endId === end.endId);
  const gone = end.withdrawn !== undefined || overturned(end);
  return (
    <div className={css.form}>
      <div style={line}>
        <span className="um-chip" data-tone={gone ? 'quiet' : 'waiting'}>
          {end.withdrawn ? 'Taken back' : overturned(end) ? 'Overturned' : 'Stands'}
        </span>
        <b>{routeWords[end.route]}</b>
        <span>
          {end.route === 'hospitalDischarge' ? 'on' : 'last covered day'} {date(end.lastCoveredOn)}
        </span>
        <span className={css.quiet}>
          {end.planned.by}, {moment(end.planned.at, zone)}
        </span>
      </div>
      <div>{end.reason}</div>
      {end.withdrawn && (
        <div className={css.quiet}>
          {end.withdrawn.by}: {end.withdrawn.reason}
        </div>
      )}
      {reading?.requestBy && !reading.reviewOpen && end.reviews.length === 0 && (
        <div className={css.quiet}>The member may ask for a review until {moment(reading.requestBy, zone)}.</div>
      )}
      {end.reviews.map((r) => (
        <Review key={r.reviewId} review={r} />
      ))}
      {reading?.answerBy && (
        <div className={css.quiet}>
          The answer is expected by {moment(reading.answerBy, zone)}. Their time, not the plan’s: ask when it is over.
        </div>
      )}
      {reading?.continues && (
        <Warning title="Coverage goes on">
          The review was asked for in time; the member is not charged before it is answered (42 CFR 422.622, 422.626).
        </Warning>
      )}
    </div>
  );
};

const steps: readonly (readonly [id: ActId, label: string])[] = [
  ['medicareNotice', 'Record a notice'],
  ['qioRequest', 'Review asked'],
  ['explainEnd', 'Explain'],
  ['qioDecision', 'Review answered'],
  ['withdrawEnd', 'Take back'],
];

/** Planned ends of coverage, the notices that the rules want, and the reviews; nothing is drawn while there is nothing of it. */
export const CoverageEndPanel = () => {
  const { view, zone } = useDesk();
  const now = new Date(useNow()).toISOString() as Instant;
  const { coverageEnds, medicareNotices } = view.state;
  const { duties } = view.coverageEnd;
  if (coverageEnds.length + medicareNotices.length + duties.length === 0) return null;
  return (
    <Panel title="End of coverage" aside={<PanelActs acts={steps} />}>
      {duties.length > 0 && (
        <ul style={list} aria-label="Notices that the rules want">
          {duties.map((d) => (
            <Duty key={`${d.notice}${d.endId ?? ''}`} d={d} now={now} />
          ))}
        </ul>
      )}
      {coverageEnds.toReversed().map((end) => (
        <End key={end.endId} end={end} />
      ))}
      {medicareNotices.length > 0 && (
        <details>
          <summary>
            {medicareNotices.length === 1 ? '1 notice' : `${medicareNotices.length} notices`} handed over
          </summary>
          <ul style={list}>
            {medicareNotices.map((n) => (
              <li key={n.deliveryId}>
                {moment(n.deliveredAt, zone)}: {noticeWords[n.notice]} to {n.to.name} ({recipientWords[n.to.as]}),{' '}
                {wayWords[n.how]}, {signatureWords[n.signature]}, by {n.by}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
};
