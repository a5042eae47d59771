import { validShare } from '@openum/domain/ledger/totals.ts';
import type { EpisodeView } from '@openum/http/contract/practice/episode.ts';
import type { ReactNode } from 'react';
import { count, date } from '../../app/format.ts';
import { dispositionWord, dueWord, levelWord, money, riskTone, riskWord } from '../words.ts';

/** Who it is, and how the episode stands. */
export const EpisodeHead = ({ view }: { readonly view: EpisodeView }) => {
  const { row, place, patient } = view;
  const share = validShare(view.totals);
  const part = (label: string, value: ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <dl className="um-practice-head">
      {part('Born', date(patient.birthDate))}
      {patient.chartNumber && part('Chart', patient.chartNumber)}
      {part(
        'Programme',
        <>
          {row.programmeName}, {levelWord(row.levelOfCare)} since {date(row.levelFrom)}
        </>,
      )}
      {part('Admitted', `${date(row.admittedOn)}${row.emergency ? ', as an emergency' : ''}`)}
      {view.discharge &&
        part('Discharged', `${date(view.discharge.on)}, ${dispositionWord(view.discharge.disposition)}`)}
      {row.clinicianName && part('Clinician', row.clinicianName)}
      {!view.discharge &&
        part(
          'Covered',
          <>
            <span className="um-chip" data-tone={riskTone[place.risk]}>
              {riskWord[place.risk]}
            </span>{' '}
            {row.uncoveredFrom &&
              (place.risk === 'uncovered'
                ? `since ${date(row.uncoveredFrom)}`
                : `${count(place.daysLeft ?? 0, 'day')} left, first open day ${date(row.uncoveredFrom)}`)}
          </>,
        )}
      {!view.discharge &&
        place.reviewDueOn &&
        part('Next update', `${dueWord[place.due]}, by ${date(place.reviewDueOn)}`)}
      {part(
        'Not covered so far',
        row.atStake > 0 ? (
          <b className="um-practice-bad">
            {money(row.atStake)}, {row.uncoveredServices} of {count(row.services, 'day')}
          </b>
        ) : (
          money(0)
        ),
      )}
      {share !== undefined && part('With a valid authorization', `${Math.round(share * 1000) / 10} %`)}
    </dl>
  );
};
