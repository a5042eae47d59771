import type { Case, CaseItem } from '../case/state.ts';
import { itemStatus } from '../case/status.ts';
import type { StartedClock } from '../clock/started.ts';
import { isAdverse } from '../determination/determination.ts';
import type { Instant } from '../time/instant.ts';
import type { AppealEvent, AppealOpened, AppealOutcome, ReconsiderationEvent } from './event.ts';

type Told = { readonly at: Instant; readonly recordedBy: string };
type DataOf<T extends AppealEvent['type']> = Omit<Extract<AppealEvent, { type: T }>['data'], 'appealId'>;
type Kept<T extends AppealEvent['type']> = DataOf<T> & Told;

/** One appeal at one level, and all that became of it. */
export type Appeal = Omit<AppealOpened, 'expedited' | 'clocks'> & {
  readonly filedAt: Instant;
  readonly recordedBy: string;
  readonly urgency: 'standard' | 'expedited';
  readonly expediteAsked?: {
    readonly by: DataOf<'AppealExpediteAsked'>['by'];
    readonly reason: string;
    readonly at: Instant;
  };
  readonly expediteRefused?: Kept<'AppealExpediteRefused'>;
  readonly lateAccepted?: Kept<'AppealLateFilingDecided'>;
  readonly standingShown?: Kept<'AppealStandingShown'>;
  readonly clocks: readonly StartedClock[];
  readonly supersededClocks: readonly StartedClock[];
  readonly extensions: readonly Kept<'AppealExtended'>[];
  readonly exhibits: readonly Kept<'AppealExhibitAdded'>[];
  readonly reviewer?: DataOf<'AppealReviewerAssigned'>['to'];
  readonly informationRequests: readonly (Kept<'AppealInformationAsked'> & {
    readonly answeredAt?: Instant;
    readonly summary?: string;
  })[];
  readonly evidenceShared: readonly Kept<'AppealEvidenceShared'>[];
  readonly decided?: Kept<'AppealDecided'>;
  readonly externalDecision?: Kept<'ExternalDecisionReceived'>;
  readonly dismissed?: Kept<'AppealDismissed'>;
  readonly withdrawn?: Kept<'AppealWithdrawn'>;
  readonly organization?: Kept<'ReviewOrganizationNamed'>;
  readonly forwarded?: Kept<'AppealForwarded'>;
  readonly chases: readonly Kept<'ExternalAnswerChased'>[];
  readonly effectuated?: Kept<'AppealEffectuated'>;
  readonly aid?: Kept<'AidContinuingDecided'>;
  readonly aidEnded?: Kept<'AidContinuingEnded'>;
};

export type Reconsideration = Extract<ReconsiderationEvent, { type: 'ReconsiderationRequested' }>['data'] & {
  readonly recordedBy: string;
  readonly decided?: Extract<ReconsiderationEvent, { type: 'ReconsiderationDecided' }>['data'] & Told;
};

export const appealStatuses = [
  'awaitingStanding',
  'lateFiling',
  'toAssign',
  'withReviewer',
  'awaitingInformation',
  'toForward',
  'withExternalBody',
  'toEffectuate',
  'lapsed',
  'upheld',
  'partiallyOverturned',
  'overturned',
  'dismissed',
  'withdrawn',
] as const;
export type AppealStatus = (typeof appealStatuses)[number];

/** Statuses in which somebody still has something to do, or an answer is awaited. */
export const openAppealStatuses: readonly AppealStatus[] = [
  'awaitingStanding',
  'lateFiling',
  'toAssign',
  'withReviewer',
  'awaitingInformation',
  'toForward',
  'withExternalBody',
  'toEffectuate',
];

export const isExternalAppeal = (a: Pick<Appeal, 'body'>): boolean => a.body !== 'plan';

export const standingMissing = (a: Appeal): boolean =>
  a.standing !== 'nothing' && a.standingShownAt === undefined && a.standingShown === undefined;

export const lateUndecided = (a: Appeal): boolean => a.late && a.lateAccepted === undefined;

const outcomesOf = (a: Appeal): readonly AppealOutcome[] =>
  (a.decided?.lines ?? a.externalDecision?.lines ?? []).map((l) => l.outcome);

/** What was decided about the appeal as a whole; undefined while nothing was. */
export const appealOutcome = (a: Appeal): AppealOutcome | undefined => {
  const outcomes = outcomesOf(a);
  if (outcomes.length === 0) return undefined;
  if (outcomes.every((o) => o === 'upheld')) return 'upheld';
  return outcomes.every((o) => o === 'overturned') ? 'overturned' : 'partiallyOverturned';
};

export const openAppealRequest = (a: Appeal) => a.informationRequests.find((r) => r.answeredAt === undefined);

/** Missed clocks whose effect takes the appeal out of the hands of who should have decided. */
const takenAway = (c: Case, a: Appeal): boolean =>
  c.missedDeadlines.some(
    (m) => a.clocks.some((k) => k.clockId === m.clockId) && ['forward', 'reverses', 'approved'].includes(m.lapseEffect),
  );

/** Derived, never stored: docs/appeals.md has the table. */
export const appealStatus = (c: Case, a: Appeal): AppealStatus => {
  if (a.withdrawn) return 'withdrawn';
  if (a.dismissed) return 'dismissed';
  const outcome = appealOutcome(a);
  if (outcome !== undefined) return outcome !== 'upheld' && !a.effectuated ? 'toEffectuate' : outcome;
  if (isExternalAppeal(a)) return a.forwarded ? 'withExternalBody' : 'toForward';
  if (takenAway(c, a)) return 'lapsed';
  if (standingMissing(a)) return 'awaitingStanding';
  if (lateUndecided(a)) return 'lateFiling';
  if (openAppealRequest(a)) return 'awaitingInformation';
  return a.reviewer ? 'withReviewer' : 'toAssign';
};

export const isUndecided = (c: Case, a: Appeal): boolean =>
  !a.withdrawn && !a.dismissed && appealOutcome(a) === undefined && appealStatus(c, a) !== 'lapsed';

/** The lapse that counts as the end of the plan's own levels (42 CFR 438.408(c)(3); 29 CFR 2560.503-1(l)). */
export const deemedExhausted = (c: Case, a: Appeal): boolean =>
  c.missedDeadlines.some((m) => m.lapseEffect === 'exhausted' && a.clocks.some((k) => k.clockId === m.clockId));

/** Lines decided against the member, which alone can be appealed. */
export const appealableItems = (c: Case): readonly CaseItem[] =>
  c.items.filter((i) => i.determination && isAdverse(i.determination) && itemStatus(i) !== 'cancelled');

/** Every clock of every appeal and reconsideration of the case that still counts. */
export const appealClocks = (c: Case): readonly StartedClock[] => [
  ...c.appeals.flatMap((a) => a.clocks),
  ...c.reconsiderations.flatMap((r) => r.clocks),
];

export const appealOfClock = (c: Case, clockId: string): Appeal | undefined =>
  c.appeals.find((a) => [...a.clocks, ...a.supersededClocks].some((k) => k.clockId === clockId));
