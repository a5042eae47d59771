import type { CalendarDate } from '../time/instant.ts';
import type { BenefitAnswer, BenefitVerification, LevelBenefit, LimitUnit, YearAmount } from './verification.ts';

const sayings = [
  'active',
  'inactive',
  'deductible',
  'outOfPocket',
  'limit',
  'copay',
  'coinsurance',
  'notCovered',
  'contact',
  'other',
] as const;
export type BenefitSaying = (typeof sayings)[number];

/** Whether a number is the whole of the year, what is used of it, or what is left. */
const portions = ['whole', 'used', 'left'] as const;
export type BenefitPortion = (typeof portions)[number];

/** One statement of a payer's system about benefits. */
export type BenefitStatement = {
  readonly says: BenefitSaying;
  /** X12 1365. */
  readonly serviceTypes: readonly string[];
  readonly portion: BenefitPortion;
  readonly plan?: string;
  /** Cents. */
  readonly amount?: number;
  readonly percent?: number;
  readonly quantity?: number;
  readonly unit?: LimitUnit;
  readonly authorization?: BenefitAnswer;
  readonly inNetwork?: BenefitAnswer;
  /** It is about a family as a whole. */
  readonly family: boolean;
  readonly contact?: { readonly name: string; readonly phone?: string };
  readonly message?: string;
};

/** An answer to a question about benefits (271). */
export type BenefitReply = {
  readonly kind: 'benefits';
  readonly references: readonly string[];
  readonly memberNumber: string;
  readonly patient: { readonly family: string; readonly given?: string; readonly birthDate?: CalendarDate };
  readonly payerName: string;
  readonly coverageFrom?: CalendarDate;
  readonly coverageTo?: CalendarDate;
  readonly statements: readonly BenefitStatement[];
  /** Why the payer could not answer, in words. */
  readonly rejections: readonly string[];
};

/** Types of service that speak of a level, the nearest first: what is said of a nearer one counts before what is said of all. */
export type LevelTypes = { readonly levelOfCare: string; readonly tiers: readonly (readonly string[])[] };

/** What a member pays outside the network says nothing about this practice, unless the payer says nothing else. */
const usable = (all: readonly BenefitStatement[]): readonly BenefitStatement[] => {
  const own = all.filter((s) => s.inNetwork !== 'no');
  return own.length > 0 ? own : all;
};

const forTypes = (all: readonly BenefitStatement[], types: readonly string[]): readonly BenefitStatement[] =>
  all.filter((s) => s.serviceTypes.some((t) => types.includes(t)));

const nearest = (
  all: readonly BenefitStatement[],
  { tiers }: LevelTypes,
  wanted: (s: BenefitStatement) => boolean,
): readonly BenefitStatement[] => {
  for (const tier of tiers) {
    const found = forTypes(all, tier).filter(wanted);
    if (found.length > 0) return found;
  }
  return [];
};

const portionsOf = (
  found: readonly BenefitStatement[],
  value: (s: BenefitStatement) => number | undefined,
): { readonly whole?: number; readonly used?: number; readonly left?: number } =>
  Object.fromEntries(
    portions.flatMap((p) => {
      const n = found.find((s) => s.portion === p && value(s) !== undefined);
      return n ? [[p, value(n)]] : [];
    }),
  );

const covered = (all: readonly BenefitStatement[], types: LevelTypes): BenefitAnswer => {
  const [said] = nearest(all, types, (s) => ['active', 'notCovered', 'inactive'].includes(s.says));
  // That the plan as a whole is active does not say that it has this level.
  if (!said) return 'unknown';
  return said.says === 'active' ? 'yes' : 'no';
};

const levelOf = (all: readonly BenefitStatement[], types: LevelTypes): LevelBenefit => {
  const authorization = nearest(all, types, (s) => s.authorization !== undefined).map((s) => s.authorization);
  const limits = nearest(all, types, (s) => s.says === 'limit' && s.quantity !== undefined && s.unit !== undefined);
  const unit = limits[0]?.unit;
  const { whole, used, left } = portionsOf(
    limits.filter((s) => s.unit === unit),
    (s) => s.quantity,
  );
  const copay = nearest(all, types, (s) => s.says === 'copay' && s.amount !== undefined)[0]?.amount;
  const percent = nearest(all, types, (s) => s.says === 'coinsurance' && s.percent !== undefined)[0]?.percent;
  const note = [...new Set(nearest(all, types, (s) => s.message !== undefined).map((s) => s.message))].join(' ');
  return {
    levelOfCare: types.levelOfCare,
    covered: covered(all, types),
    // One statement that wants an authorization is enough.
    authorizationRequired: authorization.includes('yes') ? 'yes' : (authorization[0] ?? 'unknown'),
    ...(unit
      ? {
          limit: {
            unit,
            ...(whole === undefined ? {} : { allowed: whole }),
            ...(used === undefined ? {} : { used }),
            ...(left === undefined ? {} : { left }),
          },
        }
      : {}),
    ...(copay === undefined ? {} : { copay }),
    ...(percent === undefined ? {} : { coinsurancePercent: percent }),
    ...(note === '' ? {} : { note }),
  };
};

const yearAmount = (all: readonly BenefitStatement[], says: BenefitSaying): YearAmount | undefined => {
  const found = all.filter((s) => s.says === says && s.amount !== undefined && !s.family);
  if (found.length === 0) return undefined;
  const { whole, used, left } = portionsOf(found, (s) => s.amount);
  const met = used ?? (whole !== undefined && left !== undefined ? Math.max(0, whole - left) : undefined);
  return {
    ...(whole === undefined ? {} : { total: whole }),
    ...(met === undefined ? {} : { met }),
    ...(left === undefined ? {} : { left }),
  };
};

const activeOf = (all: readonly BenefitStatement[]): BenefitAnswer => {
  if (all.some((s) => s.says === 'active')) return 'yes';
  return all.some((s) => s.says === 'inactive') ? 'no' : 'unknown';
};

export type ToldBenefits = Omit<
  BenefitVerification,
  'verificationId' | 'coverageId' | 'verifiedAt' | 'validThrough' | 'source'
>;

/** What a 271 says, in the terms of the card: of each level what was said nearest to it. What it does not say stays unknown. */
export const toldBenefits = (reply: BenefitReply, levels: readonly LevelTypes[]): ToldBenefits => {
  const all = usable(reply.statements);
  const planName = all.find((s) => s.says === 'active' && s.plan)?.plan;
  const carveOut = all.find((s) => s.says === 'contact' && s.contact)?.contact;
  const deductible = yearAmount(all, 'deductible');
  const outOfPocket = yearAmount(all, 'outOfPocket');
  const messages = [...new Set(reply.statements.flatMap((s) => s.message ?? []))];
  const reference = reply.references[0];
  return {
    active: activeOf(reply.statements),
    ...(planName ? { planName } : {}),
    ...(reply.coverageFrom ? { coverageFrom: reply.coverageFrom } : {}),
    ...(reply.coverageTo ? { coverageTo: reply.coverageTo } : {}),
    ...(deductible ? { deductible } : {}),
    ...(outOfPocket ? { outOfPocket } : {}),
    ...(carveOut ? { carveOut } : {}),
    levels: levels.map((l) => levelOf(all, l)),
    ...(messages.length > 0 ? { statements: messages } : {}),
    ...(reference ? { reference } : {}),
  };
};
