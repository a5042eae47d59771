import type { Coding, LineOfBusiness, Setting } from '../case/request.ts';
import type { CalendarDate } from '../time/instant.ts';
import { type CriteriaSet, sourceKinds } from './criteria-set.ts';

export type CriteriaQuery = {
  readonly lineOfBusiness: LineOfBusiness;
  readonly service: Coding;
  readonly diagnoses: readonly string[];
  readonly age?: number;
  readonly setting: Setting;
  /** Day of service. */
  readonly on: CalendarDate;
  /** USPS code of the state where the service is given. */
  readonly jurisdiction?: string;
};

const plain = (icd: string): string => icd.replace('.', '').toUpperCase();

/** CPT is level I of HCPCS: senders write either system for the same five characters. */
const isHcpcs = (system: string): boolean => /cpt|hcpcs/i.test(system);
const sameService = (a: Coding, b: Coding): boolean =>
  a.code === b.code && (a.system === b.system || (isHcpcs(a.system) && isHcpcs(b.system)));

const applies = (set: CriteriaSet, q: CriteriaQuery): boolean => {
  const to = set.appliesTo;
  return (
    set.status === 'active' &&
    set.effectiveFrom <= q.on &&
    (set.effectiveTo === undefined || q.on <= set.effectiveTo) &&
    (set.jurisdictions === undefined || (q.jurisdiction !== undefined && set.jurisdictions.includes(q.jurisdiction))) &&
    to.linesOfBusiness.includes(q.lineOfBusiness) &&
    to.services.some((s) => sameService(s, q.service)) &&
    (to.diagnoses === undefined ||
      to.diagnoses.some((prefix) => q.diagnoses.some((d) => plain(d).startsWith(plain(prefix))))) &&
    (to.ageFrom === undefined || (q.age !== undefined && q.age >= to.ageFrom)) &&
    (to.ageTo === undefined || (q.age !== undefined && q.age <= to.ageTo)) &&
    (to.settings === undefined || to.settings.includes(q.setting))
  );
};

/** A plan's own version of a set stands in its place. */
const withoutReplaced = (sets: readonly CriteriaSet[]): readonly CriteriaSet[] => {
  const replaced = new Set(sets.flatMap(({ id, basedOn }) => (basedOn && basedOn.setId !== id ? basedOn.setId : [])));
  return replaced.size === 0 ? sets : sets.filter((s) => !replaced.has(s.id));
};

/**
 * The sets that bind a requested service, the one to be applied first in front: statute and regulation, NCD,
 * LCD of the jurisdiction, plan policy, vendor guideline (42 CFR 422.101(b)). Drafts are left out.
 */
export const resolveCriteria = (sets: readonly CriteriaSet[], query: CriteriaQuery): readonly CriteriaSet[] =>
  [...withoutReplaced(sets.filter((set) => applies(set, query)))].sort(
    (a, b) =>
      sourceKinds.indexOf(a.sourceKind) - sourceKinds.indexOf(b.sourceKind) ||
      (a.effectiveFrom < b.effectiveFrom ? 1 : a.effectiveFrom > b.effectiveFrom ? -1 : a.id < b.id ? -1 : 1),
  );
