import type { TalkOutcome } from '@openum/domain/peerToPeer/event.ts';
import type { DashboardView } from '@openum/http/contract/report.ts';
import { lineOfBusinessWord } from '../app/words.ts';
import { LinesNumber, ReportPanel, TalksNumber } from '../report/parts.tsx';
import type { DayRange } from '../report/period.ts';
import { numbers, ReportTable } from '../report/ReportTable.tsx';
import type { LinesSearch, TalksSearch } from '../report/search.ts';
import { percent, talkOutcomeWord } from '../report/words.ts';

/** Every outcome of a line but that it needed no authorization. */
const onTheirMerits = 'approved,partiallyApproved,modified,denied';

type Figures = DashboardView['decisions'];
type Props = {
  readonly view: DashboardView;
  readonly days: DayRange;
  /** What the cases are, without the days. */
  readonly kind: LinesSearch;
};

const Row = ({
  name,
  figures,
  search,
}: {
  readonly name: string;
  readonly figures: Figures;
  readonly search: LinesSearch;
}) => {
  const { rates } = figures;
  const cell = (n: number, of: string, more: LinesSearch, rate: number | undefined) => (
    <td className="um-number">
      <LinesNumber n={n} of={`${of}, ${name}`} search={{ ...search, ...more }} />
      <small>{percent(rate)}</small>
    </td>
  );
  const { approved, partiallyApproved, modified, denied } = figures.lines;
  return (
    <>
      <th scope="row">{name}</th>
      <td className="um-number">
        <LinesNumber n={figures.decided} of={`decided, ${name}`} search={{ ...search, outcome: onTheirMerits }} />
      </td>
      {cell(approved, 'approved', { outcome: 'approved' }, rates?.approved)}
      {cell(figures.approvedByRule, 'approved by rule', { outcome: 'approved', byRule: 'true' }, rates?.approvedByRule)}
      {cell(partiallyApproved + modified, 'in part', { outcome: 'partiallyApproved,modified' }, rates?.partial)}
      {cell(denied, 'denied', { outcome: 'denied' }, rates?.denied)}
    </>
  );
};

export const Decisions = ({ view, days, kind }: Props) => {
  const search: LinesSearch = { ...kind, decidedFrom: days.from, decidedThrough: days.through };
  return (
    <ReportPanel title="First decisions on lines" span={7}>
      <ReportTable
        caption="First decisions by line of business"
        heads={['Line of business', ...numbers(['Lines', 'Approved', 'of these by rule', 'In part', 'Denied'])]}
      >
        {view.decisionsByLine.map(({ lineOfBusiness, figures }) => (
          <tr key={lineOfBusiness}>
            <Row name={lineOfBusinessWord[lineOfBusiness]} figures={figures} search={{ ...search, lineOfBusiness }} />
          </tr>
        ))}
        <tr data-total>
          <Row name="All" figures={view.decisions} search={search} />
        </tr>
      </ReportTable>
      <p className="um-report-note">
        Lines first decided in the period; a number opens its lines. Lines that needed no authorization (
        <LinesNumber
          n={view.decisions.lines.notRequired}
          of="needed no authorization"
          search={{ ...search, outcome: 'notRequired' }}
        />
        ) are not decided and not in a rate.
      </p>
    </ReportPanel>
  );
};

export const Appeals = ({ view, days, kind }: Props) => {
  const { appeals } = view;
  const search: LinesSearch = { ...kind, appealFrom: days.from, appealThrough: days.through };
  const rows = [
    ['Upheld', 'upheld'],
    ['Overturned in part', 'partiallyOverturned'],
    ['Overturned', 'overturned'],
  ] as const;
  return (
    <ReportPanel
      title="Lines decided on appeal"
      span={5}
      aside={<span>{percent(appeals.overturnRate)} overturned</span>}
    >
      <table className="um-report-table">
        <caption className="um-hidden">Lines decided on appeal in the period</caption>
        <tbody>
          {rows.map(([name, outcome]) => (
            <tr key={outcome}>
              <th scope="row">{name}</th>
              <td className="um-number">
                <LinesNumber
                  n={appeals[outcome]}
                  of={`lines: ${name}`}
                  search={{ ...search, appealOutcome: outcome }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ReportPanel>
  );
};

export const Talks = ({ view, days, kind }: Props) => {
  const { talks } = view;
  const search: TalksSearch = { ...kind, talkFrom: days.from, talkThrough: days.through };
  const rows: readonly (readonly [string, number, TalksSearch, boolean])[] = [
    ['Offered', talks.offered, { talk: 'offered' }, false],
    ['Held', talks.held, { talk: 'held' }, false],
    ...Object.entries(talks.outcomes).map(
      ([outcome, n]) =>
        [talkOutcomeWord[outcome as TalkOutcome], n, { talk: 'held', talkOutcome: outcome }, true] as const,
    ),
    ['Missed', talks.missed, { talk: 'missed' }, false],
    ['Declined', talks.declined, { talk: 'declined' }, false],
  ];
  return (
    <ReportPanel title="Peer-to-peer" span={5} aside={<span>{percent(talks.overturnRate)} changed the view</span>}>
      <table className="um-report-table">
        <caption className="um-hidden">Talks with treating clinicians in the period</caption>
        <tbody>
          {rows.map(([name, n, more, inner]) => (
            <tr key={name}>
              <th scope="row" style={inner ? { paddingInlineStart: '1.75rem', fontWeight: 400 } : undefined}>
                {name}
              </th>
              <td className="um-number">
                <TalksNumber n={n} of={`talks: ${name}`} search={{ ...search, ...more }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ReportPanel>
  );
};
