import type { ReportedLine, ReportedTalk } from '@openum/casework/port/caseReports.ts';
import type { ComplianceGroup, ReportedClock } from '@openum/casework/port/reports.ts';
import type { CaseRow } from '@openum/casework/projection/rows.ts';
import type { ComplianceReport } from '@openum/casework/report/compliance.ts';
import type { ComplianceDimension } from '@openum/domain/report/compliance.ts';
import { type Column, csvOf } from '../csv/csv.ts';

const percent = (share: number | undefined): string => (share === undefined ? '' : (share * 100).toFixed(2));

const figures: readonly Column<ComplianceGroup>[] = [
  ['met', (g) => g.figures.met],
  ['missed', (g) => g.figures.missed],
  ['overdue', (g) => g.figures.overdue],
  ['compliance_percent', (g) => percent(g.figures.rate)],
  ['open', (g) => g.figures.open],
  ['withdrawn', (g) => g.figures.withdrawn],
  ['voided', (g) => g.figures.voided],
  ['superseded', (g) => g.figures.superseded],
  ['extended', (g) => g.figures.extended],
  ['time_used_seconds_average', (g) => g.figures.timeUsed?.average],
  ['time_used_seconds_median', (g) => g.figures.timeUsed?.median],
  ['time_used_seconds_p90', (g) => g.figures.timeUsed?.p90],
  ['time_used_seconds_p95', (g) => g.figures.timeUsed?.p95],
  ['late_seconds_average', (g) => g.figures.lateness?.average],
  ['late_seconds_median', (g) => g.figures.lateness?.median],
  ['late_seconds_longest', (g) => g.figures.lateness?.longest],
];

export const complianceCsv = ({ groups, rules }: ComplianceReport, by: readonly ComplianceDimension[]): string => {
  const rule = (g: ComplianceGroup) => rules[g.key.rule ?? ''];
  const names: readonly Column<ComplianceGroup>[] = by.includes('rule')
    ? [
        ['rule_name', (g) => rule(g)?.name],
        ['citation', (g) => rule(g)?.citation],
      ]
    : [];
  return csvOf([...by.map((d): Column<ComplianceGroup> => [d, (g) => g.key[d]]), ...names, ...figures], groups);
};

export const clocksCsv = (rows: readonly ReportedClock[]): string =>
  csvOf<ReportedClock>(
    [
      ['case_number', (k) => k.caseNumber],
      ['case_id', (k) => k.caseId],
      ['clock_id', (k) => k.clockId],
      ['rule', (k) => k.ruleId],
      ['rule_version', (k) => k.ruleVersion],
      ['authority', (k) => k.authority],
      ['jurisdiction', (k) => k.jurisdiction],
      ['kind', (k) => k.kind],
      ['line_of_business', (k) => k.lineOfBusiness],
      ['state', (k) => k.stateOfIssue],
      ['review_type', (k) => k.reviewType],
      ['urgency', (k) => k.urgency],
      ['started_at', (k) => k.startedAt],
      ['due_at', (k) => k.dueAt],
      ['ended_at', (k) => k.metAt],
      ['ended_by', (k) => k.endedBy],
      ['outcome', (k) => k.outcome],
      ['extended', (k) => String(k.extended)],
      ['assignee', (k) => k.assigneeName],
    ],
    rows,
  );

export const casesCsv = (rows: readonly CaseRow[]): string =>
  csvOf<CaseRow>(
    [
      ['case_number', (c) => c.caseNumber],
      ['case_id', (c) => c.caseId],
      ['status', (c) => c.status],
      ['line_of_business', (c) => c.lineOfBusiness],
      ['plan', (c) => c.planName],
      ['contract', (c) => c.contract],
      ['state', (c) => c.stateOfIssue],
      ['review_type', (c) => c.reviewType],
      ['urgency', (c) => c.urgency],
      ['channel', (c) => c.channel],
      ['member_number', (c) => c.memberNumber],
      ['member_name', (c) => c.memberName],
      ['service', (c) => c.serviceSummary],
      ['requesting_provider', (c) => c.requestingProviderName],
      ['requesting_provider_npi', (c) => c.requestingProviderNpi],
      ['received_at', (c) => c.receivedAt],
      ['next_due_at', (c) => c.nextDueAt],
      ['assignee', (c) => c.assigneeName],
    ],
    rows,
  );

const reportedCase: readonly Column<ReportedLine | ReportedTalk>[] = [
  ['case_number', (c) => c.caseNumber],
  ['case_id', (c) => c.caseId],
  ['member_number', (c) => c.memberNumber],
  ['member_name', (c) => c.memberName],
  ['line_of_business', (c) => c.lineOfBusiness],
  ['state', (c) => c.stateOfIssue],
  ['requesting_provider', (c) => c.requestingProviderName],
];

export const linesCsv = (rows: readonly ReportedLine[]): string =>
  csvOf<ReportedLine>(
    [
      ...reportedCase,
      ['item', (l) => l.itemSequence],
      ['service_code', (l) => l.serviceCode],
      ['review_type', (l) => l.reviewType],
      ['first_outcome', (l) => l.firstOutcome],
      ['first_decided_on', (l) => l.firstDecidedOn],
      ['by_rule', (l) => String(l.byRule)],
      ['appeal_outcome', (l) => l.appealOutcome],
      ['appeal_decided_on', (l) => l.appealDecidedOn],
    ],
    rows,
  );

export const talksCsv = (rows: readonly ReportedTalk[]): string =>
  csvOf<ReportedTalk>(
    [...reportedCase, ['what', (t) => t.end], ['at', (t) => t.at], ['outcome', (t) => t.outcome]],
    rows,
  );
