import type { Role } from '@openum/domain/actor/actor.ts';
import type { Channel, LineOfBusiness, ReviewType, Urgency } from '@openum/domain/case/request.ts';
import type { CaseStatus, ItemStatus } from '@openum/domain/case/status.ts';
import type { ReasonClass } from '@openum/domain/determination/determination.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';

/** One line of the work list. Everything in it can be computed again from the events of the case. */
export type CaseRow = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly version: number;
  readonly status: CaseStatus;
  /** Which work list it stands on; `none` when there is nothing left to do. */
  readonly queue: 'clinical' | 'physician' | 'none';
  readonly lineOfBusiness: LineOfBusiness;
  readonly planName: string;
  readonly reviewType: ReviewType;
  readonly urgency: Urgency;
  readonly channel: Channel;
  readonly memberNumber: string;
  readonly memberName: string;
  readonly memberBirthDate: CalendarDate;
  readonly requestingProviderName: string;
  readonly requestingProviderNpi?: string;
  /** Code and short label of the first item, and how many more there are. */
  readonly serviceSummary: string;
  readonly criteriaTruth?: Truth;
  readonly receivedAt: Instant;
  readonly assigneeUserId?: string;
  readonly assigneeName?: string;
  /** Earliest hard due moment among the running clocks. */
  readonly nextDueAt?: Instant;
  readonly nextDueRuleId?: string;
  readonly senderReference?: string;
  /** Moment of the last event. */
  readonly changedAt: Instant;
};

export type ItemRow = {
  readonly itemSequence: number;
  readonly serviceSystem: string;
  readonly serviceCode: string;
  readonly status: ItemStatus;
  readonly authorizationNumber?: string;
  readonly authorizedQuantity?: number;
  readonly authorizedUnit?: string;
  readonly authorizedFrom?: CalendarDate;
  readonly authorizedThrough?: CalendarDate;
  readonly reasonClass?: ReasonClass;
  readonly reasonCodes: readonly string[];
  readonly rationale?: string;
  readonly decidedAt?: Instant;
  readonly decidedByKind?: 'rule' | 'person';
  readonly decidedByUserId?: string;
  readonly decidedByProfession?: string;
  readonly decidedByLicences: readonly string[];
};

export type ClockRow = {
  readonly clockId: string;
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly kind: string;
  readonly hard: boolean;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly metAt?: Instant;
  readonly superseded: boolean;
};

/** An open step of the flow: who has to do what next. */
export type TaskRow = {
  readonly stepId: string;
  readonly title: string;
  readonly role: Role;
  readonly assigneeUserId?: string;
  readonly dueAt?: Instant;
};

export type CaseRows = {
  readonly case: CaseRow;
  readonly items: readonly ItemRow[];
  readonly clocks: readonly ClockRow[];
  readonly tasks: readonly TaskRow[];
};
