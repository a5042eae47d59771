import type { BlindedCase } from '@openum/domain/consistency/ratingSet.ts';
import { quantityWords } from '@openum/domain/criteria/service-units.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { RatingLinesView } from '@openum/http/contract/consistency.ts';
import { date } from '../app/format.ts';
import { settingWord } from '../app/words.ts';
import { qualifierWords, valueWords } from '../case/criteria/factWords.ts';
import { ReportPanel } from '../report/parts.tsx';

const dayWords = (at: string): string => {
  const day = at.slice(0, 10);
  return isCalendarDateText(day) ? date(day as CalendarDate) : at;
};

type Props = { readonly line: BlindedCase; readonly factLabels: RatingLinesView['factLabels'] };

/** What was asked and what is documented of one line, without the member and the decision. */
export const LineView = ({ line, factLabels }: Props) => {
  const { service, quantity, period, diagnoses, criteria } = line;
  const asked = [
    ['Service', `${service.code} ${service.display ?? ''}`.trim()],
    ['Amount', quantity ? quantityWords(quantity) : 'not stated'],
    ['Days', period ? `${date(period.start)}${period.end ? ` through ${date(period.end)}` : ''}` : 'not stated'],
    ['Setting', settingWord[line.setting]],
    ['Urgency', line.urgency === 'expedited' ? 'Expedited' : 'Standard'],
    ['Diagnoses', diagnoses.join(', ') || 'none sent'],
    ['Patient', `${line.age} years, ${line.sex}`],
    ['Criteria', `${criteria.name}, version ${criteria.version} (${criteria.citation})`],
  ] as const;
  return (
    <>
      <ReportPanel title="What was asked for">
        <dl className="um-consistency-asked">
          {asked.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </ReportPanel>
      <ReportPanel title="What is documented">
        {line.facts.length === 0 ? (
          <p className="um-report-note">No fact stood on record when the line was decided.</p>
        ) : (
          <ul className="um-consistency-list">
            {line.facts.map((f, i) => (
              <li key={i}>
                <b>{factLabels[f.key]?.label ?? f.key}</b>:{' '}
                {(f.value.kind === 'code' && factLabels[f.key]?.answers?.[f.value.value]) || valueWords(f.value)}
                {f.qualifiers && <span className="um-quiet"> ({qualifierWords(f.qualifiers)})</span>}
                {f.at && <small>{dayWords(f.at)}</small>}
                {f.quote && <q>{f.quote}</q>}
              </li>
            ))}
          </ul>
        )}
      </ReportPanel>
    </>
  );
};
