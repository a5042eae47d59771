import type { BenefitAnswer, LimitUnit, YearAmount } from '@openum/domain/benefits/verification.ts';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { BenefitsBody, CoverageBenefits } from '@openum/http/contract/practice/benefits.ts';

export type LevelDraft = {
  readonly levelOfCare: string;
  readonly covered: BenefitAnswer;
  readonly authorizationRequired: BenefitAnswer;
  readonly unit: LimitUnit;
  readonly allowed: string;
  readonly used: string;
  readonly copay: string;
  readonly coinsurance: string;
  readonly note: string;
};

/** What stands in the fields, as it was typed. */
export type BenefitsDraft = {
  readonly spokeWith: string;
  readonly reference: string;
  readonly active: BenefitAnswer;
  readonly planName: string;
  readonly coverageFrom: string;
  readonly coverageTo: string;
  readonly validThrough: string;
  readonly deductibleTotal: string;
  readonly deductibleMet: string;
  readonly pocketTotal: string;
  readonly pocketMet: string;
  readonly carveOutName: string;
  readonly carveOutPhone: string;
  readonly levels: readonly LevelDraft[];
};

const dollars = (cents: number | undefined): string => (cents === undefined ? '' : String(cents / 100));
const text = (n: number | undefined): string => (n === undefined ? '' : String(n));

/** Begins with what was said last and seldom changes; what may have changed is asked anew. */
export const beginDraft = (c: CoverageBenefits, levels: readonly string[]): BenefitsDraft => {
  const v = c.verification;
  return {
    spokeWith: '',
    reference: '',
    active: 'yes',
    planName: v?.planName ?? '',
    coverageFrom: v?.coverageFrom ?? '',
    coverageTo: v?.coverageTo ?? '',
    validThrough: c.goodThrough,
    deductibleTotal: dollars(v?.deductible?.total),
    deductibleMet: '',
    pocketTotal: dollars(v?.outOfPocket?.total),
    pocketMet: '',
    carveOutName: v?.carveOut?.name ?? '',
    carveOutPhone: v?.carveOut?.phone ?? '',
    levels: levels.map((levelOfCare) => {
      const before = v?.levels.find((l) => l.levelOfCare === levelOfCare);
      return {
        levelOfCare,
        covered: before?.covered ?? 'unknown',
        authorizationRequired: before?.authorizationRequired ?? 'unknown',
        unit: before?.limit?.unit ?? 'days',
        allowed: text(before?.limit?.allowed),
        used: '',
        copay: dollars(before?.copay),
        coinsurance: text(before?.coinsurancePercent),
        note: '',
      };
    }),
  };
};

const isMoney = (t: string): boolean => t.trim() === '' || /^\d{1,6}(\.\d{1,2})?$/.test(t.trim());
const isCount = (t: string): boolean => t.trim() === '' || /^\d{1,4}$/.test(t.trim());
const isDay = (t: string): boolean => t === '' || isCalendarDateText(t);
const cents = (t: string): number => Math.round(Number(t) * 100);

export const draftProblems = (d: BenefitsDraft): readonly string[] => [
  ...(d.spokeWith.trim() || d.reference.trim() ? [] : ['Write whom you spoke with, or the reference.']),
  ...([d.deductibleTotal, d.deductibleMet, d.pocketTotal, d.pocketMet].every(isMoney)
    ? []
    : ['An amount is dollars, with at most two decimals.']),
  ...([d.coverageFrom, d.coverageTo].every(isDay) && isCalendarDateText(d.validThrough) ? [] : ['A day is missing.']),
  ...d.levels.flatMap((l) => [
    ...(isCount(l.allowed) && isCount(l.used) ? [] : [`${l.levelOfCare}: a limit is a whole number.`]),
    ...(isMoney(l.copay) ? [] : [`${l.levelOfCare}: the copay is an amount of dollars.`]),
    ...(l.coinsurance.trim() === '' || (Number(l.coinsurance) >= 0 && Number(l.coinsurance) <= 100)
      ? []
      : [`${l.levelOfCare}: coinsurance lies between 0 and 100.`]),
  ]),
];

const given = <K extends string>(key: K, value: string): { readonly [k in K]?: string } =>
  (value.trim() ? { [key]: value.trim() } : {}) as { readonly [k in K]?: string };

const amount = (total: string, met: string): YearAmount | undefined =>
  total.trim() || met.trim()
    ? { ...(total.trim() ? { total: cents(total) } : {}), ...(met.trim() ? { met: cents(met) } : {}) }
    : undefined;

/** What goes to the server; a field that was left empty is not said. */
export const bodyOf = (
  coverageId: string,
  expectedVersion: number,
  d: BenefitsDraft,
): Omit<BenefitsBody, 'commandId'> => {
  const deductible = amount(d.deductibleTotal, d.deductibleMet);
  const outOfPocket = amount(d.pocketTotal, d.pocketMet);
  return {
    expectedVersion,
    coverageId,
    ...given('spokeWith', d.spokeWith),
    ...given('reference', d.reference),
    active: d.active,
    ...given('planName', d.planName),
    ...given('coverageFrom', d.coverageFrom),
    ...given('coverageTo', d.coverageTo),
    validThrough: d.validThrough,
    ...(deductible ? { deductible } : {}),
    ...(outOfPocket ? { outOfPocket } : {}),
    ...(d.carveOutName.trim() ? { carveOut: { name: d.carveOutName.trim(), ...given('phone', d.carveOutPhone) } } : {}),
    levels: d.levels.map((l) => ({
      levelOfCare: l.levelOfCare,
      covered: l.covered,
      authorizationRequired: l.authorizationRequired,
      ...(l.allowed.trim() || l.used.trim()
        ? {
            limit: {
              unit: l.unit,
              ...(l.allowed.trim() ? { allowed: Number(l.allowed) } : {}),
              ...(l.used.trim() ? { used: Number(l.used) } : {}),
            },
          }
        : {}),
      ...(l.copay.trim() ? { copay: cents(l.copay) } : {}),
      ...(l.coinsurance.trim() ? { coinsurancePercent: Number(l.coinsurance) } : {}),
      ...given('note', l.note),
    })),
  };
};
