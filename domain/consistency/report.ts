import type { Truth } from '../logic/truth.ts';
import { cohensKappa, krippendorffsAlpha, percentAgreement, type Unit } from './agreement.ts';
import { bootstrapInterval, type Interval } from './interval.ts';
import { casesFor, type Rating, type RatingCase, type RatingSet, type Recommendation } from './ratingSet.ts';

export type Agreement = {
  /** Things rated by at least two people. */
  readonly units: number;
  readonly percent?: number;
  /** Krippendorff's alpha. */
  readonly alpha?: number;
  readonly interval?: Interval;
};

export type LeafAgreement = Agreement & { readonly setId: string; readonly path: string; readonly label: string };

export type RaterAgreement = {
  readonly userId: string;
  readonly name: string;
  readonly rated: number;
  readonly toRate: number;
  /** Share of the pairs with other raters in which both say the same. */
  readonly outcomeWithOthers?: number;
  readonly leavesWithOthers?: number;
  /** Share of the answers that are those of the record. */
  readonly outcomeWithRecord?: number;
  readonly leavesWithRecord?: number;
};

export type PairAgreement = {
  readonly first: string;
  readonly second: string;
  readonly units: number;
  readonly kappa?: number;
};

/** Everything that was said of one line. */
export type LineAnswers = {
  readonly position: number;
  readonly service: string;
  readonly criteriaSetId: string;
  readonly recorded?: Recommendation;
  readonly said: readonly {
    readonly userId: string;
    readonly name: string;
    readonly recommendation: Recommendation;
    readonly note: string;
  }[];
  readonly points: readonly {
    readonly path: string;
    readonly label: string;
    readonly recorded?: Truth;
    /** By the user id of the rater. */
    readonly said: Readonly<Record<string, Truth>>;
  }[];
};

export type ConsistencyReport = {
  readonly outcome: Agreement;
  readonly leaves: Agreement;
  readonly byLeaf: readonly LeafAgreement[];
  readonly byCriteria: readonly (Agreement & { readonly setId: string; readonly name: string })[];
  readonly byRater: readonly RaterAgreement[];
  readonly pairs: readonly PairAgreement[];
  readonly lines: readonly LineAnswers[];
};

/** Lines of which two raters recommend different things. */
export const disagreements = ({ lines }: Pick<ConsistencyReport, 'lines'>): readonly LineAnswers[] =>
  lines.filter(({ said }) => new Set(said.map((s) => s.recommendation)).size > 1);

const agreementOf = (units: readonly Unit[], seed: number): Agreement => {
  const comparable = units.filter((u) => u.ratings.size > 1);
  const percent = percentAgreement(comparable);
  const alpha = krippendorffsAlpha(comparable);
  const interval = alpha === undefined ? undefined : bootstrapInterval(comparable, krippendorffsAlpha, seed);
  return {
    units: comparable.length,
    ...(percent === undefined ? {} : { percent }),
    ...(alpha === undefined ? {} : { alpha }),
    ...(interval === undefined ? {} : { interval }),
  };
};

const share = (values: readonly boolean[]): number | undefined =>
  values.length === 0 ? undefined : values.filter(Boolean).length / values.length;

/** Of each pair of this rater with another: whether both say the same. */
const withOthers = (units: readonly Unit[], userId: string): readonly boolean[] =>
  units.flatMap(({ ratings }) => {
    const own = ratings.get(userId);
    return own === undefined ? [] : [...ratings].flatMap(([other, value]) => (other === userId ? [] : [value === own]));
  });

