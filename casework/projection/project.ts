import { appealClocks } from '@openum/domain/appeal/appeal.ts';
import { appealTasks } from '@openum/domain/appeal/task.ts';
import type { Case, CaseItem } from '@openum/domain/case/state.ts';
import { caseStatus, itemStatus, openItems } from '@openum/domain/case/status.ts';
import { caseManagementTasks } from '@openum/domain/caseManagement/referral.ts';
import { type ClockReceipt, earliestHard } from '@openum/domain/clock/receipt.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import { coverageEndTasks } from '@openum/domain/coverageEnd/duty.ts';
import { deliveryTasks } from '@openum/domain/delivery/task.ts';
import { isAdverse } from '@openum/domain/determination/determination.ts';
import { flowFor, plan } from '@openum/domain/flow/plan.ts';
import { intakeTasks } from '@openum/domain/intake/task.ts';
import { all } from '@openum/domain/logic/truth.ts';
import { peerToPeerTasks } from '@openum/domain/peerToPeer/task.ts';
import { physicianTasks } from '@openum/domain/physician/task.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import { presentStage } from '@openum/domain/stay/review.ts';
import { stayTasks } from '@openum/domain/stay/task.ts';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import { aidEndsAt } from '../appeal/window.ts';
import { readChecklist } from '../checklist/read.ts';
import { receiptOf } from '../clock/receipts.ts';
import { ruleBook } from '../coverageEnd/ruleBook.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { stayRow } from '../stay/row.ts';
import { appealDue, appealRows } from './appeal.ts';
import { clockRow } from './clock.ts';
import { lineHistory } from './line.ts';
import type { CaseRow, CaseRows, ItemRow, TaskRow } from './rows.ts';

const serviceSummary = (c: Case, knowledge: Knowledge): string => {
  const [first, ...rest] = c.items;
  if (!first) return '';
  const label =
    serviceOf(knowledge.services, first.service)?.label ?? first.service.display ?? 'service not in the catalogue';
  return `${first.service.code} ${label}${rest.length > 0 ? ` +${rest.length}` : ''}`;
};

const queueOf = (c: Case): CaseRow['queue'] => {
  const open = openItems(c);
  if (open.length === 0 || c.voided || c.withdrawn) return 'none';
  return open.some((i) => c.referred.some((r) => r.itemSequence === i.sequence)) ? 'physician' : 'clinical';
};

const itemRow = (c: Case, item: CaseItem): ItemRow => {
  const d = item.determination;
  const authorized = d && d.outcome !== 'notRequired' ? d.authorized : undefined;
  const person = d?.by.kind === 'person' ? d.by : undefined;
  return {
    itemSequence: item.sequence,
    serviceSystem: item.service.system,
    serviceCode: item.service.code,
    isDrug: item.isDrug,
    ...lineHistory(c, item),
    status: itemStatus(item),
    ...(authorized
      ? {
          authorizationNumber: authorized.authorizationNumber,
          authorizedFrom: authorized.period.start,
          ...(authorized.period.end ? { authorizedThrough: authorized.period.end } : {}),
          ...(authorized.quantity
            ? { authorizedQuantity: authorized.quantity.value, authorizedUnit: authorized.quantity.unit }
            : {}),
        }
      : {}),
    reasonCodes: d && isAdverse(d) ? d.reasonCodes : [],
    ...(d && isAdverse(d) ? { reasonClass: d.reasonClass, rationale: d.rationale } : {}),
    ...(d ? { decidedAt: d.decidedAt, decidedByKind: d.by.kind } : {}),
    ...(person ? { decidedByUserId: person.userId } : {}),
    ...(person?.qualification ? { decidedByProfession: person.qualification.profession } : {}),
    decidedByLicences: (person?.qualification?.licences ?? []).map((l) => `${l.state} ${l.number}`),
  };
};

