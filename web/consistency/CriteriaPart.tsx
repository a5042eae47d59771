import type { ConsistencyReport, LeafAgreement } from '@openum/domain/consistency/report.ts';
import { type Truth, truths } from '@openum/domain/logic/truth.ts';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../app/states.tsx';
import { humanized } from '../case/criteria/leafTree.ts';
import { ReportPanel } from '../report/parts.tsx';
import { ReportTable } from '../report/ReportTable.tsx';
import { percent } from '../report/words.ts';
import { agreementWords, answerWord, coefficient, fewWords } from './words.ts';

type Props = { readonly report: ConsistencyReport; readonly criteriaSetId: string };

/** How often each answer was given to a point. */
const counted = (report: ConsistencyReport, { setId, path }: LeafAgreement): string => {
  const said = report.lines
    .filter((l) => l.criteriaSetId === setId)
    .flatMap((l) => l.points.filter((p) => p.path === path).flatMap((p) => Object.values(p.said)));
  return truths.map((t: Truth) => `${answerWord[t].toLowerCase()} ${said.filter((s) => s === t).length}`).join(', ');
};

/** Lines on which a point is seen apart. */
const linesApart = (report: ConsistencyReport, { setId, path }: LeafAgreement): string =>
  report.lines
    .filter((l) => l.criteriaSetId === setId)
    .filter((l) => l.points.some((p) => p.path === path && new Set(Object.values(p.said)).size > 1))
    .map((l) => l.position)
    .join(', ') || 'none';

/** One criteria set: how far its points are read alike. The least agreed on are those whose words may want mending. */
export const CriteriaPart = ({ report, criteriaSetId }: Props) => {
  const criteria = report.byCriteria.find((c) => c.setId === criteriaSetId);
  if (!criteria) return <EmptyState title="No such criteria">No line of this set was read by them.</EmptyState>;
  const points = report.byLeaf
    .filter((l) => l.setId === criteriaSetId)
    .toSorted((a, b) => (a.percent ?? 2) - (b.percent ?? 2));
  return (
    <>
      <ReportPanel
        title={criteria.name}
        aside={
          criteriaSetId.startsWith('plan-') ? (
            <Link to="/criteria/own/$setId" params={{ setId: criteriaSetId }} search={{}}>
              Open the criteria
            </Link>
          ) : (
            <Link to="/criteria/$setId" params={{ setId: criteriaSetId }}>
              Open the criteria
            </Link>
          )
        }
      >
        <p className="um-consistency-figure">Outcome: {agreementWords(criteria)}</p>
      </ReportPanel>
      <ReportPanel title="Its points, the least agreed on first">
        <ReportTable
          wide
          caption={`Points of ${criteria.name}`}
          heads={['Point', 'Answers', 'Pairs that agree', 'Alpha', 'Lines seen apart']}
        >
          {points.map((l) => (
            <tr key={l.path}>
              <th scope="row">
                {l.label}
                <small>{l.path.split('/').slice(1, -1).map(humanized).join(', ')}</small>
              </th>
              <td>{counted(report, l)}</td>
              <td>{percent(l.percent)}</td>
              <td>
                {coefficient(l.alpha)}
                <small>{fewWords(l.units)}</small>
              </td>
              <td>{linesApart(report, l)}</td>
            </tr>
          ))}
        </ReportTable>
      </ReportPanel>
    </>
  );
};
