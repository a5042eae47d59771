import { comparedLabels, type QueueRow, type ServiceGroup } from './queue.ts';

const marks = {
  for: { word: 'met', sign: '✓', tone: 'good' },
  against: { word: 'not met', sign: '✗', tone: 'bad' },
  unknown: { word: 'unknown', sign: '?', tone: 'waiting' },
} as const;

const Cell = ({ row, label }: { readonly row: QueueRow; readonly label: string }) => {
  const point = row.points.find((p) => p.label === label);
  if (!point) return <td className="um-brief-quiet">not asked</td>;
  const { word, sign, tone } = marks[point.found];
  return (
    <td>
      <span className="um-chip" data-tone={tone}>
        <span aria-hidden>{sign}</span> {word}
      </span>
    </td>
  );
};

/** Cases of one service side by side, so that like is decided alike. */
export const CompareTable = ({
  group,
  onOpen,
}: {
  readonly group: ServiceGroup;
  readonly onOpen: (caseId: string) => void;
}) => {
  const labels = comparedLabels(group.rows);
  if (labels.length === 0) return <p className="um-brief-quiet">No criteria were read for these cases.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by the keyboard as well
    <section className="um-compare" tabIndex={0} aria-label={`${group.label}, side by side`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            {group.rows.map((r) => (
              <th key={r.row.caseId} scope="col">
                <button type="button" className="um-link" onClick={() => onOpen(r.row.caseId)}>
                  {r.row.caseNumber}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((label) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {group.rows.map((r) => (
                <Cell key={r.row.caseId} row={r} label={label} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
