import { Anchor } from '@mantine/core';
import type { BoardLine } from '@openum/http/contract/practice/episode.ts';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { count, date } from '../../app/format.ts';
import { levelWord, money } from '../words.ts';
import { Covered, NextUpdate } from './cells.tsx';

/** One patient on the board. */
export const BoardRow = ({ line }: { readonly line: BoardLine }) => {
  const { zone } = useSession();
  return (
    <tr data-risk={line.dischargedOn ? 'gone' : line.risk}>
      <td>
        <Covered line={line} />
      </td>
      <td>
        <Anchor
          fw={600}
          renderRoot={(props) => (
            <Link {...props} to="/practice/episodes/$episodeId" params={{ episodeId: line.episodeId }} />
          )}
        >
          {line.patientName}
        </Anchor>
        <div className="um-practice-quiet">
          {line.chartNumber ? `Chart ${line.chartNumber}, ` : ''}
          {line.episodeNumber}
        </div>
        {line.part2 && <span className="um-chip">42 CFR Part 2</span>}
      </td>
      <td>
        {line.programmeName}
        <div className="um-practice-quiet">
          {levelWord(line.levelOfCare)} since {date(line.levelFrom)}
        </div>
        {line.clinicianName && <div className="um-practice-quiet">{line.clinicianName}</div>}
      </td>
      <td>
        {line.payerName ?? <b className="um-practice-bad">No payer set</b>}
        <div className="um-practice-quiet">{line.memberNumber}</div>
      </td>
      <td>
        <NextUpdate line={line} zone={zone} />
      </td>
      <td className="um-practice-number" data-label="Not covered so far">
        {line.atStake > 0 ? <b className="um-practice-bad">{money(line.atStake)}</b> : money(0)}
        <div className="um-practice-quiet">
          {line.uncoveredServices > 0
            ? `${line.uncoveredServices} of ${count(line.services, 'day')}`
            : count(line.services, 'day')}
        </div>
      </td>
      <td className="um-practice-number" data-label="Open in 14 days">
        {line.dischargedOn ? '' : money(line.openAhead)}
      </td>
    </tr>
  );
};
