import type { ConsistencyReport, LineAnswers } from '@openum/domain/consistency/report.ts';
import { EmptyState } from '../app/states.tsx';
import { ReportPanel } from '../report/parts.tsx';
import { ReportTable } from '../report/ReportTable.tsx';
import { percent } from '../report/words.ts';
import { answerWord, recommendationWord } from './words.ts';

type Props = { readonly report: ConsistencyReport; readonly userId: string };

const others = (line: LineAnswers, userId: string): string =>
  line.said
    .filter((s) => s.userId !== userId)
    .map((s) => `${s.name}: ${recommendationWord[s.recommendation].toLowerCase()}`)
    .join('; ') || 'nobody';

/** Points of a line on which this reviewer says something else than somebody who rated it too. */
const apart = (line: LineAnswers, userId: string) =>
  line.points.filter(({ said }) =>
    Object.entries(said).some(
      ([other, truth]) => other !== userId && said[userId] !== undefined && truth !== said[userId],
    ),
  );

/** What one reviewer said of each line, beside the others and the record. */
export const ReviewerPart = ({ report, userId }: Props) => {
  const rater = report.byRater.find((r) => r.userId === userId);
  if (!rater) return <EmptyState title="No such reviewer">Nobody of this name rates this set.</EmptyState>;
  const lines = report.lines.filter((l) => l.said.some((s) => s.userId === userId));
  const nameOf = (id: string) => report.byRater.find((r) => r.userId === id)?.name ?? id;
  return (
    <>
      <ReportPanel title={rater.name}>
        <p className="um-consistency-figure">
          Rated {rater.rated} of {rater.toRate} lines. Says the same as others on {percent(rater.outcomeWithOthers)} of
          outcomes and {percent(rater.leavesWithOthers)} of points; as the record on {percent(rater.outcomeWithRecord)}{' '}
          and {percent(rater.leavesWithRecord)}.
        </p>
      </ReportPanel>
      <ReportPanel title="Line by line">
        {lines.length === 0 ? (
          <EmptyState title="Nothing rated">{rater.name} gave no answer while the set was open.</EmptyState>
        ) : (
          <ReportTable
            wide
            caption={`Lines rated by ${rater.name}`}
            heads={['Line', 'Recommends', 'The others', 'Decided', 'Points seen otherwise']}
          >
            {lines.map((line) => {
              const own = line.said.find((s) => s.userId === userId);
              return (
                <tr key={line.position}>
                  <th scope="row">
                    Line {line.position}
                    <small>{line.service}</small>
                  </th>
                  <td>
                    {own && recommendationWord[own.recommendation]}
                    {own?.note && <small>{own.note}</small>}
                  </td>
                  <td>{others(line, userId)}</td>
                  <td>{line.recorded ? recommendationWord[line.recorded] : 'cannot be compared'}</td>
                  <td>
                    {apart(line, userId).length === 0 && 'none'}
                    {apart(line, userId).map((p) => (
                      <div key={p.path}>
                        {p.label}
                        <small>
                          {Object.entries(p.said)
                            .map(([id, truth]) => `${nameOf(id)}: ${answerWord[truth].toLowerCase()}`)
                            .join('; ')}
                        </small>
                      </div>
                    ))}
                  </td>
                </tr>
              );
            })}
          </ReportTable>
        )}
      </ReportPanel>
    </>
  );
};
