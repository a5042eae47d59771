import type { BlindedCase } from '@openum/domain/consistency/ratingSet.ts';
import { spokenUnit } from '@openum/domain/logic/unit.ts';
import { date } from '../app/format.ts';
import { settingWord } from '../app/words.ts';
import { qualifierWords, valueWords } from '../case/criteria/factWords.ts';
import { ReportPanel } from '../report/parts.tsx';

type Props = { readonly line: BlindedCase; readonly factLabels: Readonly<Record<string, string>> };

/** What was asked and what is documented of one line, without the member and the decision. */
export const LineView = ({ line, factLabels }: Props) => {
  const { service, quantity, period, diagnoses, criteria } = line;
  const asked = [
    ['Service', `${service.code} ${service.display ?? ''}`.trim()],
    ['Amount', quantity ? `${quantity.value} ${spokenUnit(quantity.unit)}` : 'not stated'],
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
                <b>{factLabels[f.key] ?? f.key}</b>: {valueWords(f.value)}
                {f.qualifiers && <span className="um-quiet"> ({qualifierWords(f.qualifiers)})</span>}
                {f.at && <small>{f.at.slice(0, 10)}</small>}
                {f.quote && <q>{f.quote}</q>}
              </li>
            ))}
          </ul>
        )}
      </ReportPanel>
    </>
  );
};
