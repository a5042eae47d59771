import type { BenefitPortion, BenefitReply, BenefitSaying, BenefitStatement } from '@openum/domain/benefits/reply.ts';
import type { BenefitAnswer, LimitUnit } from '@openum/domain/benefits/verification.ts';
import type { Benefit, EligibilityAnswer } from '@openum/x12/eligibility/eligibility.ts';
import { rejectionWords } from './words.ts';

/** EB01. */
const sayings: Readonly<Record<string, BenefitSaying>> = {
  '1': 'active',
  '2': 'active',
  '3': 'active',
  '4': 'active',
  '5': 'active',
  '6': 'inactive',
  '7': 'inactive',
  '8': 'inactive',
  A: 'coinsurance',
  B: 'copay',
  C: 'deductible',
  F: 'limit',
  G: 'outOfPocket',
  I: 'notCovered',
  U: 'contact',
  X: 'contact',
};

/** EB06: 24 year to date, 29 remaining, 33 remaining of the lifetime; the others name a span as a whole. */
const portionsByPeriod: Readonly<Record<string, BenefitPortion>> = { '24': 'used', '29': 'left', '33': 'left' };

/** EB09. */
const units: Readonly<Record<string, LimitUnit>> = { DY: 'days', DB: 'days', DD: 'days', VS: 'visits' };

const answers: Readonly<Record<string, BenefitAnswer>> = { Y: 'yes', N: 'no', U: 'unknown', W: 'unknown' };

const statementOf = (b: Benefit): BenefitStatement => {
  const unit = b.quantityKind === undefined ? undefined : units[b.quantityKind];
  const whole = b.quantity !== undefined && Number.isInteger(b.quantity) && b.quantity >= 0;
  const authorization = b.authorization && answers[b.authorization];
  const inNetwork = b.inNetwork && answers[b.inNetwork];
  return {
    says: sayings[b.code] ?? 'other',
    serviceTypes: b.serviceTypes,
    portion: portionsByPeriod[b.period ?? ''] ?? 'whole',
    ...(b.plan ? { plan: b.plan } : {}),
    ...(b.amount === undefined ? {} : { amount: b.amount }),
    ...(b.share === undefined ? {} : { percent: Math.round(b.share * 10_000) / 100 }),
    ...(whole && unit ? { quantity: b.quantity ?? 0, unit } : {}),
    ...(authorization ? { authorization } : {}),
    ...(inNetwork ? { inNetwork } : {}),
    family: b.coverageLevel === 'FAM',
    ...(b.contact ? { contact: b.contact } : {}),
    ...(b.message ? { message: b.message } : {}),
  };
};

/** What a 271 says, without its codes. */
export const benefitReply = (a: EligibilityAnswer): BenefitReply => {
  const { family, given, birthDate } = a.dependent ?? a.subscriber;
  return {
    kind: 'benefits',
    references: [...new Set([a.trace?.number ?? '', a.reference])].filter((r) => r !== ''),
    memberNumber: a.subscriber.memberNumber,
    patient: { family, ...(given ? { given } : {}), ...(birthDate ? { birthDate } : {}) },
    payerName: a.payer.name,
    ...(a.coverageFrom ? { coverageFrom: a.coverageFrom } : {}),
    ...(a.coverageTo ? { coverageTo: a.coverageTo } : {}),
    statements: a.benefits.map(statementOf),
    rejections: a.rejections.map(rejectionWords),
  };
};
