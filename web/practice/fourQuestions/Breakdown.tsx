import { figures, questions, shownFigure, standing } from '@openum/domain/practiceMetrics/figures.ts';
import type { FiguresOf } from '@openum/http/contract/practice/fourQuestions.ts';
import { Panel } from '../../case/Panel.tsx';

type Props = { readonly title: string; readonly head: string; readonly rows: readonly FiguresOf[] };

/** The four figures of each payer, programme or month; what misses its target says so in words too. */
export const Breakdown = ({ title, head, rows }: Props) =>
  rows.length === 0 ? null : (
    <Panel title={title} flush>
      <table className="um-practice-table" data-plain data-stack>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {questions.map((q) => (
              <th key={q} scope="col">
                {figures[q].title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.key}>
              <th scope="row">{r.name}</th>
              {questions.map((q) => {
                const missed = standing(q, r) === 'missed';
                return (
                  <td key={q} data-label={figures[q].title} className={missed ? 'um-practice-bad' : undefined}>
                    {shownFigure(q, r)}
                    {missed && <div className="um-practice-quiet">target {figures[q].target.words}</div>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
