import { Anchor, Button } from '@mantine/core';
import type { CoverageState } from '@openum/domain/ledger/match.ts';
import { figures, type Question } from '@openum/domain/practiceMetrics/figures.ts';
import type { FourQuestionsReading } from '@openum/http/contract/practice/fourQuestions.ts';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { count, date, moment } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import { money, stateWord } from '../words.ts';

type Row = { readonly key: string; readonly episodeId: string; readonly cells: readonly ReactNode[] };
type List = { readonly heads: readonly string[]; readonly rows: readonly Row[] };

const outcomeWord: Readonly<Record<string, string>> = {
  upheld: 'Upheld',
  overturned: 'Overturned',
  partlyOverturned: 'Overturned in part',
};

const listOf = (question: Question, { answers: a }: FourQuestionsReading, when: (at: never) => string): List => {
  switch (question) {
    case 'valid':
      return {
        heads: ['Day', 'Why it is not covered', 'At stake'],
        rows: a.validAuthorization.open.map((o, at) => ({
          key: `${o.episodeId} ${o.on} ${at}`,
          episodeId: o.episodeId,
          cells: [date(o.on), stateWord[o.state as CoverageState], money(o.atStake)],
        })),
      };
    case 'lag':
      return {
        heads: ['Authorization', 'Ended', 'Next request', 'Days'],
        rows: a.expiryLag.lags.map((l) => ({
          key: l.authorizationId,
          episodeId: l.episodeId,
          cells: [
            l.number,
            date(l.expiredOn),
            l.submittedOn ? date(l.submittedOn) : 'none yet',
            l.days === 0 ? '0, in time' : String(l.days),
          ],
        })),
      };
    case 'overturn':
      return {
        heads: ['Answered', 'Outcome'],
        rows: a.overturn.appeals.map((x) => ({
          key: x.appealId,
          episodeId: x.episodeId,
          cells: [date(x.answeredOn), outcomeWord[x.outcome] ?? x.outcome],
        })),
      };
    case 'talks':
      return {
        heads: ['Window closed', 'What the record says'],
        rows: a.missedPeerToPeer.talks.map((t) => ({
          key: t.offerId,
          episodeId: t.episodeId,
          cells: [when(t.closesAt as never), t.reason],
        })),
      };
  }
};

const step = 15;

/** The list behind a figure. */
export const Behind = ({
  question,
  reading,
  file,
}: {
  readonly question: Question;
  readonly reading: FourQuestionsReading;
  /** Address of the same list as a table. */
  readonly file: string;
}) => {
  const { zone } = useSession();
  const [shown, setShown] = useState(step);
  const { heads, rows } = listOf(question, reading, (at) => moment(at, zone));
  return (
    <Panel
      title={`Behind “${figures[question].title}”`}
      aside={
        <span>
          {count(rows.length, 'row')}
          {rows.length > 0 && (
            <Anchor href={file} download ms="sm" underline="always">
              CSV
            </Anchor>
          )}
        </span>
      }
      flush
    >
      {rows.length === 0 ? (
        <p className="um-practice-quiet um-four-none">There is nothing in this list for these days.</p>
      ) : (
        <table className="um-practice-table" data-plain data-stack>
          <thead>
            <tr>
              <th scope="col">Patient</th>
              {heads.map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((r) => (
              <tr key={r.key}>
                <td>
                  <Anchor
                    renderRoot={(props) => (
                      <Link {...props} to="/practice/episodes/$episodeId" params={{ episodeId: r.episodeId }} />
                    )}
                  >
                    {reading.episodes[r.episodeId]?.patientName ?? 'Episode'}
                  </Anchor>
                  <div className="um-practice-quiet">{reading.episodes[r.episodeId]?.episodeNumber}</div>
                </td>
                {r.cells.map((cell, at) => (
                  <td key={heads[at]} data-label={heads[at]}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > shown && (
        <p className="um-four-more">
          {shown} of {count(rows.length, 'row')}
          <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + step)}>
            Show more
          </Button>
        </p>
      )}
    </Panel>
  );
};
