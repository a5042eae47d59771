import type { Provider, Stay } from '../case/request.ts';
import type { Case } from '../case/state.ts';
import { type CalendarDate, dateInZone, type Instant } from '../time/instant.ts';
import type { ClinicalUpdate, ContinuedStayRequest, Discharge, TransitionAssessment, UpdateChase } from './event.ts';

type Told = { readonly at: Instant; readonly by: string };

export type LevelOfCareSpan = { readonly level: string; readonly since: Instant; readonly reason?: string };

/** A stay as its events tell it. What is approved, used and next due is derived from it and from the lines of the case. */
export type StayRecord = {
  readonly facility: Provider;
  readonly admittedAt: Instant;
  readonly admissionSource?: NonNullable<Stay['admissionSource']>;
  readonly visitNumber?: NonNullable<Stay['visitNumber']>;
  /** In the order in which they began; the last is the present one. */
  readonly levels: readonly [LevelOfCareSpan, ...LevelOfCareSpan[]];
  readonly continued: readonly (ContinuedStayRequest & Told)[];
  readonly updates: readonly (ClinicalUpdate & Told)[];
  readonly chases: readonly (UpdateChase & Told)[];
  readonly assessments: readonly (TransitionAssessment & Told)[];
  /** Days that were asked for and taken back before anybody decided them. */
  readonly takenBack: readonly (Told & { readonly itemSequences: readonly number[] })[];
  readonly discharge?: { readonly dischargedAt: Instant } & Partial<Discharge>;
  readonly cancelled?: Told & { readonly reason: string };
};

export const newStay = (stay: Stay): StayRecord => ({
  facility: stay.facility,
  admittedAt: stay.admittedAt,
  ...(stay.admissionSource ? { admissionSource: stay.admissionSource } : {}),
  ...(stay.visitNumber ? { visitNumber: stay.visitNumber } : {}),
  levels: [{ level: stay.levelOfCare, since: stay.admittedAt }],
  continued: [],
  updates: [],
  chases: [],
  assessments: [],
  takenBack: [],
  ...(stay.dischargedAt ? { discharge: { dischargedAt: stay.dischargedAt } } : {}),
});

export const levelAt = (stay: StayRecord, at: Instant): string =>
  (stay.levels.findLast((l) => l.since <= at) ?? stay.levels[0]).level;

export const presentLevel = (stay: StayRecord): string => (stay.levels.at(-1) ?? stay.levels[0]).level;

/** Lines that came with a continued-stay request. The clocks of the first request do not wait for them. */
export const continuedLines = (c: Pick<Case, 'stay'>): readonly number[] =>
  (c.stay?.continued ?? []).flatMap((r) => r.items.map((i) => i.sequence));

export const isOpenStay = (stay: StayRecord): boolean => stay.discharge === undefined && stay.cancelled === undefined;

export const admittedOn = (c: Case, stay: StayRecord): CalendarDate => dateInZone(stay.admittedAt, c.request.zone);
