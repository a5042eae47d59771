import type { Visit } from '@openum/domain/admission/visit.ts';
import type { CaseCommand } from '@openum/domain/case/command.ts';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import type { StayCommand } from '@openum/domain/stay/command.ts';
import { presentLevel, type StayRecord } from '@openum/domain/stay/stay.ts';
import { laterOf } from '@openum/domain/time/instant.ts';
import { execute } from '../case/execute.ts';
import type { LoadedCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { Told, VisitProblem } from './movement.ts';
import { levelNamed } from './open.ts';

const because = (what: string): string => `${what} (message of the facility's system)`;

const admission = (stay: StayRecord, visit: Visit): readonly StayCommand[] => {
  const moved = visit.admittedAt !== undefined && visit.admittedAt !== stay.admittedAt;
  const { npi } = visit.facility;
  const elsewhere = npi !== undefined && stay.facility.npi !== undefined && npi !== stay.facility.npi;
  return moved || elsewhere
    ? [
        {
          type: 'CorrectAdmission',
          reason: because('The facility corrected the admission'),
          ...(moved && visit.admittedAt ? { admittedAt: visit.admittedAt } : {}),
          ...(elsewhere ? { facility: visit.facility } : {}),
        },
      ]
    : [];
};

/** Only a new word of the facility changes the level: a nurse may know it better than an old one. */
const level = (
  stay: StayRecord,
  visit: Visit,
  before: Visit | undefined,
  casework: Casework,
): readonly StayCommand[] => {
  const named = levelNamed(visit, casework);
  const isNew = named !== undefined && (before === undefined || levelNamed(before, casework) !== named);
  const since = laterOf(visit.servicesSince, visit.admittedAt ?? stay.admittedAt);
  return isNew && named !== presentLevel(stay) && !stay.discharge
    ? [
        {
          type: 'ChangeLevelOfCare',
          to: named,
          effectiveAt: since,
          reason: because('The facility moved the member'),
        },
      ]
    : [];
};

const discharge = (
  stay: StayRecord,
  visit: Visit,
  before: Visit | undefined,
  casework: Casework,
): readonly StayCommand[] => {
  if (visit.phase === 'inpatient')
    return stay.discharge && before?.phase === 'discharged'
      ? [{ type: 'CancelDischarge', reason: because('The facility cancelled the discharge') }]
      : [];
  if (visit.phase !== 'discharged' || !visit.dischargedAt) return [];
  const { dispositions } = casework.knowledge.admissions;
  const named = dispositions.find((d) => d.code === visit.disposition)?.disposition;
  const { discharge: known } = stay;
  const isSaid = named === undefined || known?.disposition === named;
  if (known?.dischargedAt === visit.dischargedAt && isSaid) return [];
  return [
    {
      type: 'RecordDischarge',
      dischargedAt: visit.dischargedAt,
      disposition: named ?? known?.disposition ?? 'other',
      ...(known ? { reason: because('The facility corrected the discharge') } : {}),
    },
  ];
};

/** What must happen to a case so that its stay says what the visit says. */
const steps = (
  stay: StayRecord,
  visit: Visit,
  before: Visit | undefined,
  casework: Casework,
): readonly StayCommand[] =>
  visit.phase === 'cancelled'
    ? stay.cancelled
      ? []
      : [{ type: 'CancelAdmission', reason: because('The facility cancelled the admission') }]
    : [...admission(stay, visit), ...level(stay, visit, before, casework), ...discharge(stay, visit, before, casework)];

/** Lets the stay of a case follow its visit. What the case does not allow any more is a problem for a person, and changes nothing. */
export const reconcile = async (
  casework: Casework,
  { tenant, actor, kept }: Told,
  { caseId, state }: LoadedCase,
  visit: Visit,
  before: Visit | undefined,
): Promise<{ readonly caseId: string; readonly problems: readonly VisitProblem[] }> => {
  const scope = { tenantId: tenant.tenantId };
  const { stay } = state;
  if (!stay || state.voided) return { caseId, problems: [] };
  const problems: VisitProblem[] = [];
  if (!visit.inpatient && visit.phase !== 'cancelled') {
    const text = 'The facility no longer calls this inpatient care; its case is under review as an inpatient stay.';
    return { caseId, problems: [{ what: 'caseUnchanged', text }] };
  }
  for (const [at, step] of steps(stay, visit, before, casework).entries()) {
    const done = await execute(casework, scope, {
      caseId,
      commandId: `${kept.messageId}:${at}:${step.type}`,
      command: () => ({ ...step, actor, now: casework.environment.now() }) as CaseCommand,
    });
    if (done.kind === 'refused') problems.push({ what: 'caseUnchanged', text: refusalSentence(done.refusal) });
    if (done.kind === 'stale') throw new Error('the case kept changing');
  }
  return { caseId, problems };
};
