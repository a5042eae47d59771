import type { CoveredService } from '@openum/domain/ledger/match.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { EpisodeView } from '@openum/http/contract/practice/episode.ts';
import { count, date } from '../../app/format.ts';
import { levelWord, money, standingWord, stateNext, stateTone, stateWord } from '../words.ts';

type ServiceProps = {
  readonly matched: CoveredService;
  readonly view: EpisodeView;
  readonly planned: boolean;
  readonly billed?: string | undefined;
};

const Service = ({ matched: m, view, planned, billed }: ServiceProps) => {
  const of = (id: string) => view.authorizations.find((a) => a.authorizationId === id);
  return (
    <div>
      <p style={{ margin: 0 }}>
        <span className="um-chip" data-tone={stateTone[m.state]}>
          {stateWord[m.state]}
        </span>{' '}
        {m.service.code}, {levelWord(m.service.levelOfCare)}, {count(m.service.units, 'unit')},{' '}
        {money(m.service.charge)}
        {planned && ' (planned)'}
        {billed && `, ${billed}`}
      </p>
      {m.atStake > 0 && (
        <p style={{ margin: '0.25rem 0 0' }}>
          <b className="um-practice-bad">{money(m.atStake)} not covered</b>
          {m.uncoveredUnits < m.service.units && ` (${m.uncoveredUnits} of ${count(m.service.units, 'unit')})`}.{' '}
          {stateNext[m.state]}
        </p>
      )}
      <ul>
        {m.proof.map((p) => {
          const a = of(p.authorizationId);
          const taken = m.portions.find((x) => x.authorizationId === p.authorizationId);
          return (
            <li key={p.authorizationId}>
              Authorization <b>{a?.number ?? 'unknown'}</b>
              {a && ` (${levelWord(a.levelOfCare)}, ${date(a.from)} to ${date(a.to)})`}{' '}
              {taken ? `gives ${count(taken.units, 'unit')}` : standingWord[p.standing]}
            </li>
          );
        })}
        {m.proof.length === 0 && <li>There is no authorization on this episode.</li>}
      </ul>
    </div>
  );
};

/** Why a day is covered or is not: each authorization with how it stands to the day. */
export const DayProof = ({ view, on }: { readonly view: EpisodeView; readonly on: CalendarDate }) => {
  const day = view.days.find((d) => d.on === on);
  if (!day) return null;
  return (
    <section className="um-proof" aria-live="polite">
      <h3>
        {date(on)}, {levelWord(day.levelOfCare)}
      </h3>
      {day.services.map((s) => (
        <Service
          key={s.service.serviceId}
          matched={s}
          view={view}
          planned={false}
          billed={s.billed && `billed on ${date(s.billed.billedOn)}, claim ${s.billed.claimId}`}
        />
      ))}
      {day.services.length === 0 && day.planned && <Service matched={day.planned} view={view} planned />}
      {day.services.length === 0 && !day.planned && <p style={{ margin: 0 }}>No attendance is written down.</p>}
    </section>
  );
};
