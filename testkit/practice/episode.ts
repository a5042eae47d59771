import type { PersonActor, Role } from '@openum/domain/actor/actor.ts';
import { isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { EpisodeCommand } from '@openum/domain/episode/command.ts';
import { decideEpisode } from '@openum/domain/episode/decide.ts';
import type { RecordedEpisodeEvent } from '@openum/domain/episode/event.ts';
import { foldEpisode } from '@openum/domain/episode/evolve.ts';
import type {
  EpisodeCoverage,
  PayerAuthorization,
  Programme,
  RecordedService,
  Submission,
} from '@openum/domain/episode/record.ts';
import { type Episode, type EpisodeState, noEpisode } from '@openum/domain/episode/state.ts';
import { addDays, type CalendarDate, calendarDate, instant } from '@openum/domain/time/instant.ts';

/** Twenty-three days after the admission; the moment of every act that names no other. */
export const now = instant('2026-11-24T17:00:00Z');
export const today = calendarDate('2026-11-24');
export const admittedOn = calendarDate('2026-11-01');
/** The n-th day of the stay, the admission being day 0. */
export const dayOf = (n: number): CalendarDate => addDays(admittedOn, n);

export const staff = (role: Role = 'utilizationReviewStaff'): PersonActor => ({
  kind: 'person',
  userId: `practice-${role}`,
  name: `Practice ${role}`,
  roles: [role],
});

export const residential: Programme = {
  programmeId: 'p-res',
  name: 'Harbor House',
  levelOfCare: 'residential',
  code: 'H0018',
  charge: 90_000,
};
export const dayProgramme: Programme = {
  programmeId: 'p-php',
  name: 'Harbor Day',
  levelOfCare: 'partialHospitalization',
  code: 'H0035',
  charge: 45_000,
};

export const coverage = (change: Partial<EpisodeCoverage> = {}): EpisodeCoverage => ({
  coverageId: 'cov-1',
  order: 1,
  payerId: 'payer-1',
  payerName: 'Prairie Harbor Health Plan',
  memberNumber: 'PHP1000017',
  ...change,
});

export const authorization = (change: Partial<PayerAuthorization> = {}): PayerAuthorization => ({
  authorizationId: 'auth-1',
  number: 'PA-100',
  coverageId: 'cov-1',
  levelOfCare: 'residential',
  codes: [],
  from: dayOf(0),
  to: dayOf(4),
  ...change,
});

export const service = (n: number, change: Partial<RecordedService> = {}): RecordedService => ({
  serviceId: `service-${n}`,
  on: dayOf(n),
  levelOfCare: 'residential',
  code: 'H0018',
  units: 1,
  charge: 90_000,
  source: 'attendance',
  ...change,
});

export const submission = (change: Partial<Submission> = {}): Submission => ({
  submissionId: 'sub-1',
  kind: 'initial',
  coverageId: 'cov-1',
  levelOfCare: 'residential',
  codes: ['H0018'],
  from: dayOf(0),
  to: dayOf(6),
  urgency: 'expedited',
  channel: 'phone',
  sentAt: now,
  spokeWith: 'Intake of the plan',
  clinicalSummary: 'Withdrawal signs on admission; two earlier attempts at a lower level failed within a month.',
  ...change,
});

type Bare<C> = C extends EpisodeCommand ? Omit<C, 'actor' | 'now' | 'today'> : never;
export type EpisodeBody = Bare<EpisodeCommand>;

export const act = (body: EpisodeBody, role: Role = 'utilizationReviewStaff'): EpisodeCommand =>
  ({ ...body, actor: staff(role), now, today }) as EpisodeCommand;

export const opened: EpisodeBody = {
  type: 'OpenEpisode',
  episodeNumber: 'EP-1',
  patient: { patientId: 'pat-1', family: 'Quigley', given: 'Maeve', birthDate: calendarDate('1990-04-02') },
  programme: residential,
  admittedOn,
  emergency: false,
};

export type EpisodeStory = { readonly events: readonly RecordedEpisodeEvent[]; readonly state: EpisodeState };

export const whenActed = (story: EpisodeStory, command: EpisodeCommand): readonly RecordedEpisodeEvent[] | Refusal =>
  decideEpisode(command, story.state);

/** The story after these acts of review staff. Throws when one is refused: what is given must be lawful. */
export const acted = (story: EpisodeStory, ...bodies: readonly EpisodeBody[]): EpisodeStory =>
  bodies.reduce((s, body) => {
    const command = act(body, body.type === 'BillServices' || body.type === 'ApplyRemittance' ? 'biller' : undefined);
    const decided = whenActed(s, command);
    if (isRefusal(decided)) throw new Error(`given: ${body.type} was refused: ${decided.code}`);
    const events = [...s.events, ...decided];
    return { events, state: foldEpisode(events) };
  }, story);

/** Admitted to residential care, with one payer. */
export const admitted: EpisodeStory = acted({ events: [], state: noEpisode }, opened, {
  type: 'SetCoverage',
  ...coverage(),
});

export const episodeOf = (story: EpisodeStory): Episode => {
  if (story.state.kind === 'none') throw new Error('given: there is no episode');
  return story.state;
};