/** How far the raters of a set agree, on outcomes and on each point of the criteria. Pure: the same ratings give the same figures. */
export const consistencyReport = (
  { raters, seed }: Pick<RatingSet, 'raters' | 'seed'>,
  cases: readonly RatingCase[],
  ratings: readonly Rating[],
): ConsistencyReport => {
  const of = (c: RatingCase): readonly Rating[] => ratings.filter((r) => r.position === c.position);
  const outcomeUnit = (c: RatingCase): Unit => ({
    unitId: String(c.position),
    ratings: new Map(of(c).map((r) => [r.userId, r.recommendation])),
  });
  const truthsOf = (c: RatingCase, path: string): ReadonlyMap<string, Truth> =>
    new Map(of(c).flatMap((r) => (r.leaves[path] === undefined ? [] : [[r.userId, r.leaves[path]]])));
  const leafUnit = (c: RatingCase, path: string): Unit => ({
    unitId: `${c.position} ${path}`,
    ratings: truthsOf(c, path),
  });
  const leafUnits = (c: RatingCase): readonly Unit[] => c.blinded.leaves.map((l) => leafUnit(c, l.path));
  const outcomes = cases.map(outcomeUnit);
  const leaves = cases.flatMap(leafUnits);
  const sets = [...new Map(cases.map((c) => [c.blinded.criteria.setId, c.blinded.criteria])).values()];
  const nameOf = (userId: string): string => raters.find((r) => r.userId === userId)?.name ?? userId;

  const byLeaf = sets.flatMap(({ setId }) => {
    const here = cases.filter((c) => c.blinded.criteria.setId === setId);
    const points = new Map(here.flatMap((c) => c.blinded.leaves.map((l) => [l.path, l.label] as const)));
    return [...points].map(([path, label]) => ({
      setId,
      path,
      label,
      ...agreementOf(
        here.filter((c) => c.blinded.leaves.some((l) => l.path === path)).map((c) => leafUnit(c, path)),
        seed,
      ),
    }));
  });

  const byRater = raters.map(({ userId, name }): RaterAgreement => {
    const own = ratings.filter((r) => r.userId === userId);
    const caseOf = (r: Rating): RatingCase | undefined => cases.find((c) => c.position === r.position);
    const outcomeWithRecord = share(
      own.flatMap((r) => {
        const recorded = caseOf(r)?.recorded.recommendation;
        return recorded === undefined ? [] : [recorded === r.recommendation];
      }),
    );
    const leavesWithRecord = share(
      own.flatMap((r) =>
        Object.entries(caseOf(r)?.recorded.leaves ?? {}).map(([path, truth]) => r.leaves[path] === truth),
      ),
    );
    const outcomeWithOthers = share(withOthers(outcomes, userId));
    const leavesWithOthers = share(withOthers(leaves, userId));
    return {
      userId,
      name,
      rated: own.length,
      toRate: casesFor(cases, userId).length,
      ...(outcomeWithOthers === undefined ? {} : { outcomeWithOthers }),
      ...(leavesWithOthers === undefined ? {} : { leavesWithOthers }),
      ...(outcomeWithRecord === undefined ? {} : { outcomeWithRecord }),
      ...(leavesWithRecord === undefined ? {} : { leavesWithRecord }),
    };
  });

  const pairs = raters.flatMap((a, i) =>
    raters.slice(i + 1).map((b): PairAgreement => {
      const kappa = cohensKappa(outcomes, a.userId, b.userId);
      const units = outcomes.filter((u) => u.ratings.has(a.userId) && u.ratings.has(b.userId)).length;
      return { first: a.name, second: b.name, units, ...(kappa === undefined ? {} : { kappa }) };
    }),
  );

  return {
    outcome: agreementOf(outcomes, seed),
    leaves: agreementOf(leaves, seed),
    byLeaf,
    byCriteria: sets.map(({ setId, name }) => ({
      setId,
      name,
      ...agreementOf(cases.filter((c) => c.blinded.criteria.setId === setId).map(outcomeUnit), seed),
    })),
    byRater,
    pairs,
    lines: cases.map((c): LineAnswers => {
      const { service, criteria, leaves: points } = c.blinded;
      const { recommendation: recorded } = c.recorded;
      return {
        position: c.position,
        service: `${service.code} ${service.display ?? ''}`.trim(),
        criteriaSetId: criteria.setId,
        ...(recorded ? { recorded } : {}),
        said: of(c).map(({ userId, recommendation, note }) => ({
          userId,
          name: nameOf(userId),
          recommendation,
          note,
        })),
        points: points.map(({ path, label }) => {
          const truth = c.recorded.leaves[path];
          return { path, label, ...(truth ? { recorded: truth } : {}), said: Object.fromEntries(truthsOf(c, path)) };
        }),
      };
    }),
  };
};
