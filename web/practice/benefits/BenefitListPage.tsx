import '../practice.css';
import '../payerFile/payerFile.css';
import { Button } from '@mantine/core';
import type { BenefitRow } from '@openum/http/contract/practice/benefits.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { count } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { levelWord } from '../words.ts';
import { benefitListQuery } from './queries.ts';
import { SaidBy } from './VerificationView.tsx';
import { standingTone, standingWord, warningLine } from './words.ts';

const Row = ({ row }: { readonly row: BenefitRow }) => (
  <tr>
    <td>
      <Link to="/practice/episodes/$episodeId/benefits" params={{ episodeId: row.episodeId }}>
        {row.patientName}
      </Link>
      <div className="um-practice-quiet">{levelWord(row.levelOfCare)}</div>
    </td>
    <td>
      {row.card ? (
        <>
          {row.card.coverage.payerName}
          <div className="um-practice-quiet">{row.card.coverage.memberNumber}</div>
        </>
      ) : (
        'No payer is set'
      )}
    </td>
    <td>
      {row.card && (
        <span className="um-chip" data-tone={standingTone[row.card.standing]}>
          {standingWord[row.card.standing]}
        </span>
      )}
      {row.card?.verification && <SaidBy verification={row.card.verification} />}
    </td>
    <td>
      {row.card?.warnings.map((w) => (
        <div key={w.kind} className="um-practice-bad">
          {warningLine(w)}
        </div>
      ))}
    </td>
  </tr>
);

/** Whose benefits are verified, whose are not, and what they warn of. */
export const BenefitListPage = () => {
  const query = useInfiniteQuery(benefitListQuery);
  const rows = query.data?.pages.flatMap((p) => p.rows);
  const open = rows?.filter((r) => r.card?.standing !== 'valid').length ?? 0;
  return (
    <Page
      title="Benefits"
      aside={rows && <span>{open === 0 ? 'All verified' : `${count(open, 'patient')} to verify`}</span>}
    >
      {query.isError && !rows && <FailedState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows label="Loading the benefits" />}
      {rows?.length === 0 && (
        <EmptyState title="Nobody is in">Benefits are verified when a patient is admitted.</EmptyState>
      )}
      {rows && rows.length > 0 && (
        <div className="um-practice-scroll">
          <table className="um-practice-table" data-plain data-stack>
            <caption className="um-hidden">Benefits of everybody who is in, by name</caption>
            <thead>
              <tr>
                {['Patient', 'Payer', 'Verified', 'What it warns of'].map((h) => (
                  <th key={h} scope="col">
                    {h}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((r) => (
                <Row key={r.episodeId} row={r} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {query.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </Page>
  );
};
