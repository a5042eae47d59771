import type { EpisodeCoverage } from '../episode/record.ts';
import { type Episode, presentProgramme } from '../episode/state.ts';
import type { PayerCard } from '../payer/card.ts';
import {
  addCalendarMonths,
  addDays,
  type CalendarDate,
  dateInZone,
  daysBetween,
  earlierDay,
  type ZoneId,
} from '../time/instant.ts';
import type { BenefitLimit, BenefitVerification, LevelBenefit } from './verification.ts';

/** A verification that ends within so many days is to be made anew. */
const soonDays = 3;

const cardStandings = ['none', 'valid', 'endsSoon', 'expired'] as const;
export type BenefitStanding = (typeof cardStandings)[number];

/** What somebody should know before care goes on. */
export type BenefitWarning =
  | { readonly kind: 'inactive' }
  | { readonly kind: 'coverageEnds'; readonly on: CalendarDate }
  | { readonly kind: 'notCovered'; readonly levelOfCare: string }
  | { readonly kind: 'authorizationNeeded'; readonly levelOfCare: string }
  | {
      readonly kind: 'limit';
      readonly levelOfCare: string;
      readonly unit: BenefitLimit['unit'];
      readonly left: number;
    };

export type BenefitCard = {
  readonly coverage: EpisodeCoverage;
  readonly standing: BenefitStanding;
  readonly verification?: BenefitVerification;
  /** Of the present level: what is left after the care that was given since. */
  readonly left?: number;
  readonly warnings: readonly BenefitWarning[];
  /** Newest first. */
  readonly earlier: readonly BenefitVerification[];
};

/** What is left of a limit as it was told. Nobody has said that what is not told as used was not used. */
const leftOf = ({ allowed, used, left }: BenefitLimit): number | undefined =>
  left ?? (allowed === undefined || used === undefined ? undefined : Math.max(0, allowed - used));

/** What is left of the limit of a level after the units that were given since it was told. */
const leftNow = (e: Episode, v: BenefitVerification, level: LevelBenefit, zone: ZoneId): number | undefined => {
  const told = level.limit && leftOf(level.limit);
  if (told === undefined) return undefined;
  const since = dateInZone(v.verifiedAt, zone);
  const given = e.services
    .filter((s) => !s.withdrawn && s.levelOfCare === level.levelOfCare && s.on >= since)
    .reduce((sum, s) => sum + s.units, 0);
  return Math.max(0, told - given);
};

const standingOf = (v: BenefitVerification | undefined, today: CalendarDate): BenefitStanding => {
  if (!v) return 'none';
  if (v.validThrough < today) return 'expired';
  return daysBetween(today, v.validThrough) < soonDays ? 'endsSoon' : 'valid';
};

const fewLeft = 7;

const warningsOf = (
  e: Episode,
  v: BenefitVerification,
  left: number | undefined,
  today: CalendarDate,
): readonly BenefitWarning[] => {
  const { levelOfCare } = presentProgramme(e);
  const level = v.levels.find((l) => l.levelOfCare === levelOfCare);
  const asked =
    e.authorizations.some((a) => !a.voided && a.levelOfCare === levelOfCare) ||
    e.submissions.some((s) => s.levelOfCare === levelOfCare);
  return [
    ...(v.active === 'no' ? [{ kind: 'inactive' } as const] : []),
    ...(v.coverageTo && daysBetween(today, v.coverageTo) < 31
      ? [{ kind: 'coverageEnds', on: v.coverageTo } as const]
      : []),
    ...(level?.covered === 'no' ? [{ kind: 'notCovered', levelOfCare } as const] : []),
    ...(level?.authorizationRequired === 'yes' && !asked
      ? [{ kind: 'authorizationNeeded', levelOfCare } as const]
      : []),
    ...(level?.limit && left !== undefined && left <= fewLeft
      ? [{ kind: 'limit', levelOfCare, unit: level.limit.unit, left } as const]
      : []),
  ];
};

/** Benefits of one coverage as they are known today: the last word of the payer, how long it is good for, and what it means now. */
export const benefitCard = (e: Episode, coverage: EpisodeCoverage, today: CalendarDate, zone: ZoneId): BenefitCard => {
  const told = e.verifications.filter((v) => v.coverageId === coverage.coverageId).toReversed();
  const [verification, ...earlier] = told;
  const present = verification?.levels.find((l) => l.levelOfCare === presentProgramme(e).levelOfCare);
  const left = verification && present && leftNow(e, verification, present, zone);
  return {
    coverage,
    standing: standingOf(verification, today),
    ...(verification ? { verification } : {}),
    ...(left === undefined ? {} : { left }),
    warnings: verification ? warningsOf(e, verification, left, today) : [],
    earlier,
  };
};

/**
 * Until when a verification is good: as long as the payer's card says; otherwise through the month, because membership in a plan
 * begins and ends with months. Never beyond the last day of the coverage.
 */
export const goodThrough = (
  on: CalendarDate,
  card: PayerCard | undefined,
  coverageTo: CalendarDate | undefined,
): CalendarDate => {
  const days = card?.benefitsValidDays?.value;
  const byRule =
    days === undefined ? addDays(addCalendarMonths(`${on.slice(0, 8)}01` as CalendarDate, 1), -1) : addDays(on, days);
  return coverageTo && coverageTo >= on ? earlierDay(byRule, coverageTo) : byRule;
};
