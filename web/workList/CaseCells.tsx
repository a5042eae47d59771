import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { CaseRow } from '@openum/http/contract/workList.ts';
import { DueTime } from '../app/DueTime.tsx';
import { date, moment, shortMoment } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import { StatusBadge, TruthBadge, UrgencyBadge } from '../app/StatusBadge.tsx';
import { lineOfBusinessShort, lineOfBusinessWord, reviewTypeWord } from '../app/words.ts';

type Props = { readonly row: CaseRow; readonly zone: ZoneId };

/** `focusable`: in a table, where the keyboard can step into the cell to read the rule. */
export const DueCell = ({ row, zone, focusable = false }: Props & { readonly focusable?: boolean }) => {
  const now = useNow();
  if (!row.nextDueAt) return <span className="um-quiet">Nothing due</span>;
  return (
    <>
      <DueTime
        dueAt={row.nextDueAt}
        zone={zone}
        focusable={focusable}
        {...(row.nextDueRuleId ? { ruleId: row.nextDueRuleId } : {})}
      />
      <span className="um-second">{shortMoment(row.nextDueAt, now, zone)}</span>
    </>
  );
};

export const MemberCell = ({ row }: Pick<Props, 'row'>) => (
  <>
    <span className="um-first">{row.memberName}</span>
    <span className="um-second">
      <span className="um-hidden">born </span>
      {date(row.memberBirthDate)}
    </span>
  </>
);

export const ServiceCell = ({ row }: Pick<Props, 'row'>) => (
  <>
    <span className="um-first" title={row.serviceSummary}>
      {row.serviceSummary}
    </span>
    <span className="um-second" title={row.requestingProviderName}>
      <span className="um-hidden">requested by </span>
      {row.requestingProviderName}
    </span>
  </>
);

export const PlanCell = ({ row }: Pick<Props, 'row'>) => (
  <>
    <span className="um-first" title={`${lineOfBusinessWord[row.lineOfBusiness]}: ${row.planName}`}>
      {lineOfBusinessShort[row.lineOfBusiness]}
    </span>
    <span className="um-second">
      <UrgencyBadge urgency={row.urgency} />
      {row.reviewType !== 'prospective' && <span> {reviewTypeWord[row.reviewType]}</span>}
    </span>
  </>
);

export const StateCell = ({ row }: Pick<Props, 'row'>) => <StatusBadge status={row.status} />;

export const CriteriaCell = ({ row }: Pick<Props, 'row'>) =>
  row.criteriaTruth ? <TruthBadge truth={row.criteriaTruth} /> : <span className="um-quiet">Not evaluated</span>;

export const AssigneeCell = ({ row }: Pick<Props, 'row'>) =>
  row.assigneeName ? (
    <span className="um-first" title={row.assigneeName}>
      {row.assigneeName}
    </span>
  ) : (
    <span className="um-quiet">Nobody</span>
  );

/** One sentence for those who hear the row rather than see it. */
export const rowSentence = (row: CaseRow, zone: ZoneId): string =>
  [row.caseNumber, row.memberName, row.nextDueAt ? `due ${moment(row.nextDueAt, zone)}` : 'nothing due'].join(', ');
