import { type CalendarDate, weekdayOf } from '@openum/domain/time/instant.ts';
import type { EpisodeView, GridDay, GridService } from '@openum/http/contract/practice/episode.ts';
import { type ReactNode, useEffect, useRef } from 'react';
import { date } from '../../app/format.ts';
import { levelWord, money, outcomeTone, outcomeWord, stateSign, stateTone, stateWord, weekdayWords } from '../words.ts';

const weekday = (on: CalendarDate): string => weekdayWords[weekdayOf(on) - 1] ?? '';
const monthDay = (on: CalendarDate): string => `${Number(on.slice(5, 7))}/${Number(on.slice(8, 10))}`;

type CellProps = {
  readonly tone?: string | undefined;
  readonly sign: string;
  readonly text: string;
  readonly ahead?: boolean;
};

const Cell = ({ tone, sign, text, ahead = false }: CellProps) => (
  <span
    className="um-cell"
    {...(tone ? { 'data-tone': tone } : {})}
    {...(ahead ? { 'data-ahead': true } : {})}
    title={text}
  >
    <span aria-hidden>{sign}</span>
    <span className="um-hidden">{text}</span>
  </span>
);

const Requested = ({ day }: { readonly day: GridDay }) => {
  const last = day.requested.at(-1);
  if (!last) return null;
  const { outcome } = last;
  return outcome ? (
    <Cell tone={outcomeTone[outcome]} sign={outcomeWord[outcome].slice(0, 1)} text={outcomeWord[outcome]} />
  ) : (
    <Cell tone="waiting" sign="?" text="Asked, not answered" />
  );
};

const Authorized = ({ day, view }: { readonly day: GridDay; readonly view: EpisodeView }) => {
  const fits = day.authorized.find((a) => a.levelOfCare === day.levelOfCare);
  const any = fits ?? day.authorized[0];
  if (!any) return null;
  const number = view.authorizations.find((a) => a.authorizationId === any.authorizationId)?.number ?? '';
  return fits ? (
    <Cell tone="good" sign="A" text={`Authorized: ${number}`} />
  ) : (
    <Cell tone="waiting" sign="A" text={`Authorized for ${levelWord(any.levelOfCare)}: ${number}`} />
  );
};

const worst = (services: readonly GridService[]): GridService | undefined =>
  services.find((s) => s.state !== 'covered') ?? services[0];

type DeliveredProps = {
  readonly day: GridDay;
  readonly chosen: boolean;
  readonly choose: () => void;
};

const Delivered = ({ day, chosen, choose }: DeliveredProps) => {
  const given = worst(day.services);
  const shown = given ?? day.planned;
  if (!shown) return null;
  const text = `${date(day.on)}, ${given ? 'given' : 'planned'}: ${stateWord[shown.state]}. Show the proof.`;
  return (
    <button
      type="button"
      className="um-cell"
      data-tone={stateTone[shown.state]}
      {...(given ? {} : { 'data-ahead': true })}
      aria-pressed={chosen}
      aria-label={text}
      title={text}
      onClick={choose}
    >
      {stateSign[shown.state]}
    </button>
  );
};

const Billed = ({ day }: { readonly day: GridDay }) => {
  const billed = day.services.filter((s) => s.billed);
  const [first] = billed;
  if (!first?.billed) return null;
  const open = billed.some((s) => s.state !== 'covered');
  return (
    <Cell
      tone={open ? 'bad' : 'good'}
      sign="$"
      text={`Billed on ${date(first.billed.billedOn)}, claim ${first.billed.claimId}${open ? ', and not covered' : ''}`}
    />
  );
};

const atStake = (day: GridDay): number => day.services.reduce((sum, s) => sum + s.atStake, 0);

/** `$920` without its sign, short enough for a column of a day. */
const shortMoney = (cents: number): string => Math.round(cents / 100).toLocaleString('en-US');

type Props = {
  readonly view: EpisodeView;
  readonly chosen: CalendarDate | undefined;
  readonly choose: (on: CalendarDate) => void;
};

/** Day by day: asked for, authorized, given and billed, with what is not covered in red. */
export const DayGrid = ({ view, chosen, choose }: Props) => {
  const { days, today } = view;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const now = box.current?.querySelector<HTMLElement>('[data-today]');
    if (box.current && now) box.current.scrollLeft = now.offsetLeft - box.current.clientWidth * 0.6;
  }, []);
  const marks = (on: CalendarDate) => ({
    ...(on === today ? { 'data-today': true } : {}),
    ...(weekdayOf(on) === 1 ? { 'data-monday': true } : {}),
  });
  const row = (label: string, cell: (day: GridDay) => ReactNode) => (
    <tr>
      <th scope="row">{label}</th>
      {days.map((d) => (
        <td key={d.on} {...marks(d.on)}>
          {cell(d)}
        </td>
      ))}
    </tr>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="um-grid" ref={box} tabIndex={0} aria-label="Days of the episode">
      <table>
        <thead>
          <tr>
            <th scope="row">
              <span className="um-hidden">Day</span>
            </th>
            {days.map((d) => (
              <th key={d.on} scope="col" {...marks(d.on)} title={`${date(d.on)}, ${levelWord(d.levelOfCare)}`}>
                {weekday(d.on)}
                <br />
                {monthDay(d.on)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row('Requested', (d) => (
            <Requested day={d} />
          ))}
          {row('Authorized', (d) => (
            <Authorized day={d} view={view} />
          ))}
          {row('Delivered', (d) => (
            <Delivered day={d} chosen={chosen === d.on} choose={() => choose(d.on)} />
          ))}
          {row('Billed', (d) => (
            <Billed day={d} />
          ))}
          {row('Not covered, $', (d) =>
            atStake(d) > 0 ? (
              <b className="um-practice-bad" title={money(atStake(d))}>
                {shortMoney(atStake(d))}
              </b>
            ) : null,
          )}
        </tbody>
      </table>
    </section>
  );
};
