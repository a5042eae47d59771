import type { Role } from '@openum/domain/actor/actor.ts';
import type { AppealStatus } from '@openum/domain/appeal/appeal.ts';
import type { AppealOutcome } from '@openum/domain/appeal/event.ts';
import type { AppealTiming } from '@openum/domain/appeal/level.ts';
import type { Channel, LineOfBusiness, ReviewType, Urgency } from '@openum/domain/case/request.ts';
import type { CaseStatus, ItemStatus } from '@openum/domain/case/status.ts';
import type { Authority } from '@openum/domain/clock/rule.ts';
import type { Determination, ReasonClass } from '@openum/domain/determination/determination.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';
import type { ClockEnd } from '@openum/domain/report/clockOutcome.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { StayRow } from '../stay/row.ts';

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
  /** Number of the plan's contract or product, under which it reports. */
  readonly contract?: string;
  /** State whose insurance law governs the contract. */
  readonly stateOfIssue: string;
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
  /** Day of receipt in the plan's zone. */
  readonly receivedOn: CalendarDate;
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
  readonly isDrug: boolean;
  /** Stage at which this line is reviewed. */
  readonly reviewType: ReviewType;
  /** When this line was asked for; a line of a continued stay later than the case. */
  readonly submittedAt: Instant;
  /** A clock that waited for this line was extended before its first decision. */
  readonly extended: boolean;
  readonly firstOutcome?: Determination['outcome'];
  readonly firstDecidedAt?: Instant;
  /** Day of the first decision in the plan's zone. */
  readonly firstDecidedOn?: CalendarDate;
  /** What the last appeal that was decided made of this line, and on which local day. */
  readonly appealOutcome?: AppealOutcome;
  readonly appealDecidedOn?: CalendarDate;
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
  /** The plan itself has to act before it ends. */
  readonly planActs: boolean;
  readonly authority: Authority;
  /** `US-FED`, `US-` and a state, or the body that made the rule. */
  readonly jurisdiction: string;
  readonly lineOfBusiness: LineOfBusiness;
  readonly stateOfIssue: string;
  readonly reviewType: ReviewType | 'appeal';
  readonly urgency: Urgency;
  /** Day of the start in the zone in which the clock counts. */
  readonly startedOn: CalendarDate;
  readonly extended: boolean;
  /** What stopped it, present with `metAt`. */
  readonly endedBy?: ClockEnd;
};

/** An open step of the flow: who has to do what next. */
export type TaskRow = {
  readonly stepId: string;
  readonly title: string;
  readonly role: Role;
  readonly assigneeUserId?: string;
  readonly dueAt?: Instant;
};

/** One appeal or reconsideration of the case, as the list of appeals shows it. */
export type AppealRow = {
  readonly appealId: string;
  readonly kind: 'appeal' | 'reconsideration';
  readonly number: string;
  readonly levelId: string;
  readonly levelName: string;
  readonly body: string;
  readonly status: AppealStatus | 'open' | 'answered';
  readonly open: boolean;
  readonly urgency: Urgency;
  readonly timing: AppealTiming;
  /** Stage at which the first of its lines was denied. */
  readonly stage: ReviewType;
  readonly reasonClass: ReasonClass;
  readonly serviceCode: string;
  readonly service: string;
  readonly filedBy: string;
  readonly receivedAt: Instant;
  readonly receivedOn: CalendarDate;
  /** Earliest due moment of its running clocks. */
  readonly dueAt?: Instant;
  readonly dueRuleId?: string;
  readonly reviewerUserId?: string;
  readonly reviewerName?: string;
  readonly outcome?: AppealOutcome;
  readonly decidedAt?: Instant;
  readonly decidedOn?: CalendarDate;
  readonly aidContinuing: boolean;
};

export type CaseRows = {
  readonly case: CaseRow;
  readonly items: readonly ItemRow[];
  readonly clocks: readonly ClockRow[];
  readonly tasks: readonly TaskRow[];
  /** Absent while nothing was appealed. */
  readonly appeals?: readonly AppealRow[];
  /** Its line of the census, of a case that is about a stay. */
  readonly stay?: StayRow;
};
