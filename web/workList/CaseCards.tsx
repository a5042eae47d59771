import { Button } from '@mantine/core';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import { Link } from '@tanstack/react-router';
import { AssigneeCell, CriteriaCell, DueCell, MemberCell, PlanCell, ServiceCell, StateCell } from './CaseCells.tsx';
import type { Cases } from './useCases.ts';

type Props = { readonly label: string; readonly cases: Cases; readonly zone: ZoneId };

/** The list on a narrow screen: one card to a case, to read and to open. */
export const CaseCards = ({ label, cases, zone }: Props) => (
  <>
    <ul className="um-cards" aria-label={label}>
      {cases.rows.map((row) => (
        <li key={row.caseId}>
          <Link
            to="/cases/$caseId"
            params={{ caseId: row.caseId }}
            className="um-card"
            data-new={cases.arrivals.ids.has(row.caseId) || undefined}
          >
            <span className="um-card-line">
              <span className="um-card-due">
                <DueCell row={row} zone={zone} />
              </span>
              <span className="um-quiet">{row.caseNumber}</span>
            </span>
            <span className="um-card-line">
              <span className="um-card-pair">
                <MemberCell row={row} />
              </span>
              <span className="um-card-pair um-card-end">
                <PlanCell row={row} />
              </span>
            </span>
            <span className="um-card-pair">
              <ServiceCell row={row} />
            </span>
            <span className="um-card-line">
              <StateCell row={row} />
              <CriteriaCell row={row} />
              <AssigneeCell row={row} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
    {cases.hasMore && (
      <Button variant="default" fullWidth mt="xs" onClick={cases.loadMore} loading={cases.isLoadingMore}>
        Show more cases
      </Button>
    )}
  </>
);
