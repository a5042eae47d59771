import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { asReleased } from '@openum/domain/ownCriteria/released.ts';
import { type VersionSpan, versionSpans } from '@openum/domain/ownCriteria/span.ts';
import type { CriteriaVersionEvent } from '@openum/domain/ownCriteria/version.ts';
import type { Casework } from '../casework.ts';
import { readDial } from '../dial/dial.ts';
import type { OwnCriteriaLog, StoredCriteriaEvent } from '../port/ownCriteria.ts';
import type { Scope } from '../port/scope.ts';

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

/** The use cases with the plan's own criteria beside those of the library, and with its settings of automatic approval. */
export const withOwnCriteria = async <T extends Pick<Casework, 'ownCriteria' | 'dialLog' | 'knowledge'>>(
  casework: T,
  scope: Scope,
): Promise<T> => {
  const [own, dial] = await Promise.all([releasedSets(casework, scope), readDial(casework, scope)]);
  if (own.length === 0 && dial.sequence === 0) return casework;
  const { knowledge } = casework;
  return { ...casework, knowledge: { ...knowledge, dial, criteriaSets: [...knowledge.criteriaSets, ...own] } };
};
