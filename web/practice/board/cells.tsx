import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { BoardLine } from '@openum/http/contract/practice/episode.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { date, moment } from '../../app/format.ts';
import { dueWord, riskTone, riskWord } from '../words.ts';

const left = ({ dischargedOn, uncoveredFrom, daysLeft }: BoardLine) => {
  if (dischargedOn) return `Discharged ${date(dischargedOn)}`;
  if (daysLeft === undefined || uncoveredFrom === undefined) return '';
  if (daysLeft > 0) return `until ${date(uncoveredFrom)}`;
  return daysLeft === 0 ? 'today is not covered' : `since ${date(uncoveredFrom)}`;
};

/** How long somebody is covered. */
export const Covered = ({ line }: { readonly line: BoardLine }) => (
  <>
    {line.dischargedOn === undefined && (
      <>
        <span className="um-chip" data-tone={riskTone[line.risk]}>
          {riskWord[line.risk]}
        </span>
        <div className="um-practice-days">
          <b>{line.daysLeft === undefined ? '–' : Math.max(line.daysLeft, 0)}</b> {line.daysLeft === 1 ? 'day' : 'days'}{' '}
          left
        </div>
      </>
    )}
    <div className="um-practice-quiet">{left(line)}</div>
  </>
);

/** By when the payer must hear from the practice, in the zone of that practice. */
export const NextUpdate = ({ line, zone }: { readonly line: BoardLine; readonly zone: ZoneId }) => (
  <>
    {line.dischargedOn === undefined && line.reviewDueOn && (
      <>
        <span data-due={line.due} className="um-practice-due">
          {dueWord[line.due]}
        </span>
        <div className="um-practice-quiet">
          {line.askedAt ? `sent ${moment(line.askedAt, zone)}` : `by ${date(line.reviewDueOn)}`}
        </div>
      </>
    )}
    {line.talkClosesAt && (
      <div>
        Peer-to-peer <DueTime dueAt={line.talkClosesAt} zone={zone} focusable />
      </div>
    )}
  </>
);