const caseRow = (caseId: string, c: Case, first: ClockReceipt | undefined, knowledge: Knowledge): CaseRow => {
  const { request } = c;
  const open = openItems(c);
  const read = c.evaluations.filter((e) => open.length === 0 || open.some((i) => i.sequence === e.itemSequence));
  return {
    caseId,
    caseNumber: c.caseNumber,
    version: c.version,
    status: caseStatus(c),
    queue: queueOf(c),
    lineOfBusiness: request.coverage.lineOfBusiness,
    planName: request.coverage.planName,
    ...(request.coverage.planId ? { contract: request.coverage.planId } : {}),
    stateOfIssue: request.coverage.stateOfIssue,
    reviewType: presentStage(c),
    urgency: c.urgency,
    channel: request.channel,
    memberNumber: request.member.memberNumber,
    memberName: `${request.member.family}, ${request.member.given}`,
    memberBirthDate: request.member.birthDate,
    requestingProviderName: request.requestingProvider.name,
    ...(request.requestingProvider.npi ? { requestingProviderNpi: request.requestingProvider.npi } : {}),
    serviceSummary: serviceSummary(c, knowledge),
    ...(read.length > 0 ? { criteriaTruth: all(read.map((e) => e.truth)) } : {}),
    receivedAt: c.receivedAt,
    receivedOn: dateInZone(c.receivedAt, request.zone),
    ...(c.assignee ? { assigneeUserId: c.assignee.userId, assigneeName: c.assignee.name } : {}),
    ...(first ? { nextDueAt: first.dueAt, nextDueRuleId: first.ruleId } : {}),
    ...(request.senderReference ? { senderReference: request.senderReference.value } : {}),
    changedAt: c.lastEventAt,
  };
};

/** The read models of a case, from nothing but its folded events and the rules: the same input gives the same rows, at any time. */
export const project = (caseId: string, c: Case, knowledge: Knowledge): CaseRows => {
  // `now` only decides between running and missed, which no row keeps.
  const at: Instant = c.lastEventAt;
  const read = (started: StartedClock) => ({
    started,
    receipt: receiptOf(c, started, knowledge, at),
    rule: knowledge.turnaroundRule(started.ruleId, started.ruleVersion),
  });
  const ofRequest = c.clocks.map(read);
  const ofAppeals = appealClocks(c).map(read);
  const running = [...ofRequest, ...ofAppeals];
  const first = earliestHard(running.map((r) => r.receipt));
  const deadlines = ofRequest.flatMap(({ receipt: r }) => (r.hard && r.metAt === undefined ? [r.dueAt] : []));
  const flow = flowFor(knowledge.flows, c);
  const tasks = flow ? plan(flow, c, first?.dueAt) : [];
  return {
    case: caseRow(caseId, c, first, knowledge),
    items: c.items.map((item) => itemRow(c, item)),
    clocks: [
      ...running.map((r) => clockRow(c, r, false)),
      ...[...c.supersededClocks, ...c.appeals.flatMap((a) => a.supersededClocks)]
        .map(read)
        .map((r) => clockRow(c, r, true)),
    ],
    tasks: [
      ...tasks.map(
        (t): TaskRow => ({
          ...t,
          ...(c.assignee && t.stepId !== 'notify' ? { assigneeUserId: c.assignee.userId } : {}),
        }),
      ),
      // Whatever the flow: no setting may let a talk be forgotten.
      ...peerToPeerTasks(c, deadlines),
      ...appealTasks(c, appealDue(c, knowledge, ofAppeals), (a) => aidEndsAt(c, a, knowledge)),
      ...physicianTasks(c, deadlines),
      ...intakeTasks(c, readChecklist(c, knowledge)),
      ...deliveryTasks(c, deadlines),
      ...caseManagementTasks(c),
      ...stayTasks(c, knowledge.reviewIntervals),
      ...coverageEndTasks(c, ruleBook(knowledge)),
    ],
    ...(c.appeals.length + c.reconsiderations.length > 0 ? { appeals: appealRows(c, knowledge, ofAppeals) } : {}),
    ...(c.stay ? { stay: stayRow(c, c.stay, knowledge.reviewIntervals, first?.dueAt) } : {}),
  };
};
