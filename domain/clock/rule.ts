import type { Channel, LineOfBusiness, ReviewType, Setting, Urgency } from '../case/request.ts';
import type { CalendarDate } from '../time/instant.ts';

export const durationUnits = ['minutes', 'hours', 'calendarDays', 'businessDays', 'months'] as const;
export type Duration = {
  readonly value: number;
  readonly unit: (typeof durationUnits)[number];
};

const unitText: Record<Duration['unit'], readonly [string, string]> = {
  minutes: ['minute', 'minutes'],
  hours: ['hour', 'hours'],
  calendarDays: ['calendar day', 'calendar days'],
  businessDays: ['business day', 'business days'],
  months: ['month', 'months'],
};

export const durationText = (d: Duration): string => `${d.value} ${unitText[d.unit][d.value === 1 ? 0 : 1]}`;

export const authorities = ['federal', 'state', 'accreditation', 'contract', 'internal', 'pledge'] as const;
export type Authority = (typeof authorities)[number];

/** The lines of a case, and three that the table tells apart inside them. */
export type RuleLine = LineOfBusiness | 'medicaidFfs' | 'chipFfs' | 'dsnpIntegrated';

export const clockKinds = [
  'decisionAndNotice',
  'decision',
  'notice',
  'filingWindow',
  'validity',
  'p2p',
  'effectuation',
  'forward',
  'infoRequest',
] as const;
export type ClockKind = (typeof clockKinds)[number];

export const clockActors = [
  'payer',
  'mac',
  'modelParticipant',
  'provider',
  'payerAndProvider',
  'member',
  'iro',
  'ire',
  'qio',
  'stateAgency',
] as const;
type ClockActor = (typeof clockActors)[number];

export const drugBenefits = ['partB', 'partD', 'pharmacy', 'medical'] as const;
export type DrugBenefit = (typeof drugBenefits)[number];

/** Facts outside the request form that some rule turns on. A context that lists none is in none. */
export const circumstances = ['hospitalOutpatientList', 'wiser', 'inpatientRehabilitation'] as const;
export type Circumstance = (typeof circumstances)[number];

/** When the rule is narrower than its line, review type and urgency. Every field that is present must hold. */
export type RuleScope = {
  readonly isDrug?: boolean;
  readonly drugBenefit?: DrugBenefit;
  readonly authorizationRequired?: boolean;
  readonly channels?: readonly Channel[];
  readonly settings?: readonly Setting[];
  readonly behavioralHealth?: boolean;
  /** First and last completed year of age, both included. */
  readonly enrolleeAge?: { readonly from?: number; readonly to?: number };
  readonly statesOfService?: readonly string[];
  readonly circumstance?: Circumstance;
  /** Whether more of a course of treatment was asked for at least 24 hours before its approved part ends. */
  readonly askedBeforeEnd?: boolean;
};

export const startTriggers = ['submission', 'necessaryInformation', 'clean'] as const;
export const lapseEffects = [
  'none',
  'adverse',
  'approved',
  'exhausted',
  'payContinues',
  'forward',
  'reverses',
] as const;
export type LapseEffect = (typeof lapseEffects)[number];

/** Which date must lie between `effectiveFrom` and `effectiveTo`. */
export const effectiveKeys = ['received', 'decided', 'ratingPeriod', 'planYear', 'survey'] as const;
type EffectiveKey = (typeof effectiveKeys)[number];

type ExtensionRule = {
  /** Absent: the source fixes no upper limit. */
  readonly max?: Duration;
  readonly grounds: readonly string[];
  /** True: without a notice sent before the due moment there is no extension. */
  readonly noticeRequired: boolean;
};

/**
 * What an open request for information does.
 * `noToll`: nothing. `toll`: the time between question and answer is not counted. `decideAfter`: `decideAfter` runs from the
 * answer or from the end of the supply period, whichever is earlier. `restart`: the whole period runs again from the answer.
 * `startsOnNecessaryInformation`: the period had not begun, and begins with the answer.
 */
export const missingInformationActions = [
  'noToll',
  'toll',
  'decideAfter',
  'restart',
  'startsOnNecessaryInformation',
] as const;
type MissingInformationRule = {
  readonly action: (typeof missingInformationActions)[number];
  /** Asked later than this after the start, the request changes nothing. */
  readonly requestWithin?: Duration;
  /** The least time to give for the answer. */
  readonly supplyPeriod?: Duration;
  readonly decideAfter?: Duration;
  /** The request for information is itself the notice of the extension, and brings its full length. */
  readonly extends?: boolean;
};

export const confidences = [
  'verified',
  'verified-old-source',
  'knowledge-high',
  'knowledge-medium',
  'low-confirm-before-use',
] as const;

/** One time limit, as data. `content/turnaround/rules.json` holds them; docs/add-a-rule.md says how one is added. */
export type TurnaroundRule = {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** `US-FED`, `US-` and a state, or the name of the body that made the rule. */
  readonly jurisdiction: string;
  readonly authority: Authority;
  readonly linesOfBusiness: readonly RuleLine[];
  readonly reviewTypes: readonly (ReviewType | 'appeal')[];
  readonly urgency: Urgency | 'any';
  readonly clock: ClockKind;
  readonly actor: ClockActor;
  readonly scope?: RuleScope;
  readonly startEvent: string;
  readonly startTrigger: (typeof startTriggers)[number];
  readonly direction: 'after' | 'before';
  readonly duration: Duration;
  /** A second limit over the same period; the earlier of the two is due. */
  readonly notLongerThan?: Duration;
  /** No restart or answer moves the due moment past this, counted from the start. */
  readonly overallCap?: Duration;
  /** Calendar days that are holidays are not counted. */
  readonly skipsHolidays?: boolean;
  /** A last day that is no business day moves to the next one. */
  readonly rollsForward?: boolean;
  /** Local time of day, `HH:MM`, at which the last day ends for this rule. */
  readonly dueAtTime?: string;
  /** Calendar of its business days and holidays. */
  readonly calendar: string;
  readonly extension?: ExtensionRule;
  readonly missingInformation?: MissingInformationRule;
  readonly noticeTo: readonly string[];
  readonly lapseEffect: LapseEffect;
  readonly lapseConsequence?: string;
  /** An approval binds for this time, or without end, but for these reasons to take it back. */
  readonly approvalLock?: { readonly exceptions: readonly string[]; readonly openEnded?: boolean };
  readonly citation: string;
  readonly confidence: (typeof confidences)[number];
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo?: CalendarDate;
  readonly effectiveKey: EffectiveKey;
  readonly enabled: boolean;
  readonly disabledReason?: string;
  readonly note?: string;
};
