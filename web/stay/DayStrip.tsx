import './stay.css';
import { type DayState, dayStates, type StayDay } from '@openum/domain/stay/days.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { count } from '../app/format.ts';
import { dayWords } from './words.ts';

const tones: Record<DayState, string> = {
  approved: 'good',
  continued: 'accent',
  requested: 'waiting',
  denied: 'bad',
  notReviewed: 'quiet',
};

const letters: Record<DayState, string> = {
  approved: 'A',
  continued: 'C',
  requested: 'R',
  denied: 'D',
  notReviewed: '–',
};

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const weekday = (day: CalendarDate): string => weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? '';

const monthDay = (day: CalendarDate): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;

type Props = {
  readonly days: readonly StayDay[];
  readonly today: CalendarDate;
  readonly levelLabel: (code: string) => string;
};

const spoken = (d: StayDay, today: CalendarDate, level: string): string =>
  [
    `${weekday(d.date)} ${monthDay(d.date)}${d.date === today ? ', today' : ''}: ${dayWords[d.state].toLowerCase()}`,
    level,
    ...(d.itemSequence === undefined ? [] : [`item ${d.itemSequence}`]),
    ...(d.authorizationNumber ? [d.authorizationNumber] : []),
    d.delivered ? 'day of care' : 'no day of care yet',
  ].join(', ');

/** Each day of a stay as a cell: what stands on record for it, at which level, and whether the member was there. */
export const DayStrip = ({ days, today, levelLabel }: Props) => (
  <div>
    <ol className="um-days" aria-label={`Days of the stay: ${count(days.length, 'day')}`}>
      {days.map((d) => {
        const text = spoken(d, today, levelLabel(d.level));
        return (
          <li
            key={d.date}
            className="um-day"
            data-tone={tones[d.state]}
            title={text}
            {...(d.delivered ? {} : { 'data-ahead': true })}
            {...(d.date === today ? { 'data-today': true } : {})}
          >
            <span className="um-hidden">{text}</span>
            <span aria-hidden>{weekday(d.date)}</span>
            <span aria-hidden>{monthDay(d.date)}</span>
            <b aria-hidden>{letters[d.state]}</b>
          </li>
        );
      })}
    </ol>
    <ul className="um-day-legend" aria-label="What the days show" style={{ marginBlockStart: '0.375rem' }}>
      {dayStates.map((s) => (
        <li key={s}>
          <i data-tone={tones[s]} aria-hidden />
          {letters[s]} {dayWords[s].toLowerCase()}
        </li>
      ))}
      <li>
        <i data-tone="quiet" data-ahead aria-hidden />
        dashed: no day of care yet
      </li>
    </ul>
  </div>
);
