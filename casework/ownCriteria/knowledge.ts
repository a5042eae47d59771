import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { Dial } from '@openum/domain/dial/dial.ts';
import { asReleased } from '@openum/domain/ownCriteria/released.ts';
import { type VersionSpan, versionSpans } from '@openum/domain/ownCriteria/span.ts';
import type { CriteriaVersionEvent } from '@openum/domain/ownCriteria/version.ts';
import type { Casework } from '../casework.ts';
import { readDial } from '../dial/dial.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { OwnCriteriaLog, StoredCriteriaEvent } from '../port/ownCriteria.ts';
import type { PlanStamps } from '../port/planStamps.ts';
import type { Scope } from '../port/scope.ts';
import { askingTogether } from './together.ts';

type Release = StoredCriteriaEvent & Extract<CriteriaVersionEvent, { type: 'CriteriaPublished' | 'CriteriaRetired' }>;

/** What of a set's log tells its days, without the drafts. */
const spansOf = (releases: readonly Release[]): readonly VersionSpan[] =>
  versionSpans({
    versions: releases.flatMap((e) => {
      if (e.type === 'CriteriaRetired') return [];
      const { version, sha256 } = e.data;
      const retired = releases.find((r) => r.type === 'CriteriaRetired' && r.data.version === version);
      return [
        {
          version,
          sha256,
          note: '',
          written: [],
          published: { ...e.by, at: e.at, ...e.data },
          ...(retired?.type === 'CriteriaRetired'
            ? { retired: { ...retired.by, at: retired.at, ...retired.data } }
            : {}),
        },
      ];
    }),
  });

const mostKept = 400;
/** Texts never change; the same object for the same version lets its trees be prepared once. */
const kept = new WeakMap<OwnCriteriaLog, Map<string, CriteriaSet>>();

const keptSets = (log: OwnCriteriaLog): Map<string, CriteriaSet> => {
  const found = kept.get(log) ?? new Map<string, CriteriaSet>();
  kept.set(log, found);
  return found;
};

const keyOf = (scope: Scope, setId: string, s: VersionSpan): string =>
  JSON.stringify([scope.tenantId, setId, s.version, s.sha256, s.from, s.to]);

/** Every set that the plan has ever published, each with the days of service for which it counts. */
export const releasedSets = async (
  { ownCriteria }: Pick<Casework, 'ownCriteria'>,
  scope: Scope,
): Promise<readonly CriteriaSet[]> => {
  const releases = (await ownCriteria.releases(scope)) as readonly Release[];
  if (releases.length === 0) return [];
  const sets = keptSets(ownCriteria);
  const spans = [...Map.groupBy(releases, (e) => e.setId)].flatMap(([setId, of]) =>
    spansOf(of).map((span) => ({ span, key: keyOf(scope, setId, span) })),
  );
  const missing = spans.filter(({ key }) => !sets.has(key));
  if (missing.length > 0) {
    const texts = await ownCriteria.texts(scope, [...new Set(missing.map(({ span }) => span.sha256))]);
    if (sets.size + missing.length > mostKept) sets.clear();
    for (const { span, key } of missing) {
      const text = texts.find((t) => t.sha256 === span.sha256);
      if (text) sets.set(key, asReleased(text.set, span));
    }
  }
  return spans.flatMap(({ key }) => sets.get(key) ?? []);
};

type Plan = { readonly stamp: string; readonly own: readonly CriteriaSet[]; readonly dial: Dial };
type Needs = Pick<Casework, 'ownCriteria' | 'dialLog' | 'planStamps' | 'knowledge'>;

const mostPlans = 200;

type Reading = {
  readonly stampOf: (tenantId: string) => Promise<string>;
  readonly plans: Map<string, Plan>;
  /** The library with what a plan has beside it. */
  readonly merged: WeakMap<Plan, { readonly from: Knowledge; readonly knowledge: Knowledge }>;
};

const readings = new WeakMap<PlanStamps, Reading>();

const readingOf = (planStamps: PlanStamps): Reading => {
  const found = readings.get(planStamps) ?? {
    stampOf: askingTogether((tenantId) => planStamps.read({ tenantId })),
    plans: new Map(),
    merged: new WeakMap(),
  };
  readings.set(planStamps, found);
  return found;
};

/** What a plan decides by, read again when its logs have grown. The stamp is read before them, so that it is never ahead of them. */
const planOf = async (casework: Needs, { stampOf, plans }: Reading, { tenantId }: Scope): Promise<Plan> => {
  const stamp = await stampOf(tenantId);
  const known = plans.get(tenantId);
  if (known?.stamp === stamp) return known;
  const [own, dial] = await Promise.all([releasedSets(casework, { tenantId }), readDial(casework, { tenantId })]);
  const plan = { stamp, own, dial };
  if (plans.size >= mostPlans) plans.clear();
  plans.set(tenantId, plan);
  return plan;
};

/** The use cases with the plan's own criteria beside those of the library, and with its settings of automatic approval. */
export const withOwnCriteria = async <T extends Needs>(casework: T, scope: Scope): Promise<T> => {
  const reading = readingOf(casework.planStamps);
  const plan = await planOf(casework, reading, scope);
  const { own, dial } = plan;
  if (own.length === 0 && dial.sequence === 0) return casework;
  const { knowledge } = casework;
  const before = reading.merged.get(plan);
  if (before?.from === knowledge) return { ...casework, knowledge: before.knowledge };
  const merged = { ...knowledge, dial, criteriaSets: [...knowledge.criteriaSets, ...own] };
  reading.merged.set(plan, { from: knowledge, knowledge: merged });
  return { ...casework, knowledge: merged };
};
