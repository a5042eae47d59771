import { invalid, type Refusal, refuse } from '../case/refusal.ts';
import type { EpisodeCommandOf } from '../episode/command.ts';
import { type EpisodeDecided, firstOf } from '../episode/decided.ts';
import type { Episode } from '../episode/state.ts';
import type { BenefitLimit, LevelBenefit, YearAmount } from './verification.ts';

const whole = (field: string, value: number | undefined): Refusal | undefined =>
  value === undefined || (Number.isInteger(value) && value >= 0)
    ? undefined
    : invalid(field, 'it must be a whole number, zero or more');

const amount = (field: string, a: YearAmount | undefined): Refusal | undefined =>
  a &&
  firstOf(
    whole(`${field}.total`, a.total),
    whole(`${field}.met`, a.met),
    whole(`${field}.left`, a.left),
    a.total !== undefined && (a.met ?? 0) > a.total ? invalid(`${field}.met`, 'it is more than the whole') : undefined,
    a.total !== undefined && (a.left ?? 0) > a.total
      ? invalid(`${field}.left`, 'it is more than the whole')
      : undefined,
  );

const limit = (field: string, l: BenefitLimit | undefined): Refusal | undefined =>
  l &&
  firstOf(
    whole(`${field}.allowed`, l.allowed),
    whole(`${field}.used`, l.used),
    whole(`${field}.left`, l.left),
    l.allowed !== undefined && (l.left ?? 0) > l.allowed
      ? invalid(`${field}.left`, 'it is more than the plan allows')
      : undefined,
  );

const level = (l: LevelBenefit, at: number, all: readonly LevelBenefit[]): Refusal | undefined => {
  const field = `levels.${at}`;
  const percent = l.coinsurancePercent;
  return firstOf(
    all.findIndex((x) => x.levelOfCare === l.levelOfCare) < at
      ? invalid(`${field}.levelOfCare`, 'this level stands twice')
      : undefined,
    limit(`${field}.limit`, l.limit),
    whole(`${field}.copay`, l.copay),
    percent !== undefined && !(percent >= 0 && percent <= 100)
      ? invalid(`${field}.coinsurancePercent`, 'it lies between 0 and 100')
      : undefined,
  );
};

/** What a payer said about benefits, by a file or by telephone, is added to what it said before. */
export const verifyBenefits = (e: Episode, command: EpisodeCommandOf<'RecordBenefits'>): EpisodeDecided => {
  const { type: _t, actor: _a, now, today, occurredAt: _o, ...data } = command;
  return (
    firstOf(
      e.coverages.some((c) => c.coverageId === data.coverageId) ? undefined : refuse('coverageUnknown'),
      e.verifications.some((v) => v.verificationId === data.verificationId)
        ? refuse('verificationRepeated')
        : undefined,
      data.verifiedAt > now ? invalid('verifiedAt', 'it lies in the future') : undefined,
      data.validThrough < today ? invalid('validThrough', 'this day has passed; ask the payer again') : undefined,
      // What was said on the phone or read on a payer's page leaves no other trace.
      data.source === 'manual' && !data.spokeWith?.trim() && !data.reference?.trim()
        ? refuse('fieldMissing', { field: 'spokeWith or reference' })
        : undefined,
      data.coverageFrom && data.coverageTo && data.coverageTo < data.coverageFrom
        ? invalid('coverageTo', 'the last day lies before the first')
        : undefined,
      amount('deductible', data.deductible),
      amount('outOfPocket', data.outOfPocket),
      ...data.levels.map(level),
    ) ?? [{ type: 'BenefitsVerified', data }]
  );
};
