import type { CaseRow, ClockRow, ItemRow, TaskRow } from '@openum/casework/projection/rows.ts';
import type { StayRow } from '@openum/casework/stay/row.ts';

/** A list of all keys of `T`: one that is missing or unknown does not compile. */
const keysOf =
  <T>() =>
  <const K extends readonly (keyof T & string)[]>(
    ...keys: Exclude<keyof T, K[number]> extends never ? K : [missing: Exclude<keyof T, K[number]>]
  ): readonly (keyof T & string)[] =>
    keys as readonly (keyof T & string)[];

export const caseColumns = keysOf<CaseRow>()(
  'caseId',
  'caseNumber',
  'version',
  'status',
  'queue',
  'lineOfBusiness',
  'planName',
  'contract',
  'stateOfIssue',
  'reviewType',
  'urgency',
  'channel',
  'memberNumber',
  'memberName',
  'memberBirthDate',
  'requestingProviderName',
  'requestingProviderNpi',
  'serviceSummary',
  'criteriaTruth',
  'receivedAt',
  'receivedOn',
  'assigneeUserId',
  'assigneeName',
  'nextDueAt',
  'nextDueRuleId',
  'senderReference',
  'changedAt',
);

export const itemColumns = keysOf<ItemRow>()(
  'itemSequence',
  'serviceSystem',
  'serviceCode',
  'isDrug',
  'reviewType',
  'submittedAt',
  'extended',
  'firstOutcome',
  'firstDecidedAt',
  'firstDecidedOn',
  'appealOutcome',
  'appealDecidedOn',
  'status',
  'authorizationNumber',
  'authorizedQuantity',
  'authorizedUnit',
  'authorizedFrom',
  'authorizedThrough',
  'reasonClass',
  'reasonCodes',
  'rationale',
  'decidedAt',
  'decidedByKind',
  'decidedByUserId',
  'decidedByProfession',
  'decidedByLicences',
);

export const clockColumns = keysOf<ClockRow>()(
  'clockId',
  'ruleId',
  'ruleVersion',
  'kind',
  'hard',
  'startedAt',
  'dueAt',
  'metAt',
  'superseded',
  'planActs',
  'authority',
  'jurisdiction',
  'lineOfBusiness',
  'stateOfIssue',
  'reviewType',
  'urgency',
  'startedOn',
  'extended',
  'endedBy',
);

export const taskColumns = keysOf<TaskRow>()('stepId', 'title', 'role', 'assigneeUserId', 'dueAt');

export const stayColumns = keysOf<StayRow>()(
  'facilityName',
  'facilityNpi',
  'levelOfCare',
  'zone',
  'admittedAt',
  'admittedOn',
  'dischargedAt',
  'dischargedOn',
  'review',
  'reviewDueAt',
  'approvedDays',
  'approvedThrough',
  'approvedRanges',
  'updateAwaited',
  'readiness',
  'expectedDischargeOn',
);
